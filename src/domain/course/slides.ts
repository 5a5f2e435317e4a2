/**
 * A lesson as slides: agenda, facts, time axis, decision, questions, board, six factors, and hidden slides with part B. The notes have purpose,
 * minutes, board and sources; nothing of an outcome stands on a slide that is shown, nor in its notes, which a projector may mirror.
 */
import { BLANK_FORMS } from './blank-forms.ts';
import { boardWords } from './boards.ts';
import { LEARNER_NOTE, NO_PART_A } from './booklet.ts';
import { askedIn, besideItems, hasOwnQuestions, timesTold, whereFound } from './course-pack.ts';
import { FICTION, isFiction } from './lesson.ts';
import type { Board, ItemTeaching, Lesson, LessonUnit, PackItem } from './lesson.ts';
import { openPartA, openQuestions, shownItem } from './shown.ts';
import { fitLines, fitRows } from './slide-fit.ts';
import type { Ratio } from './slide-fit.ts';
import type { Question } from '../case/two-parts.ts';

/** What stands on a slide below its title. */
export type SlideBody =
  | { kind: 'lines'; lines: string[]; size: number }
  | { kind: 'table'; columns: { heading: string; width: number }[]; rows: string[][]; isBlank?: true }
  | { kind: 'axis'; marks: { when: string; what: string }[] };

export interface Slide {
  layout: '封面' | '正文' | '图表' | '乙部';
  title: string;
  body: SlideBody;
  /** Stands at the foot. */
  source: string;
  notes: string;
  /** Left out of the show until the teacher calls it up. */
  isHidden: boolean;
  /** Its lines are questions, which a class takes one by one. */
  isAsked?: true;
}

/** A slide whose lines or rows may not fit on one. */
type LongSlide = Omit<Slide, 'body'> & { body: SlideBody | { kind: 'lines'; lines: string[] } };

/** The link of a pack is longer than what the last row can read. */
const LONG_ADDRESS = 100;
/** Marks that an axis has room for. */
const AXIS_MARKS = 5;
/** The same where nothing stands below them. */
const BLANK_MARKS = 8;

/** The slides of a lesson. Nothing that they show tells an outcome; part B is on hidden slides. */
export function slidesOf(lesson: Lesson, ratio: Ratio = '16:9'): Slide[] {
  const found = whereFound(lesson);
  const source =
    found.label === '编号' ? found.value : found.value.length > LONG_ADDRESS ? lesson.siteName : `${lesson.siteName}，${found.value}`;
  const shown = { layout: '正文' as const, source, isHidden: false };
  const plan = lesson.units.map(
    ({ learnerTitle, minutes, pause }, index) =>
      `${index + 1}．${learnerTitle}${minutes > 0 ? `（${minutes} 分钟${pause > 0 ? `，含休息 ${pause}` : ''}）` : ''}`,
  );
  const opening: LongSlide = {
    ...shown,
    layout: '封面',
    title: lesson.title,
    body: { kind: 'lines', lines: lesson.facts.map(({ label, value }) => `${label}：${value}`) },
    notes: joined([LEARNER_NOTE, `${found.label}：${found.value}`]),
  };
  const slides: LongSlide[] = [
    opening,
    ...(lesson.objectives.length > 0
      ? [{ ...shown, title: '教学目标', body: lines(lesson.objectives.map((text, index) => `${index + 1}．${text}`)), notes: '' }]
      : []),
    { ...shown, title: `安排${timesTold(lesson.units)}`, body: lines(plan), notes: '' },
    ...lesson.units.flatMap((unit) => unitSlides(unit, lesson, source)),
    ...(lesson.assessment
      ? [
          {
            ...shown,
            title: '怎样检验',
            body: lines([lesson.assessment.task, ...lesson.assessment.items.map(({ ask }, index) => `${index + 1}．${ask}`)]),
            notes: '',
          },
        ]
      : []),
  ];
  return slides.flatMap((slide) => paged(slide, ratio));
}

const NONE_ASKED = { before: [], after: [] };

function unitSlides(unit: LessonUnit, lesson: Lesson, lessonSource: string): LongSlide[] {
  const { learnerTitle: title } = unit;
  const item = unit.item && shownItem(unit.item, lesson);
  const source = item ? sourceOf(item) : lessonSource;
  const shown = { source, isHidden: false };
  const { open, held } = openQuestions(unit);
  const { board } = unit;
  const isAxis = board?.shape === '时间轴';
  // A board with the six factors is the table already.
  const hasFactors = unit.sheets.some(({ kind }) => kind === '六因素表') && board?.rows.join() !== BLANK_FORMS.六因素表.fields.join();
  return [
    ...(item ? itemSlides(item, unit, source) : []),
    ...(board && isAxis ? [boardSlide(board, title, shown)] : []),
    ...(item?.teaching ? [decisionSlide(item.teaching, item, unit, shown)] : []),
    ...besideItems(unit, lesson).flatMap((other) => [
      ...itemSlides(other, { ...unit, sheets: [] }, sourceOf(other)),
      ...(other.teaching ? [decisionSlide(other.teaching, other, unit, { ...shown, source: sourceOf(other) })] : []),
    ]),
    ...askedSlide(item ? `讨论　${title}` : title, open, 0, shown, [...(item ? [] : [unitNotes(unit)]), ...reserveNotes(unit)]),
    ...newsSlides(item, unit, shown),
    ...askedSlide(`消息来了以后　${title}`, held, open.length, shown, []),
    ...(board && !isAxis ? [boardSlide(board, title, shown)] : []),
    ...(hasFactors ? [factorSlide(title, shown)] : []),
    ...(unit.item?.teaching && unit.sheets.some(({ kind }) => kind === '乙部') ? lateSlides(unit.item, unit.item.teaching, unit) : []),
    ...besideItems(unit, lesson).flatMap((other) =>
      other.teaching ? lateSlides(other, other.teaching, { ...unit, questions: NONE_ASKED, item: other }) : [],
    ),
  ];
}

