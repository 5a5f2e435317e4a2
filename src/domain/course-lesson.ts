/** Makes of entries and courses what a class uses; runs when the site is built. */
import { citedNumber } from '../schema/number.ts';
import { blocksOf, contextOf, datedText } from './blocks.ts';
import type { Block, Row, Statement } from './blocks.ts';
import type { ItemSection, ItemTeaching, Lesson, NumberedReference, PackItem } from './course-pack.ts';
import { formatFigure } from './figures.ts';
import { formatQuote, readNote } from './law-links.ts';
import type { Clause } from './law-links.ts';
import { soundPack } from './pack-store.ts';
import type { Pack } from './pack-store.ts';
import type { Entry, EntryOf } from './records.ts';
import { isOf } from './records.ts';
import { formatReference } from './reference.ts';
import { isTaught, learnerTitle, splitQuestions } from './two-parts.ts';
import { citedWorks, citesText, findWork, pageWork } from './cited-works.ts';
import { withRoot } from './work.ts';
import type { WorkIndex } from './cited-works.ts';
import type { Work } from './work.ts';

/** Where an entry's citations lead, and where entries can be found. */
export interface LessonIndex extends WorkIndex {
  /** The address of the site, ending in a slash; empty while it is not known: then entries are told by their numbers. */
  root: string;
}

/** Characters that the foot of a slide holds, less the words round the names. */
const LINE = 140;

/** An entry as a class uses it. */
export function packItemOf(entry: Entry, library: LessonIndex): PackItem {
  const { id, title, summary } = entry.data;
  const teaching = teachingOf(entry, library);
  const address = addressOf(id, library);
  const works = citedWorks(entry, library);
  const shown = works.filter(
    ({ id: work }) => !isTaught(entry) || entry.data.teaching.partA.some(({ cites }) => cites.some((cite) => citedNumber(cite) === work)),
  );
  const own = [`${library.siteName} ${id}`, address].filter(Boolean).join('，');
  const sourceLine = (list: readonly Work[]) => `出处：${listed([own, ...list.map(({ name }) => name)])}`;
  return {
    id,
    title,
    learnerTitle: learnerTitle(entry),
    collection: entry.collection,
    summary,
    address,
    notes: notesOf(entry),
    minutes: teaching ? [...teaching.questions.before, ...teaching.questions.after].reduce((sum, item) => sum + item.minutes, 0) : 0,
    ...(teaching && { teaching }),
    isForTeachers: !teaching && (isOf(entry, 'practices') || isOf(entry, 'tolerance')),
    sections: blocksOf(entry, contextOf(library.byId))
      .flatMap(sectionOf)
      .map(({ heading, lines }) => ({ heading, lines: lines.map((line) => namedStatement(line, library)) })),
    sourceLine: sourceLine(works),
    shownSourceLine: sourceLine(shown),
    reference: reference(pageWork(entry, library.siteName), entry, library),
    sources: works.map((work) => ({ id: work.id, text: reference(work, entry, library) })),
  };
}

function teachingOf(entry: Entry, library: LessonIndex): ItemTeaching | undefined {
  if (!isTaught(entry)) return undefined;
  const { questions, partA, partB, background, ...rest } = entry.data.teaching;
  const named = (items: readonly Statement[]) => items.map((item) => namedStatement(item, library));
  return { ...rest, partA: named(partA), partB: named(partB), background: named(background), questions: splitQuestions(questions, entry) };
}

function notesOf(entry: Entry): string[] {
  const { nature } = entry.data;
  if (nature === '教学情景') return ['教学情景（虚构）：人物、地方和经过都是为教学编写的，不能当作实例引用。'];
  if (isOf(entry, 'tolerance')) return [`编者所见：${entry.data.completeness}；来源级别：${entry.data.sourceLevel}。`];
  if (isOf(entry, 'practices')) return [`证据性质：${entry.data.evidence}。`];
  return [];
}

/** Names in one line that stands at the foot of a slide; those for which it has no room are counted. */
function listed(names: readonly string[]): string {
  const fits = names.filter((_, at) => names.slice(0, at + 1).join('；').length <= LINE);
  const left = names.length - fits.length;
  return fits.join('；') + (left > 0 ? `；另 ${left} 种，见参考文献` : '');
}

/** A sentence with what it rests on by name, for readers who have no list of works at hand. */
function namedStatement({ text, cites }: Statement, library: LessonIndex): Statement {
  return { text, cites: [citesText(cites, library)].filter(Boolean) };
}

/** A file that is made with the site knows no reader's day: its works were read when the entry was last compared with them. */
function reference(work: Work, { data }: Entry, { root }: LessonIndex): string {
  return formatReference(withRoot(work, root), '2025', data.checked.date);
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
      return [
        {
          heading,
          lines: block.items.map((item) => ({
            text: `${item.what}：${formatFigure(item)}（${item.whose}，${item.period}）`,
            cites: [item.cite],
          })),
        },
      ];
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
  const items = data.units.map(({ case: id = '', minutes, title }) => ({ id, minutes, note: title }));
  return soundPack({ title: data.title, note: '', items });
}

/** The lesson that a course makes. */
export function lessonOfCourse(course: EntryOf<'courses'>, library: LessonIndex): Lesson {
  const { data } = course;
  return {
    title: data.title,
    note: data.summary,
    facts: [
      { label: '对象', value: data.audience },
      { label: '学时', value: `${data.hours} 小时` },
      { label: '班次', value: data.classType },
    ],
    objectives: data.objectives,
    units: data.units.map((unit) => {
      const entry = unit.case === undefined ? undefined : library.byId.get(unit.case);
      return {
        title: unit.title,
        learnerTitle: unit.title,
        minutes: unit.minutes,
        method: unit.method,
        ...(entry && { item: packItemOf(entry, library) }),
        questions: splitQuestions(unit.questions, entry),
        note: '',
        ...(unit.board !== undefined && { board: unit.board }),
        materials: unit.materials,
        alternatives: unit.alternatives.map((id) => library.byId.get(id)?.data.title ?? id),
      };
    }),
    readings: data.readings.flatMap((id) => readingOf(id, course, library)),
    assessment: data.assessment,
    id: data.id,
    address: addressOf(data.id, library),
    siteName: library.siteName,
  };
}

function readingOf(id: string, course: Entry, library: LessonIndex): NumberedReference[] {
  const work = findWork(id, library);
  return work ? [{ id, text: reference(work, course, library) }] : [];
}
