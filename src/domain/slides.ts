/** A lesson as plain slides: facts, decision, questions; the notes pane has what only the teacher should see. */
import { LEARNER_NOTE } from './booklet.ts';
import { citedText } from './cited-text.ts';
import { askedIn, hasOwnQuestions, totalMinutes, whereFound } from './course-pack.ts';
import type { ItemTeaching, Lesson, LessonUnit, PackItem } from './course-pack.ts';
import { fitLines } from './slide-fit.ts';

export interface Slide {
  title: string;
  lines: string[];
  /** Of the lines, in points. */
  size: number;
  /** Stands at the foot. */
  source: string;
  notes: string;
}

/** A slide whose lines may not fit on one. */
type LongSlide = Omit<Slide, 'size'>;

/** The link of a pack is longer than what the last row can read. */
const LONG_ADDRESS = 100;

/** The slides of a lesson. Nothing that they show tells an outcome. */
export function slidesOf(lesson: Lesson): Slide[] {
  const found = whereFound(lesson);
  const source =
    found.label === '编号' ? found.value : found.value.length > LONG_ADDRESS ? lesson.siteName : `${lesson.siteName}，${found.value}`;
  const total = totalMinutes(lesson.units);
  const opening = { title: lesson.title, source, notes: joined([lesson.note, LEARNER_NOTE, `${found.label}：${found.value}`]) };
  const facts = lesson.facts.map(({ label, value }) => `${label}：${value}`);
  const plan = lesson.units.map(
    ({ learnerTitle, minutes }, index) => `${index + 1}．${learnerTitle}${minutes > 0 ? `（${minutes} 分钟）` : ''}`,
  );
  const planTitle = total > 0 ? `安排（共 ${total} 分钟）` : '安排';
  const top =
    facts.length > 0
      ? [
          { ...opening, lines: facts },
          { title: planTitle, lines: plan, source, notes: '' },
        ]
      : [{ ...opening, lines: plan }];
  return [...top, ...lesson.units.flatMap((unit) => unitSlides(unit, source))].flatMap(paged);
}

function unitSlides(unit: LessonUnit, lessonSource: string): LongSlide[] {
  const { item, learnerTitle } = unit;
  const asked = askedIn(unit).before.map(({ question }, index) => `${index + 1}．${question}`);
  if (!item) return asked.length > 0 ? [{ title: learnerTitle, lines: asked, source: lessonSource, notes: unitNotes(unit) }] : [];
  const discussion = learnerTitle === item.learnerTitle ? `讨论　${item.id}` : `讨论　${learnerTitle}`;
  const notes = joined([...questionNotes(unit), ...(item.teaching ? partBNotes(item.teaching) : [])]);
  return [
    ...itemSlides(item, unitNotes(unit)),
    ...(asked.length > 0 ? [{ title: discussion, lines: asked, source: item.shownSourceLine, notes }] : []),
  ];
}

function itemSlides(item: PackItem, unitNote: string): LongSlide[] {
  const { teaching, learnerTitle: title, shownSourceLine: source } = item;
  if (!teaching) {
    const lines = item.isForTeachers ? ['材料由教师当堂提供。'] : [item.summary];
    return [{ title, lines, source, notes: joined([unitNote, item.title, item.summary, ...sectionsAsNotes(item)]) }];
  }
  const scenario = item.notes.filter((note) => note.includes('虚构'));
  return [
    {
      title,
      lines: [...scenario, ...teaching.partA.map(({ text }) => text)],
      source,
      notes: joined([unitNote, `全题：${item.title}`]),
    },
    {
      title: `要作的决定　${item.id}`,
      lines: [teaching.decisionPoint],
      source,
      notes: joined(teaching.keyPoints.map((point) => `要点：${point}`)),
    },
  ];
}

/** Purposes, what to ask after part B, and what is held in reserve. */
function questionNotes(unit: LessonUnit): string[] {
  const { before, after } = askedIn(unit);
  const reserve = hasOwnQuestions(unit) ? unit.item?.teaching?.questions : undefined;
  const timed = (minutes: number | undefined) => (minutes === undefined ? '' : `（${minutes} 分钟）`);
  return [
    ...before.map(({ purpose, minutes }, index) => `第${index + 1}题用意：${purpose}${timed(minutes)}`),
    ...after.map(({ question, purpose, minutes }) => `乙部之后再问：${question}用意：${purpose}${timed(minutes)}`),
    ...(reserve ? [...reserve.before, ...reserve.after].map(({ question }) => `备用题：${question}`) : []),
  ];
}

function partBNotes({ partB }: ItemTeaching): string[] {
  return ['乙部（讨论之后再说）：', ...partB.map(citedText)];
}

function unitNotes(unit: LessonUnit): string {
  const { minutes, method, note, board, materials, alternatives, item } = unit;
  return joined([
    minutes > 0 ? `时间：${minutes} 分钟${method ? `，${method}` : ''}` : '',
    note,
    board ? `板书：${board}` : '',
    materials.length > 0 ? `材料：${materials.join('；')}` : '',
    alternatives.length > 0 ? `备选：${alternatives.join('；')}` : '',
    ...(item ? [] : questionNotes(unit)),
  ]);
}

function sectionsAsNotes({ sections }: PackItem): string[] {
  return sections.flatMap(({ heading, lines }) => [`${heading}：`, ...lines.map(citedText)]);
}

/** One slide, or several of the same title when the lines do not fit; the notes stand on the first. */
function paged({ title, lines, source, notes }: LongSlide): Slide[] {
  const { pages, size } = fitLines(lines);
  return pages.map((page, index) => ({
    title: pages.length > 1 ? `${title}（${index + 1}/${pages.length}）` : title,
    lines: page,
    size,
    source,
    notes: index === 0 ? notes : '',
  }));
}

function joined(lines: readonly string[]): string {
  return lines
    .filter((line, index) => line !== '' || index > 0)
    .join('\n')
    .trim();
}