/** The foot of a slide: what it rests on, and that it is made up. */
function sourceOf(item: PackItem, line = item.shownSourceLine): string {
  return isFiction(item) ? `${FICTION}　${line}` : line;
}

/** Questions with their numbers after those that were asked `before`, and their purposes in the notes. */
function askedSlide(title: string, questions: readonly Question[], before: number, shown: Shown, more: readonly string[]): LongSlide[] {
  if (questions.length === 0) return [];
  return [
    {
      ...shown,
      layout: '正文',
      title,
      isAsked: true,
      body: lines(questions.map(({ question }, index) => `${before + index + 1}．${question}`)),
      notes: joined([...purposesOf(questions, before), ...more]),
    },
  ];
}

/** What each question is for, and its minutes, which a class counts down. */
function purposesOf(questions: readonly Question[], before: number): string[] {
  return questions.map(
    ({ purpose, minutes }, index) => `第${before + index + 1}题用意：${purpose}${minutes === undefined ? '' : `（${minutes} 分钟）`}`,
  );
}

type Shown = Pick<Slide, 'source' | 'isHidden'>;

const SITUATION_SLIDES = new Set(['先看这里：法律不许的', '政策怎么说']);

/** The facts before the decision, or what an entry without two parts says. */
function itemSlides(item: PackItem, unit: LessonUnit, source: string): LongSlide[] {
  const { teaching, learnerTitle } = item;
  const slide = { layout: '正文' as const, source, isHidden: false, notes: unitNotes(unit) };
  if (!teaching) {
    // Of a situation what is forbidden and what the policy says; of anything else the first sentences.
    const isSituation = item.collection === 'situations';
    const sections = isSituation ? item.sections.filter(({ heading }) => SITUATION_SLIDES.has(heading)) : item.sections;
    const told = [item.summary, ...sections.flatMap(({ lines: list }) => list.map(({ text }) => text))].filter(Boolean);
    return [{ ...slide, title: learnerTitle, body: lines(item.isForTeachers ? [NO_PART_A] : isSituation ? told : told.slice(0, 3)) }];
  }
  const { lines: open, held } = openPartA(teaching, unit.sheets);
  const notices = item.notes.filter((note) => note.includes('虚构') || note.includes('短例'));
  return [{ ...slide, title: learnerTitle, body: lines([...notices, ...open.map(({ text }) => text), ...held]) }];
}

function decisionSlide(
  { decisionPoint }: ItemTeaching,
  { learnerTitle, learnerAddress }: PackItem,
  unit: LessonUnit,
  shown: Shown,
): LongSlide {
  const link = learnerAddress ? [`学员可以看的页面（只有甲部）：${learnerAddress}`] : [];
  return {
    ...shown,
    layout: '正文',
    title: `要作的决定　${learnerTitle}`,
    body: lines([decisionPoint]),
    notes: joined([...link, ...timeNotes(unit)]),
  };
}

function newsSlides(item: PackItem | undefined, { sheets }: LessonUnit, shown: Shown): LongSlide[] {
  if (!item?.teaching || !sheets.some(({ kind }) => kind === '消息卡')) return [];
  const news = item.teaching.partA.filter(({ moment }) => moment === '途中').map(({ text }) => text);
  return news.length > 0
    ? [
        {
          ...shown,
          layout: '正文',
          title: `刚刚的消息　${item.learnerTitle}`,
          body: lines(news),
          notes: '议过第一题再放；放完停一分钟，各组说改不改。',
        },
      ]
    : [];
}

function boardSlide(board: Board, title: string, shown: Shown): LongSlide {
  const notes = `板书：${boardWords(board)}`;
  if (board.shape === '时间轴')
    return { ...shown, layout: '图表', title, body: { kind: 'axis', marks: board.columns.map((when) => ({ when, what: '' })) }, notes };
  const isGrid = board.shape === '行列' && board.rows.length > 0;
  const heads = board.shape === '两轴' ? ['小', '大'] : board.columns;
  const rows = board.shape === '两轴' ? ['快', '慢'] : isGrid ? board.rows : [''];
  const first =
    isGrid || board.shape === '两轴'
      ? [{ heading: board.shape === '两轴' ? board.columns.join('／') : '', width: Math.max(1, heads.length / 3) }]
      : [];
  return {
    ...shown,
    layout: '图表',
    title,
    body: {
      kind: 'table',
      columns: [...first, ...heads.map((heading) => ({ heading, width: 2 }))],
      rows: rows.map((name) => [...(first.length > 0 ? [name] : []), ...heads.map(() => '')]),
      isBlank: true,
    },
    notes,
  };
}

