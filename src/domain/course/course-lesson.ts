/** Makes of entries and courses what a class uses; runs when the site is built. */
import { citedNumber } from '../../schema/number.ts';
import { blocksOf, contextOf, datedText } from '../entry/blocks.ts';
import type { Block, Row, Statement } from '../entry/blocks.ts';
import { alternativesTo } from './alternatives.ts';
import { carriedMinutes, isShortExample, partAMinutes, partBMinutes, SHORT_EXAMPLE_NOTE } from './carried-minutes.ts';
import { lessonOfPlan } from './course-pack.ts';
import { FICTION } from './lesson.ts';
import type {
  Alternative,
  CoursePlan,
  ItemLine,
  ItemSection,
  ItemTeaching,
  Lesson,
  NumberedReference,
  PackItem,
  PlanUnit,
  Sheet,
} from './lesson.ts';
import { figureInWords } from '../entry/figures.ts';
import { formatQuote, readNote } from '../entry/law-links.ts';
import type { Clause } from '../entry/law-links.ts';
import { soundPack } from '../kept/pack-store.ts';
import type { Pack } from '../kept/pack-store.ts';
import type { Entry, EntryOf } from '../entry/records.ts';
import { isOf } from '../entry/records.ts';
import { DRAFT_NOTICE } from '../entry/standing.ts';
import { dayRead, formatReference } from '../reference/reference.ts';
import type { Site } from '../site/site-index.ts';
import type { OutcomeTelling } from '../case/told-outcomes.ts';
import { isTaught, learnerTitle, splitQuestions } from '../case/two-parts.ts';
import { citedName, citedWorks, citesText, findWork, pageWork, workIndex } from '../reference/cited-works.ts';
import { withRoot } from '../reference/work.ts';
import type { WorkIndex } from '../reference/cited-works.ts';
import type { Work } from '../reference/work.ts';

/** Where an entry's citations lead, and where entries can be found. */
export interface LessonIndex extends WorkIndex {
  /** The address of the site, ending in a slash; empty while it is not known: then entries are told by their numbers. */
  root: string;
  /** The cases whose outcome a sentence tells. */
  tells: OutcomeTelling['tells'];
  /** What a level of sources or a kind of evidence means, in a sentence. */
  meanings: ReadonlyMap<string, string>;
  /** What can take the place of an entry in a class: the few best, and those `named` that are like it. */
  alternativesTo(entry: Entry, named?: readonly string[]): Alternative[];
}

/** What lessons of a site are made with. */
export function lessonIndexOf(site: Site, siteName: string, root: string): LessonIndex {
  return {
    ...workIndex(site, siteName),
    root,
    tells: (sentence, self) => site.outcomes.tells(sentence, self),
    meanings: new Map(
      [...site.vocabulary['source-levels'].items, ...site.vocabulary.evidence.items].map(({ id, note }) => [id, note] as const),
    ),
    // Nothing stands in for what is not taught, and asking would tie it to all that is.
    alternativesTo: (entry, named = []) =>
      isTaught(entry) ? alternativesTo(entry, site.taught, site.regions, { atMost: OFFERED, named }) : [],
  };
}

/** So many alternatives are offered for a case, beside those that a course names. */
const OFFERED = 5;
/** Characters that the foot of a slide holds, less the words round the names. */
const LINE = 140;

/** An entry as a class uses it. */
export function packItemOf(entry: Entry, library: LessonIndex): PackItem {
  const { id, title, summary } = entry.data;
  const teaching = teachingOf(entry, library);
  const address = addressOf(id, library);
  const learnerAddress = teaching && address ? `${address}a/` : address;
  const works = citedWorks(entry, library);
  const shown = works.filter(
    ({ id: work }) => !isTaught(entry) || entry.data.teaching.partA.some(({ cites }) => cites.some((cite) => citedNumber(cite) === work)),
  );
  const sourceLine = (own: string, list: readonly Work[]) =>
    `出处：${listed([[citedAs(entry, library.siteName), own].filter(Boolean).join('，'), ...list.map(({ name }) => name)])}`;
  const summaryTells = library.tells({ text: summary, cites: [] }, id);
  const titleTells = isTaught(entry) ? [] : library.tells({ text: title, cites: [] }, id);
  const page = reference(pageWork(entry, library.siteName), entry, library);
  return {
    id,
    title,
    learnerTitle: learnerTitle(entry),
    collection: entry.collection,
    summary,
    ...(summaryTells.length > 0 && { summaryTells }),
    ...(titleTells.length > 0 && { titleTells }),
    address,
    learnerAddress,
    notes: [...(entry.data.status === '草稿' ? [DRAFT_NOTICE] : []), ...notesOf(entry, library)],
    minutes: teaching ? [...teaching.questions.before, ...teaching.questions.after].reduce((sum, item) => sum + item.minutes, 0) : 0,
    carries: { partA: partAMinutes(entry), partB: partBMinutes(entry) },
    ...(teaching && { teaching }),
    steps: isOf(entry, 'tolerance') ? entry.data.procedureSteps.map(({ text, date = '' }) => ({ when: date, what: text })) : [],
    factors: factorRows(entry),
    alternatives: library.alternativesTo(entry),
    isForTeachers: !teaching && (isOf(entry, 'practices') || isOf(entry, 'tolerance')),
    sections: sectionsOf(entry, library),
    sourceLine: sourceLine(address, works),
    shownSourceLine: sourceLine(learnerAddress, shown),
    reference: page.text,
    page: page.work,
    sources: works.map((work) => reference(work, entry, library)),
  };
}

