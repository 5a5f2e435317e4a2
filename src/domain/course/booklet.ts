/** A lesson as papers: the learner's booklet, which stops at the decision, the teacher's booklet, the questions sheet, the references, the table. */
import type { Statement } from '../entry/blocks.ts';
import { citedText } from '../entry/cited-text.ts';
import { askedIn, besideItems, hasOwnQuestions, timesTold, whereFound } from './course-pack.ts';
import { fictionFoot, isFiction } from './lesson.ts';
import type { ItemSection, ItemTeaching, Lesson, LessonUnit, PackItem } from './lesson.ts';
import { boardWords } from './boards.ts';
import { runningHead, sheetRows } from './kit.ts';
import { fitsPage, linesLeft, onPages, TITLE_ROWS } from '../paper/page-fill.ts';
import type { Block } from '../paper/page-fill.ts';
import { newsDetector, openPartA, openQuestions, shownItem, shownReadings } from './shown.ts';
import type { ListMark, Paper, PaperPart } from '../paper/paper.ts';
import { worksOnce } from '../reference/same-work.ts';
import type { Work } from '../reference/work.ts';
import type { Question, SplitQuestions } from '../case/two-parts.ts';

/** What the booklets say of themselves. */
export const LEARNER_NOTE = '学员用册：只到作出决定之前。结果和理由在讨论之后另发。非官方材料，事实以所注出处的原文为准。';
export const TEACHER_NOTE = '教师用册：含乙部、用意和教学要点，请勿在讨论之前发给学员。非官方材料，事实以所注出处的原文为准。';

/** So many alternatives stand in the teacher's booklet; the pack page offers all. */
const PRINTED_ALTERNATIVES = 3;

/** The least of the ruled lines that a learner writes on: under a question, for the decision. A page with room has more. */
const ANSWER_LINES = 2;
const DECISION_LINES = 3;

/** The learner's booklet: part A and the questions that part A can answer. */
export function learnerBooklet(lesson: Lesson): Paper {
  const front = [...section('教学目标', lesson.objectives, 'number'), ...schedule(lesson, ({ learnerTitle }) => learnerTitle)];
  return {
    title: lesson.title,
    note: LEARNER_NOTE,
    isLandscape: false,
    runningHead: runningHead(lesson.title, '学员册'),
    parts: onPages(
      [
        { parts: front, isOwn: false },
        ...lesson.units.flatMap((unit, index) => learnerUnit(unit, index, lesson)),
        { parts: lastPage(lesson), isOwn: true },
      ],
      TITLE_ROWS,
    ),
  };
}

/** What to read, and the rest of the page for notes. */
function lastPage(lesson: Lesson): PaperPart[] {
  const read = section(
    '阅读材料',
    shownReadings(lesson).map(({ text }) => text),
    'bracket',
  );
  const notes: PaperPart[] = [...read, { kind: 'heading', text: '笔记' }];
  return [...notes, { kind: 'blank', lines: Math.max(ANSWER_LINES, linesLeft(notes)) }];
}

/** The teacher's booklet: both parts, purposes, key points, background, references; `more` is what the lesson itself adds, before the sessions. */
export function teacherBooklet(lesson: Lesson, more: readonly PaperPart[] = []): Paper {
  const found = whereFound(lesson);
  return {
    title: lesson.title,
    note: TEACHER_NOTE,
    isLandscape: false,
    runningHead: runningHead(lesson.title, '教师册'),
    parts: [
      ...(lesson.note ? paragraphs(lesson.note) : []),
      { kind: 'fields', rows: [...lesson.facts, found] },
      { kind: 'subheading', text: '目录' },
      { kind: 'contents' },
      ...section('教学目标', lesson.objectives, 'number'),
      ...schedule(lesson, ({ title }) => title),
      ...printList(lesson),
      ...more,
      ...lesson.units.flatMap((unit, index) => teacherUnit(unit, index, lesson)),
      ...afterUnits(lesson, [...assessmentParts(lesson), ...section('参考文献', referencesOf(lesson), 'bracket')]),
    ],
  };
}