function factorSlide(title: string, shown: Shown): LongSlide {
  const { fields, columns, note } = BLANK_FORMS.六因素表;
  return {
    ...shown,
    layout: '图表',
    title: `六因素　${title}`,
    body: {
      kind: 'table',
      columns: [{ heading: '因素', width: 2 }, ...columns.map((heading) => ({ heading, width: 3 }))],
      rows: fields.map((field) => [field, '', '', '']),
      isBlank: true,
    },
    notes: note,
  };
}

/** Part B, how it was handled, the six factors as the sources tell them, and what to ask then: all hidden. */
function lateSlides(item: PackItem, teaching: ItemTeaching, unit: LessonUnit): LongSlide[] {
  const hidden = { layout: '乙部' as const, source: sourceOf(item, item.sourceLine), isHidden: true };
  const name = item.learnerTitle;
  const { after } = askedIn(unit);
  const told = item.factors.filter(({ value }) => value !== '未载');
  return [
    {
      ...hidden,
      title: `乙部　${name}`,
      body: lines(teaching.partB.map(({ text }) => text)),
      notes: joined([`全题：${item.title}`, ...teaching.keyPoints.map((point) => `要点：${point}`)]),
    },
    ...(item.steps.length > 1
      ? [{ ...hidden, title: `办理经过　${name}`, body: { kind: 'axis' as const, marks: item.steps }, notes: '' }]
      : []),
    ...(told.length > 0
      ? [
          {
            ...hidden,
            title: `来源怎样写六因素　${name}`,
            body: {
              kind: 'table' as const,
              columns: [
                { heading: '因素', width: 1 },
                { heading: '来源怎么写', width: 4 },
              ],
              rows: item.factors.map(({ label, value }) => [label, value]),
            },
            notes: '没有写的是“未载”，不补。',
          },
        ]
      : []),
    ...(after.length > 0
      ? [
          {
            ...hidden,
            title: `看过乙部再议　${name}`,
            isAsked: true as const,
            body: lines(after.map(({ question }, index) => `${index + 1}．${question}`)),
            notes: joined(purposesOf(after, 0)),
          },
        ]
      : []),
  ];
}

/** What is held in reserve for before part B. */
function reserveNotes(unit: LessonUnit): string[] {
  const reserve = hasOwnQuestions(unit) ? (unit.item?.teaching?.questions.before ?? []) : [];
  return reserve.map(({ question }) => `备用题：${question}`);
}

function timeNotes({ minutes, pause, method }: LessonUnit): string[] {
  return minutes > 0 ? [`时间：${minutes} 分钟${pause > 0 ? `，其中休息 ${pause} 分钟` : ''}${method ? `，${method}` : ''}`] : [];
}

function unitNotes(unit: LessonUnit): string {
  const { note, board, materials, sheets, item } = unit;
  return joined([
    ...timeNotes(unit),
    note,
    ...(board ? [`板书：${boardWords(board)}`] : []),
    ...(sheets.length > 0 ? [`印件：${[...new Set(sheets.map(({ kind }) => kind))].join('、')}`] : []),
    ...(materials.length > 0 ? [`备好：${materials.join('；')}`] : []),
    ...(item ? [item.shownSourceLine] : []),
  ]);
}

function lines(list: string[]): { kind: 'lines'; lines: string[] } {
  return { kind: 'lines', lines: list };
}

/** One slide, or several of the same title when the lines do not fit; the notes stand on the first. */
function paged({ body, ...slide }: LongSlide, ratio: Ratio): Slide[] {
  const bodies = pagesOf(body, ratio);
  return bodies.map((page, index) => ({
    ...slide,
    title: bodies.length > 1 ? `${slide.title}（${index + 1}/${bodies.length}）` : slide.title,
    body: page,
    notes: index === 0 ? slide.notes : '',
  }));
}

function pagesOf(body: LongSlide['body'], ratio: Ratio): SlideBody[] {
  switch (body.kind) {
    case 'lines': {
      const { pages, size } = fitLines(body.lines, ratio);
      return pages.map((page) => ({ kind: 'lines', lines: page, size }));
    }
    case 'table':
      return fitRows(
        body.rows,
        body.columns.map(({ width }) => width),
        ratio,
      ).map((rows) => ({ ...body, rows }));
    case 'axis': {
      const most = body.marks.every(({ what }) => what === '') ? BLANK_MARKS : AXIS_MARKS;
      const count = Math.ceil(body.marks.length / most);
      const size = Math.ceil(body.marks.length / count);
      return Array.from({ length: count }, (_, page) => ({ kind: 'axis', marks: body.marks.slice(page * size, (page + 1) * size) }));
    }
  }
}

function joined(list: readonly string[]): string {
  return list
    .filter((line, index) => line !== '' || index > 0)
    .join('\n')
    .trim();
}