function sectionsOf(entry: Entry, library: LessonIndex): ItemSection[] {
  return namedSections(blocksOf(entry, contextOf(library.byId)).flatMap(sectionOf), entry.data.id, library);
}

/** Sections with what they rest on by name, and the cases whose outcome a line tells. */
function namedSections(sections: readonly ItemSection[], self: string, library: LessonIndex): ItemSection[] {
  return sections.map(({ heading, lines }) => ({ heading, lines: lines.map((item) => toldStatement(item, self, library)) }));
}

function toldStatement(item: Statement, self: string, library: LessonIndex): ItemLine {
  const tells = library.tells(item, self);
  return { ...namedStatement(item, library), ...(tells.length > 0 && { tells }) };
}

function factorRows(entry: Entry): PackItem['factors'] {
  if (!isOf(entry, 'tolerance')) return [];
  const { motive, conditions, procedure, nature, consequence, remedy } = entry.data.factors;
  const rows = { 动机态度: motive, 客观条件: conditions, 程序方法: procedure, 性质程度: nature, 后果影响: consequence, 挽回损失: remedy };
  return Object.entries(rows).map(([label, value]) => ({ label, value: typeof value === 'string' ? value : value.text }));
}

function teachingOf(entry: Entry, library: LessonIndex): ItemTeaching | undefined {
  if (!isTaught(entry)) return undefined;
  const { questions, partA, partB, background, ...rest } = entry.data.teaching;
  const named = (items: readonly Statement[]) => items.map((item) => namedStatement(item, library));
  return {
    ...rest,
    partA: partA.map((item) => ({
      ...toldStatement(item, entry.data.id, library),
      ...(item.role && { role: item.role }),
      ...(item.moment && { moment: item.moment }),
    })),
    partB: named(partB),
    background: named(background),
    questions: splitQuestions(questions, entry),
  };
}

/** What must be said of an entry, in words that a learner knows: papers have no page to look a rating up on. */
function notesOf(entry: Entry, { meanings }: LessonIndex): string[] {
  const { nature } = entry.data;
  if (nature === '教学情景') return [`${FICTION}：人物、地方和经过都是为教学编写的，不能当作实例引用。`];
  const short = isShortExample(entry) ? [SHORT_EXAMPLE_NOTE] : [];
  const meaningOf = (rating: string) => meanings.get(rating)?.replace(/。$/u, '') ?? rating;
  if (isOf(entry, 'tolerance')) {
    const { sourceLevel, completeness } = entry.data;
    return [...short, `来源（${sourceLevel}）：${meaningOf(sourceLevel)}；编者看到的是${SEEN[completeness]}。`];
  }
  if (isOf(entry, 'practices')) return [...short, `来源：${meaningOf(entry.data.evidence)}。`];
  return [];
}

/** How much of the source the editors saw. */
const SEEN = { 全文: '全文', 摘录: '其中一部分', 仅题名: '题名，没有看到正文', 不适用: '全文' } as const;

/** Names in one line that stands at the foot of a slide; those for which it has no room are counted. */
function listed(names: readonly string[]): string {
  const fits = names.filter((_, at) => names.slice(0, at + 1).join('；').length <= LINE);
  const left = names.length - fits.length;
  return fits.join('；') + (left > 0 ? `；另 ${left} 种，教师册的参考文献里有` : '');
}

/** The site with the number of an entry; a situation is known by its title alone. */
function citedAs(entry: Entry, siteName: string): string {
  return isOf(entry, 'situations') ? `${siteName}“${entry.data.title}”` : `${siteName} ${entry.data.id}`;
}