/** The questions alone, with room to write. */
export function questionsSheet(lesson: Lesson): Paper {
  return {
    title: `${lesson.title}：讨论题`,
    note: LEARNER_NOTE,
    isLandscape: false,
    runningHead: runningHead(lesson.title, '讨论题'),
    parts: lesson.units.flatMap((unit, index) => {
      const questions = askedBefore(unit);
      return questions.length > 0
        ? [
            { kind: 'heading' as const, text: unitHeading(index, unit.learnerTitle), ...pageOf(unit, lesson.units[index - 1]) },
            ...decision(unit.item?.teaching),
            ...withRoom(questions),
          ]
        : [];
    }),
  };
}

/** The reference list after GB/T 7714, for the teacher: titles tell outcomes. */
export function referencePaper(lesson: Lesson): Paper {
  return {
    title: `${lesson.title}：参考文献`,
    isLandscape: false,
    runningHead: runningHead(lesson.title, '参考文献'),
    parts: [{ kind: 'list', mark: 'bracket', items: referencesOf(lesson) }],
  };
}

/** Every entry, source and reading of the lesson once, however many numbers the library has for it, numbered as references are. */
export function referencesOf(lesson: Lesson): string[] {
  const all = [
    ...lesson.units.flatMap(({ item }) => (item ? [{ work: item.page, text: item.reference }, ...item.sources] : [])),
    ...lesson.readings,
  ];
  const texts = new Map(all.map(({ work, text }) => [work ?? asWork(text), text]));
  return worksOnce([...texts.keys()]).map((work) => texts.get(work) ?? '');
}

/** A reference of which nothing but its text is known: the same text is the same work. */
function asWork(text: string): Work {
  return { id: text, name: text, kind: 'page', authors: [], title: text };
}

/** The table of the lesson, one session a row, the heading first. */
export function lessonTable(lesson: Lesson): string[][] {
  return [
    ['序号', '编号', '环节', '题名', '学员册题名', '分钟', '说明', '要作的决定', '讨论题', '引用', '网址'],
    ...lesson.units.map((unit, index) => {
      const { title, learnerTitle, minutes, item, note } = unit;
      const { before, after } = askedIn(unit);
      return [
        String(index + 1),
        item?.id ?? '',
        title === item?.title ? '' : title,
        item?.title ?? '',
        learnerTitle,
        minutes > 0 ? String(minutes) : '',
        note,
        item?.teaching?.decisionPoint ?? '',
        [...before, ...after].map(({ question }) => question).join('\n'),
        item?.reference ?? '',
        item?.address ?? '',
      ];
    }),
  ];
}

function assessmentParts({ assessment }: Lesson): PaperPart[] {
  if (!assessment) return [];
  return [
    { kind: 'heading', text: '怎样检验' },
    ...paragraphs(assessment.task),
    {
      kind: 'table',
      columns: [
        { heading: '检验单上的一项', width: 42 },
        { heading: '批改要点', width: 58 },
      ],
      rows: assessment.items.map(({ ask, key }) => [{ text: ask }, { text: key }]),
    },
  ];
}

/** What is to be printed before the class, and how many of it. */
function printList(lesson: Lesson): PaperPart[] {
  const rows = sheetRows(lesson);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: '要印的和要备的' },
    {
      kind: 'table',
      columns: [
        { heading: '环节', width: 10 },
        { heading: '印件', width: 52 },
        { heading: '份数', width: 16 },
        { heading: '何时发', width: 22 },
      ],
      rows: rows.map((row) => row.map((text) => ({ text }))),
    },
  ];
}

