/** Everything that a lesson hands out, as papers: part B for the envelope, cards, blank forms, articles, boards, the assessment and its key. */
import { BLANK_FORMS, isBlankForm } from './blank-forms.ts';
import { boardTable, boardWords } from './boards.ts';
import { citedText } from '../entry/cited-text.ts';
import { casesIn, itemOf } from './course-pack.ts';
import { fictionFoot, FICTION } from './lesson.ts';
import type { ItemSection, Lesson, LessonUnit, PackItem, Sheet } from './lesson.ts';
import type { Paper, PaperPart } from '../paper/paper.ts';
import { fillPage, rowsOfText, TITLE_ROWS } from '../paper/page-fill.ts';
import { openQuestions, shownSheet } from './shown.ts';

/** A paper of the kit with the name of its file. */
export interface KitPaper {
  name: string;
  /** For whom it is, and when it is handed out. */
  use: string;
  paper: Paper;
}

const KEPT = '教师用，课后收回。';

/** The papers of a lesson beside its two booklets; those that have nothing on them are left out. */
export function kitPapers(lesson: Lesson): KitPaper[] {
  const all: KitPaper[] = [
    {
      name: '4 乙部（装信封）',
      use: '议完再发，每人1份',
      paper: paperOf(lesson, '乙部', '结果与后续：装进信封，议完再拆。', lateCases(lesson)),
    },
    {
      name: '5 角色卡和消息卡',
      use: '每组1套，沿框剪开',
      paper: {
        ...paperOf(lesson, '角色卡和消息卡', '沿框剪开。情景是虚构的，卡上的人和事也是。', cards(lesson)),
        // Beside a title that is not cut there is no room for more.
        runningHead: runningHead(lesson.title, '角色卡'),
      },
    },
    { name: '6 空白表', use: '每组1张；卡片每人1张', paper: paperOf(lesson, '空白表', '空白表不载事实，可以照数复印。', forms(lesson)) },
    {
      name: '7 条文和阅读页',
      use: '每人1份；标“议完再发”的留到最后',
      paper: paperOf(lesson, '条文和阅读页', '大意由编者概括，原文以发布机关的文本为准。', articles(lesson)),
    },
    { name: '8 板书图', use: '教师照着画', paper: { ...paperOf(lesson, '板书图', KEPT, boards(lesson)), isLandscape: true } },
    { name: '9 检验单', use: '每人1份', paper: paperOf(lesson, '检验单', lesson.assessment?.task ?? '', assessmentSheet(lesson)) },
    { name: '9 检验单（批改要点）', use: '教师用', paper: paperOf(lesson, '检验单批改要点', KEPT, assessmentKey(lesson)) },
  ];
  return all.filter(({ paper }) => paper.parts.length > 0);
}

/** What is to be printed, one sheet a row: session, sheet, copies, when it is handed out. */
export function sheetRows(lesson: Lesson): string[][] {
  return lesson.units.flatMap((unit, index) =>
    unit.sheets.map((sheet) => [
      String(index + 1),
      sheetName(sheet, unit, lesson),
      copiesOf(sheet.kind),
      sheet.isLate ? '议完再发' : sheet.kind === '消息卡' ? '中途发' : '开始时发',
    ]),
  );
}

/** A sheet as the list of what to print names it. */
export function sheetName(sheet: Sheet, unit: LessonUnit, lesson: Lesson): string {
  const item = itemOf(sheet, unit, lesson);
  if (sheet.title) return `${sheet.kind}：${sheet.title}`;
  if (sheet.kind === '板书表') return `空白表：${unit.learnerTitle}`;
  if (isBlankForm(sheet.kind)) return BLANK_FORMS[sheet.kind].title;
  if (sheet.heads) return `卡片：${sheet.heads.join('、')}`;
  return item ? `${sheet.kind}：${item.learnerTitle}` : sheet.kind;
}

function copiesOf(kind: string): string {
  if (kind === '角色卡') return '每组1套';
  if (kind === '消息卡') return '每组1张';
  return kind.endsWith('表') || kind.endsWith('记录') ? '每组1张' : '每人1份';
}