/** A sentence with what it rests on by name, for readers who have no list of works at hand; what its own last bracket names is not named twice. */
function namedStatement({ text, cites }: Statement, library: LessonIndex): Statement {
  const bracket = /（[^（）]*(?:（[^（）]*）[^（）]*)*）。?$/u.exec(text)?.[0] ?? '';
  return {
    text,
    cites: [
      citesText(
        cites.filter((cite) => !isNamedIn(bracket, cite, library)),
        library,
      ),
    ].filter(Boolean),
  };
}

/** Whether a bracket names a work and the place in it, as people call laws, and with the edition, where there are several, at least how it stands. */
function isNamedIn(bracket: string, cite: string, library: LessonIndex): boolean {
  const cited = bracket === '' ? undefined : citedName(cite, library);
  if (!cited || !bracket.includes(cited.place)) return false;
  const called = cited.name.replace(FULL_NAME, '');
  return bracket.includes(called.replace(EDITION, '')) && (!EDITION.test(called) || /\d{4}年|现行/u.test(bracket));
}

/** What people leave out of the name of a law, and the edition after it. */
const FULL_NAME = /^中华人民共和国|^中国共产党/u;
const EDITION = /（[^（）]*）$/u;

/** A file that is made with the site knows no reader's day: its works were read when the entry was last compared with them. */
function reference(work: Work, { data }: Entry, { root }: LessonIndex): NumberedReference & { work: Work } {
  const rooted = withRoot(work, root);
  return { id: work.id, text: formatReference(rooted, '2025', dayRead(work, data.checked.date)), work: rooted };
}

function addressOf(id: string, { root }: LessonIndex): string {
  return root && `${root}id/${id}/`;
}

/** A block as lines; teaching, body, sessions and links are used otherwise or not at all. */
function sectionOf(block: Block): ItemSection[] {
  if (block.kind === 'body') return [];
  const { heading } = block;
  switch (block.kind) {
    case 'statements':
      return [{ heading, lines: block.items.map(({ text, cites }) => ({ text, cites })) }];
    case 'axis':
      return [{ heading, lines: block.items.map((step) => ({ text: datedText(step), cites: step.cites })) }];
    case 'rows':
      return [{ heading, lines: rowLines(block.rows) }];
    case 'figures':
      return [{ heading, lines: block.items.map((figure) => ({ text: figureInWords(figure), cites: [figure.cite] })) }];
    case 'stages':
      return [{ heading, lines: block.items.map(({ name, what, cites }) => ({ text: `${name}：${what}`, cites })) }];
    case 'basis':
      return [{ heading, lines: block.items.map(({ text, cites }) => ({ text, cites })) }];
    case 'articles':
      return [{ heading, lines: block.items.flatMap(articleLines) }];
    case 'points':
      return [{ heading: `${heading}（编者整理）`, lines: block.items.map((text) => ({ text, cites: [] })) }];
    default:
      return [];
  }
}

/** An article as lines: what it says, then the decisive words, then what it is for. */
function articleLines(clause: Clause): Statement[] {
  const note = readNote(clause);
  return [
    { text: `${clause.no}${note ? `（${note}）` : ''}：${clause.gist}`, cites: clause.cites },
    ...(clause.quote ? [{ text: `原文：${formatQuote(clause.quote)}`, cites: [] }] : []),
    ...(clause.why ? [{ text: `编者：${clause.why}`, cites: [] }] : []),
  ];
}

/** A line for each row that says something; one for all of those that do not. */
function rowLines(rows: readonly Row[]): Statement[] {
  const isOpen = ({ value, cites = [] }: Row) => value === '未载' && cites.length === 0;
  const open = rows.filter(isOpen).map(({ label }) => label);
  return [
    ...rows.filter((row) => !isOpen(row)).map(({ label, value, cites = [] }) => ({ text: `${label}：${value}`, cites })),
    ...(open.length > 0 ? [{ text: `${open.join('、')}：未载`, cites: [] }] : []),
  ];
}

/** The pack that a course starts from: its sessions with their minutes, those without a case by name. */
export function packOfCourse({ data }: EntryOf<'courses'>): Pack {
  const items = data.units.map(({ case: id = '', minutes }, index) => ({ id, minutes, note: '', unit: index + 1 }));
  return soundPack({ title: data.title, note: '', items, from: { id: data.id, updated: data.updated } });
}

/** The lesson that a course makes. */
export function lessonOfCourse(course: EntryOf<'courses'>, library: LessonIndex): Lesson {
  const plan = planOf(course, library);
  const numbers = new Set(
    plan.units.flatMap(({ case: id, sheets }) => [id, ...sheets.map(({ of }) => of)].flatMap((number) => number ?? [])),
  );
  const items = [...numbers]
    .flatMap((id) => library.byId.get(id) ?? [])
    .map((entry) => [entry.data.id, packItemOf(entry, library)] as const);
  return lessonOfPlan(plan, new Map(items), { address: plan.address, siteName: library.siteName });
}