/** A session: what is read with the decision on its page, and the questions there too when it has room. */
function learnerUnit(unit: LessonUnit, index: number, lesson: Lesson): Block[] {
  const { item } = unit;
  const { open, held } = openQuestions(unit);
  if (!item && open.length === 0) return [];
  const material: PaperPart[] = [
    { kind: 'heading', text: unitHeading(index, unit.learnerTitle), ...fictionFoot(item) },
    ...(item ? learnerItem(shownItem(item, lesson), unit) : []),
    ...besideItems(unit, lesson).flatMap(besidePartA),
  ];
  const decided: PaperPart[] = item?.teaching
    ? [
        { kind: 'subheading', text: '我的决定和理由（讨论之前写）' },
        { kind: 'blank', lines: DECISION_LINES },
      ]
    : [];
  const asked: PaperPart[] = [
    ...(open.length > 0
      ? [{ kind: 'subheading' as const, text: '讨论题' }, ...withRoom(numbered(open.map(({ question }) => question)))]
      : []),
    ...(held.length > 0
      ? [
          { kind: 'subheading' as const, text: '消息来了以后（题在消息卡上）' },
          ...held.map(() => ({ kind: 'blank' as const, lines: ANSWER_LINES })),
        ]
      : []),
    ...(item ? [{ kind: 'note' as const, text: item.shownSourceLine }] : []),
  ];
  const isOwn = item !== undefined;
  const whole = [...material, ...decided, ...asked];
  if (!isOwn || fitsPage(whole)) return [{ parts: whole, isOwn }];
  // What is only read does not spill a few lines onto a second sheet when it can be set smaller.
  const smaller = item.teaching ? undefined : SMALLER.map((look) => setAs(look, whole)).find(fitsPage);
  if (smaller) return [{ parts: smaller, isOwn }];
  // What is read and what is decided stand side by side where they can; the questions have the next page for themselves.
  const [first, second] = fitsPage([...material, ...decided]) ? [[...material, ...decided], asked] : [material, [...decided, ...asked]];
  return [
    { parts: first, isOwn },
    { parts: second, isOwn },
  ];
}

/** How running text is set that has no room on a page: as a list, or as a table. */
const SMALLER = ['usual', 'small'] as const;

function setAs(look: (typeof SMALLER)[number], parts: readonly PaperPart[]): PaperPart[] {
  return parts.map((part) => (part.kind === 'paragraph' ? { kind: 'list', look, items: [part.text] } : part));
}

/** Part A of a further case that a session puts beside its own. */
function besidePartA(item: PackItem): PaperPart[] {
  return [
    { kind: 'subheading', text: item.learnerTitle },
    ...item.notes.map((text) => ({ kind: 'note' as const, text })),
    ...statements('材料', item.teaching?.partA ?? []),
    ...decision(item.teaching),
    { kind: 'note', text: item.shownSourceLine },
  ];
}

function learnerItem(item: PackItem, unit: LessonUnit): PaperPart[] {
  const { teaching, notes } = item;
  const named: PaperPart[] = unit.learnerTitle === item.learnerTitle ? [] : [{ kind: 'subheading', text: item.learnerTitle }];
  if (teaching) {
    const notice: PaperPart[] = notes.map((text) => ({ kind: 'note', text }));
    const { lines, held } = openPartA(teaching, unit.sheets);
    return [
      ...named,
      ...notice,
      ...statements('材料', lines),
      ...held.map((text) => ({ kind: 'note' as const, text })),
      ...decision(teaching),
    ];
  }
  if (item.isForTeachers) return [...named, { kind: 'note', text: NO_PART_A }, { kind: 'blank', lines: ANSWER_LINES }];
  return [...named, ...paragraphs(item.summary), ...item.sections.flatMap(sectionParts)];
}

/** What stands in a learner's booklet for a case that has no part A. */
export const NO_PART_A = '这一条没有分成甲乙两部，材料由教师当堂讲。';

const RESERVE = '备用题（案例自带，学员册没有印）';