function paperOf({ title }: Lesson, name: string, note: string, parts: PaperPart[]): Paper {
  return { title: `${title}：${name}`, note, isLandscape: false, runningHead: runningHead(title, name), parts };
}

/** Letters of a title beside which the school, the day and the name of the paper have room in one line. */
const HEAD_LETTERS = 14;

/** The line at the head of every page: a long title stands there without what follows its colon or bracket. */
export function runningHead(title: string, name: string): string {
  const short = title.length > HEAD_LETTERS ? (/^[^：（]+/u.exec(title)?.[0] ?? title) : title;
  return `${short}　${name}`;
}

/** Part B of each case that is handed out, each from a page of its own. */
function lateCases(lesson: Lesson): PaperPart[] {
  const items = onceEach(lesson, '乙部');
  return items.flatMap((item, index): PaperPart[] => [
    { kind: 'heading', text: `乙部　${item.learnerTitle}`, startsPage: index > 0, ...fictionFoot(item) },
    ...item.notes.map((text) => ({ kind: 'note' as const, text })),
    ...(item.teaching?.partB ?? []).map((line) => ({ kind: 'paragraph' as const, text: citedText(line) })),
    ...(item.teaching && item.teaching.questions.after.length > 0
      ? [
          { kind: 'subheading' as const, text: '看过以后再议' },
          { kind: 'list' as const, mark: 'number' as const, items: item.teaching.questions.after.map(({ question }) => question) },
        ]
      : []),
    { kind: 'note', text: item.sourceLine },
  ]);
}

function cards(lesson: Lesson): PaperPart[] {
  const roles = onceEach(lesson, '角色卡').flatMap((item): PaperPart[] => [
    { kind: 'heading', text: `角色卡　${item.learnerTitle}`, foot: FICTION },
    ...rolesOf(item).map(([role, lines]): PaperPart => ({ kind: 'card', title: `${role}（虚构）`, lines })),
  ]);
  const news = onceEach(lesson, '消息卡').flatMap((item): PaperPart[] => {
    const told = (item.teaching?.partA ?? []).filter(({ moment }) => moment === '途中').map(({ text }) => text);
    const unit = lesson.units.find((one) => one.item?.id === item.id);
    const asked = unit ? openQuestions(unit).held.map(({ question }) => `收到以后：${question}`) : [];
    return [
      { kind: 'heading', text: `消息卡　${item.learnerTitle}`, foot: FICTION },
      ...told.map((text, index): PaperPart => ({
        kind: 'card',
        title: '刚刚的消息（虚构）',
        lines: index < told.length - 1 ? [text] : [text, ...asked],
      })),
    ];
  });
  return [...roles, ...news];
}

/** Who is there, with what each knows. */
function rolesOf({ teaching }: PackItem): [role: string, lines: string[]][] {
  const known = new Map<string, string[]>();
  for (const { role, text } of teaching?.partA ?? []) if (role) known.set(role, [...(known.get(role) ?? []), text]);
  return [...known];
}

function forms(lesson: Lesson): PaperPart[] {
  const parts = lesson.units.flatMap((unit) => unit.sheets.map((sheet) => formOf(sheet, unit)).filter((form) => form.length > 0));
  const seen = new Set<string>();
  const once = parts.filter(([first]) => {
    const key = JSON.stringify(first);
    return seen.size !== seen.add(key).size;
  });
  return once.flatMap((form, index) => form.map((part) => (part.kind === 'heading' && index > 0 ? { ...part, startsPage: true } : part)));
}

const FORM_HEIGHT = 170;
/** Cards of a page: so many with so many lines to write on, fewer with more. */
const CARDS = 4;
const CARD_LINES = 4;