/** A course without its entries: what a pack that is made from it keeps. */
export function planOf(course: EntryOf<'courses'>, library: LessonIndex): CoursePlan {
  const { data } = course;
  return {
    id: data.id,
    updated: data.updated,
    title: data.status === '草稿' ? `${data.title}（草稿，没有审核发布）` : data.title,
    note: data.summary,
    facts: [
      { label: '对象', value: data.audience },
      { label: '学时', value: `${data.hours} 小时` },
      { label: '班次', value: data.classType },
    ],
    objectives: data.objectives,
    units: data.units.map((unit) => planUnit(unit, library)),
    readings: data.readings.flatMap((id) => readingOf(id, course, library)),
    assessment: data.assessment,
    address: addressOf(data.id, library),
  };
}

function planUnit(unit: EntryOf<'courses'>['data']['units'][number], library: LessonIndex): PlanUnit {
  const { board } = unit;
  const entry = unit.case === undefined ? undefined : library.byId.get(unit.case);
  const like = entry ? library.alternativesTo(entry, unit.alternatives) : [];
  const named = unit.alternatives.flatMap((id): Alternative[] => {
    const other = library.byId.get(id);
    const why = like.find((item) => item.id === id)?.why ?? carriedText(other);
    return other ? [{ id, title: other.data.title, why: `课程备选；${why}` }] : [];
  });
  const more = like.filter(({ id }) => !unit.alternatives.includes(id));
  return {
    title: unit.title,
    minutes: unit.minutes,
    pause: unit.pause,
    method: unit.method,
    ...(unit.case !== undefined && { case: unit.case }),
    questions: splitQuestions(unit.questions, entry),
    ...(board && { board: { shape: board.shape, columns: board.columns, rows: board.rows, ...(board.note && { note: board.note }) } }),
    sheets: unit.handouts.map((handout) => sheetOf(handout, library)),
    materials: unit.materials,
    alternatives: [...named, ...more],
    carries: carriedMinutes(unit, library.byId),
  };
}

function carriedText(entry: Entry | undefined): string {
  return entry && isTaught(entry) ? `甲部够 ${Math.round(partAMinutes(entry))} 分钟` : '没有分成甲乙两部';
}

function sheetOf(
  { kind, of, clauses, heads, isLate }: EntryOf<'courses'>['data']['units'][number]['handouts'][number],
  library: LessonIndex,
): Sheet {
  const entry = library.byId.get(of ?? '');
  const base = { kind, isLate: isLate || kind === '乙部', ...(heads.length > 0 && { heads }) };
  if (!entry || (kind !== '条文' && kind !== '条目')) return { ...base, ...(of !== undefined && { of }) };
  const sections = namedSections(sheetSections(entry, clauses, library), entry.data.id, library);
  const address = addressOf(entry.data.id, library);
  return {
    ...base,
    title: learnerTitle(entry),
    sections,
    sourceLine: `出处：${[citedAs(entry, library.siteName), address].filter(Boolean).join('，')}`,
  };
}

/** Of a policy the articles asked for, or its conditions; of any other entry its facts. What the editors say of them stays with the teacher. */
function sheetSections(entry: Entry, clauses: readonly string[], library: LessonIndex): ItemSection[] {
  if (isOf(entry, 'policies') && clauses.length > 0) {
    const asked = entry.data.clauses.filter(({ anchor }) => clauses.includes(anchor));
    return [{ heading: '条款', lines: asked.flatMap((clause) => articleLines({ ...clause, why: undefined })) }];
  }
  const blocks = blocksOf(entry, contextOf(library.byId)).filter((block) => block.kind !== 'body' && block.voice === 'fact');
  const isWanted = (id: string) => (isOf(entry, 'policies') ? CONDITIONS.has(id) : id !== 'spelling');
  const wanted = blocks.filter((block) => block.kind !== 'body' && isWanted(block.id));
  return wanted.flatMap(sectionOf);
}

/** The blocks of a policy that tell its conditions. */
const CONDITIONS = new Set(['says', 'rule', 'deadlines']);

function readingOf(id: string, course: Entry, library: LessonIndex): NumberedReference[] {
  const work = findWork(id, library);
  if (!work) return [];
  const tells = library.tells({ text: work.title, cites: [id] }, id);
  return [{ ...reference(work, course, library), ...(tells.length > 0 && { tells }) }];
}