function teacherUnit(unit: LessonUnit, index: number, lesson: Lesson): PaperPart[] {
  const { item, questions } = unit;
  const hasOwn = hasOwnQuestions(unit);
  const fields = [
    ...(unit.minutes > 0 ? [{ label: '时间', value: timeText(unit) }] : []),
    ...(unit.note ? [{ label: '说明', value: unit.note }] : []),
    ...(unit.misfits.length > 0 ? [{ label: '换了案例，要看', value: unit.misfits.join('\n') }] : []),
    ...(unit.board ? [{ label: '板书', value: boardWords(unit.board) }] : []),
    ...(unit.sheets.length > 0
      ? [
          {
            label: '印件',
            value: unit.sheets
              .map(({ kind, title, isLate }) => `${kind}${title ? `《${title}》` : ''}${isLate ? '（议完再发）' : ''}`)
              .join('；'),
          },
        ]
      : []),
    ...(unit.materials.length > 0 ? [{ label: '备好', value: unit.materials.join('；') }] : []),
    ...(unit.alternatives.length > 0
      ? [
          {
            label: '备选',
            value: unit.alternatives
              .slice(0, PRINTED_ALTERNATIVES)
              .map(({ id, title, why }) => `${id} ${title}（${why}）`)
              .join('\n'),
          },
        ]
      : []),
  ];
  return [
    { kind: 'heading', text: unitHeading(index, unit.title), ...pageOf(unit, lesson.units[index - 1]) },
    ...(fields.length > 0 ? [{ kind: 'fields' as const, rows: fields }] : []),
    ...questionTable(item?.teaching ? '讨论题（学员册所印）' : '讨论题', questions, unit),
    ...(item ? teacherItem(item, unit, hasOwn ? RESERVE : '讨论题（学员册所印）') : []),
    ...besideItems(unit, lesson).flatMap((other) => teacherItem(other, { ...unit, item: other, title: '', sheets: [] }, RESERVE)),
  ];
}

/** A made-up case has its pages for itself. */
function pageOf({ item }: LessonUnit, before: LessonUnit | undefined): { startsPage?: true; foot?: string } {
  return isFiction(before?.item) ? { startsPage: true, ...fictionFoot(item) } : fictionFoot(item);
}

/** What follows the sessions: below a made-up case it starts a page. */
function afterUnits({ units }: Lesson, [first, ...rest]: PaperPart[]): PaperPart[] {
  if (first?.kind !== 'heading') return first ? [first, ...rest] : [];
  return [isFiction(units[units.length - 1]?.item) ? { ...first, startsPage: true } : first, ...rest];
}

/** The minutes of a session with its break and its method, and that its questions ask for more. */
function timeText(unit: LessonUnit): string {
  const { minutes, pause, method } = unit;
  const { before, after } = askedIn(unit);
  const asked = [...before, ...after].reduce((sum, question) => sum + (question.minutes ?? 0), 0);
  const more = asked > minutes - pause ? `；讨论题全问要 ${asked} 分钟，挑着问` : '';
  return `${minutes} 分钟${pause > 0 ? `，其中休息 ${pause} 分钟` : ''}${method ? `，${method}` : ''}${more}`;
}

function teacherItem(item: PackItem, unit: LessonUnit, questionHeading: string): PaperPart[] {
  const { teaching } = item;
  const top: PaperPart[] = [
    ...(unit.title === item.title ? [] : [{ kind: 'subheading' as const, text: `${item.id} ${item.title}` }]),
    ...item.notes.map((text) => ({ kind: 'note' as const, text })),
    ...paragraphs(item.summary),
  ];
  if (!teaching) return [...top, ...item.sections.flatMap(sectionParts), { kind: 'note', text: item.sourceLine }];
  return [
    ...top,
    ...section('教学目标', teaching.objectives, 'number', 'subheading'),
    ...statements('甲部：到决定之前', teaching.partA),
    ...decision(teaching),
    ...questionTable(questionHeading, teaching.questions, unit),
    ...statements('乙部：结果与后续', teaching.partB),
    ...item.sections.filter(({ heading: name }) => RECORDS.has(name)).flatMap(sectionParts),
    ...statements('背景', teaching.background),
    ...section('教学要点（编者建议）', teaching.keyPoints, 'number', 'subheading'),
    { kind: 'note', text: item.sourceLine },
  ];
}