function formOf(sheet: Sheet, { board, learnerTitle }: LessonUnit): PaperPart[] {
  if (isBlankForm(sheet.kind)) {
    const { title, note, fields, columns } = BLANK_FORMS[sheet.kind];
    const heads = columns.length > 0 ? columns : [''];
    return [
      { kind: 'heading', text: title },
      { kind: 'note', text: note },
      {
        kind: 'table',
        columns: [{ heading: '', width: 22 }, ...heads.map((heading) => ({ heading, width: 78 / heads.length }))],
        rows: fields.map((field) => [{ text: field }, ...heads.map(() => ({ text: '' }))]),
        rowHeight: FORM_HEIGHT / fields.length,
      },
    ];
  }
  if (sheet.kind === '板书表' && board)
    return [
      { kind: 'heading', text: learnerTitle },
      ...(board.note ? [{ kind: 'note' as const, text: board.note }] : []),
      boardTable(board, FORM_HEIGHT),
    ];
  if (sheet.heads)
    return [
      { kind: 'heading', text: `卡片　${learnerTitle}` },
      ...Array.from({ length: sheet.heads.length > CARD_LINES ? CARDS - 1 : CARDS }, (): PaperPart => ({
        kind: 'card',
        title: learnerTitle,
        lines: [],
        blanks: sheet.heads ?? [],
      })),
    ];
  return [];
}

function articles(lesson: Lesson): PaperPart[] {
  const sheets = lesson.units.flatMap(({ sheets: all }) => all).filter(({ title }) => title);
  const once = [...new Map(sheets.map((sheet) => [sheet.title, { sheet, shown: shownSheet(sheet, lesson) }])).values()].filter(
    ({ shown: { sections = [] } }) => sections.length > 0,
  );
  return once.flatMap(({ sheet, shown: { title = '', sections = [], sourceLine = '', isLate } }, index): PaperPart[] => [
    { kind: 'heading', text: title + (isLate ? '（议完再发）' : ''), startsPage: index > 0 },
    ...sections.flatMap(sectionParts),
    ...leftOut(countLines(sheet.sections) - countLines(sections)),
    { kind: 'note', text: sourceLine },
  ]);
}

/** Says that sentences are missing, so that what compares three things and shows two is not read as whole. */
function leftOut(count: number): PaperPart[] {
  return count === 0
    ? []
    : [{ kind: 'note', text: `这里略去 ${count} 句，它们会说出本课案例的结果；发了乙部以后，看全文照下面的编号查。` }];
}

function countLines(sections: Sheet['sections'] = []): number {
  return sections.reduce((sum, { lines }) => sum + lines.length, 0);
}

function boards({ units }: Lesson): PaperPart[] {
  const drawn = units.flatMap((unit, index) => (unit.board ? [{ ...unit, board: unit.board, index }] : []));
  return drawn.flatMap(({ board, title, index, item }, at): PaperPart[] => [
    { kind: 'heading', text: `${index + 1}　${title}`, startsPage: at > 0, ...fictionFoot(item) },
    { kind: 'note', text: boardWords(board) },
    boardTable(board),
  ]);
}

const ANSWER_LINES = 4;

function assessmentSheet({ assessment }: Lesson): PaperPart[] {
  const asked = (assessment?.items ?? []).flatMap(({ ask }, index): PaperPart[] => [
    { kind: 'paragraph', text: `${index + 1}．${ask}` },
    { kind: 'blank', lines: ANSWER_LINES },
  ]);
  return fillPage(asked, TITLE_ROWS + rowsOfText(assessment?.task ?? ''));
}

function assessmentKey({ assessment }: Lesson): PaperPart[] {
  if (!assessment) return [];
  return [
    {
      kind: 'table',
      columns: [
        { heading: '检验单上的一项', width: 36 },
        { heading: '批改要点', width: 44 },
        { heading: '合格／退回', width: 20 },
      ],
      rows: assessment.items.map(({ ask, key }) => [{ text: ask }, { text: key }, { text: '' }]),
    },
  ];
}

/** The entries whose sheets of a kind are handed out, each once, in order. */
function onceEach(lesson: Lesson, kind: string): PackItem[] {
  const known = casesIn(lesson);
  const items = lesson.units.flatMap((unit) =>
    unit.sheets.filter((sheet) => sheet.kind === kind).flatMap((sheet) => itemOf(sheet, unit, lesson) ?? []),
  );
  return [...new Map(items.filter(({ id }) => known.has(id)).map((item) => [item.id, item])).values()];
}

function sectionParts({ heading, lines }: ItemSection): PaperPart[] {
  return [{ kind: 'subheading', text: heading }, ...lines.map((line) => ({ kind: 'paragraph' as const, text: citedText(line) }))];
}