/** What of an entry's record belongs beside part B. */
const RECORDS = new Set(['六因素', '三个区分开来', '结论与后续', '依据', '条件与评价', '原文没有写明（编者整理）']);

function schedule({ units }: Lesson, titleOf: (unit: LessonUnit) => string): PaperPart[] {
  const rows = units.map((unit, index) => [
    { text: String(index + 1) },
    { text: titleOf(unit) + (unit.pause > 0 ? `（含休息 ${unit.pause} 分钟）` : '') },
    { text: unit.method ?? '' },
    { text: unit.minutes > 0 ? String(unit.minutes) : '' },
  ]);
  const hasMethod = units.some(({ method }) => method !== undefined);
  const columns = [
    { heading: '序', width: 7 },
    { heading: '环节', width: hasMethod ? 63 : 81 },
    { heading: '方式', width: 18 },
    { heading: '分钟', width: 12 },
  ];
  const keep = <T>(cells: T[]) => cells.filter((_, index) => hasMethod || index !== 2);
  return [
    { kind: 'heading', text: `安排${timesTold(units)}` },
    { kind: 'table', columns: keep(columns), rows: rows.map(keep) },
  ];
}

function askedBefore(unit: LessonUnit): string[] {
  return numbered(openQuestions(unit).open.map(({ question }) => question));
}

function withRoom(questions: readonly string[]): PaperPart[] {
  return questions.flatMap((text): PaperPart[] => [
    { kind: 'paragraph', text },
    { kind: 'blank', lines: ANSWER_LINES },
  ]);
}

function decision(teaching: ItemTeaching | undefined): PaperPart[] {
  return teaching
    ? [
        { kind: 'subheading', text: '要作的决定' },
        { kind: 'paragraph', text: teaching.decisionPoint },
      ]
    : [];
}

function questionTable(heading: string, { before, after }: SplitQuestions<Question>, { item, sheets }: LessonUnit): PaperPart[] {
  const isHeld = item?.teaching ? newsDetector(item.teaching, sheets) : () => false;
  const questions = [
    ...before.map((question) => ({ ...question, when: isHeld(question) ? '消息之后' : '甲部' })),
    ...after.map((question) => ({ ...question, when: '乙部之后' })),
  ];
  if (questions.length === 0) return [];
  const hasMinutes = questions.some(({ minutes }) => minutes !== undefined);
  const columns = [
    { heading: '题', width: hasMinutes ? 48 : 56 },
    { heading: '用意', width: hasMinutes ? 28 : 32 },
    { heading: '何时', width: 12 },
    ...(hasMinutes ? [{ heading: '分钟', width: 12 }] : []),
  ];
  const rows = questions.map(({ question, purpose, minutes, when }) =>
    [question, purpose, when, ...(hasMinutes ? [String(minutes ?? '')] : [])].map((text) => ({ text })),
  );
  return [
    { kind: 'subheading', text: heading },
    { kind: 'table', columns, rows },
  ];
}

function statements(heading: string, items: readonly Statement[]): PaperPart[] {
  return items.length > 0
    ? [{ kind: 'subheading', text: heading }, ...items.map((item) => ({ kind: 'paragraph' as const, text: citedText(item) }))]
    : [];
}

function sectionParts({ heading, lines }: ItemSection): PaperPart[] {
  return statements(heading, lines);
}

function section(heading: string, items: readonly string[], mark: ListMark, kind: 'heading' | 'subheading' = 'heading'): PaperPart[] {
  return items.length > 0
    ? [
        { kind, text: heading },
        { kind: 'list', mark, items: [...items] },
      ]
    : [];
}

function paragraphs(text: string): PaperPart[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
}

function numbered(items: readonly string[]): string[] {
  return items.map((item, index) => `${index + 1}．${item}`);
}

function unitHeading(index: number, title: string): string {
  return `${index + 1}　${title}`;
}
