/** A lesson as plain slides: facts, decision, questions; the notes pane has what only the teacher should see. */
import { LEARNER_NOTE } from './booklet.ts';
import { totalMinutes } from './course-pack.ts';
import type { ItemTeaching, Lesson, LessonUnit, PackItem } from './course-pack.ts';

export interface Slide {
  title: string;
  lines: string[];
  /** Stands at the foot. */
  source: string;
  notes: string;
}

/** Characters that a slide holds at a size that the last row can read. */
const FULL = 300;

/** The slides of a lesson. Nothing that they show tells an outcome. */
export function slidesOf(lesson: Lesson): Slide[] {
  const source = `${lesson.siteName}，${lesson.address}`;
  const total = totalMinutes(lesson.units);
  return [
    {
      title: lesson.title,
      lines: lesson.facts.map(({ label, value }) => `${label}：${value}`),
      source,
      notes: `${lesson.note}\n${LEARNER_NOTE}`.trim(),
    },
    ...paged({
      title: total > 0 ? `安排（共 ${total} 分钟）` : '安排',
      lines: lesson.units.map(
        ({ learnerTitle, minutes }, index) => `${index + 1}．${learnerTitle}${minutes > 0 ? `（${minutes} 分钟）` : ''}`,
      ),
      source,
      notes: '',
    }),
    ...lesson.units.flatMap((unit) => unitSlides(unit, source)),
  ];
}

function unitSlides(unit: LessonUnit, lessonSource: string): Slide[] {
  const { item, questions, learnerTitle } = unit;
  const own = questions.before.map(({ question }, index) => `${index + 1}．${question}`);
  const notes = unitNotes(unit);
  if (!item) return own.length > 0 ? paged({ title: learnerTitle, lines: own, source: lessonSource, notes }) : [];
  const first = itemSlides(item, notes);
  return own.length > 0 && learnerTitle !== item.learnerTitle
    ? [...first, ...paged({ title: learnerTitle, lines: own, source: item.sourceLine, notes })]
    : first;
}

function itemSlides(item: PackItem, unitNote: string): Slide[] {
  const { teaching, learnerTitle: title, sourceLine: source } = item;
  const scenario = item.notes.filter((note) => note.includes('虚构'));
  if (!teaching) {
    const lines = item.isForTeachers ? ['材料由教师当堂提供。'] : [item.summary];
    return [{ title, lines, source, notes: joined([unitNote, item.title, item.summary, ...sectionsAsNotes(item)]) }];
  }
  const facts = paged({
    title,
    lines: [...scenario, ...teaching.partA.map(({ text }) => text)],
    source,
    notes: joined([unitNote, `全题：${item.title}`]),
  });
  const asked = teaching.questions.before.map(({ question }, index) => `${index + 1}．${question}`);
  return [
    ...facts,
    { title: '要作的决定', lines: [teaching.decisionPoint], source, notes: joined(teaching.keyPoints.map((point) => `要点：${point}`)) },
    ...(asked.length > 0 ? paged({ title: '讨论', lines: asked, source, notes: questionNotes(teaching) }) : []),
  ];
}

function questionNotes({ questions, partB }: ItemTeaching): string {
  return joined([
    ...questions.before.map(({ purpose, minutes }, index) => `第${index + 1}题用意：${purpose}（${minutes} 分钟）`),
    '',
    '乙部（讨论之后再说）：',
    ...partB.map(({ text, cites }) => `${text}［${cites.join('、')}］`),
    ...questions.after.map(({ question, purpose, minutes }) => `乙部之后再问：${question}用意：${purpose}（${minutes} 分钟）`),
  ]);
}

function unitNotes({ minutes, method, note, board, materials, alternatives, questions }: LessonUnit): string {
  return joined([
    minutes > 0 ? `时间：${minutes} 分钟${method ? `，${method}` : ''}` : '',
    note,
    board ? `板书：${board}` : '',
    materials.length > 0 ? `材料：${materials.join('；')}` : '',
    alternatives.length > 0 ? `备选：${alternatives.join('；')}` : '',
    ...questions.before.map(({ purpose }, index) => `第${index + 1}题用意：${purpose}`),
    ...questions.after.map(({ question, purpose }) => `乙部之后再问：${question}用意：${purpose}`),
  ]);
}

function sectionsAsNotes({ sections }: PackItem): string[] {
  return sections.flatMap(({ heading, lines }) => [
    `${heading}：`,
    ...lines.map(({ text, cites }) => (cites.length > 0 ? `${text}［${cites.join('、')}］` : text)),
  ]);
}

/** One slide, or several of the same title when the lines do not fit; the notes stand on the first. */
function paged(slide: Slide): Slide[] {
  const pages: string[][] = [];
  let page: string[] = [];
  let room = 0;
  for (const line of slide.lines) {
    if (pages.length === 0 || room < line.length) {
      page = [];
      pages.push(page);
      room = FULL;
    }
    page.push(line);
    room -= line.length + LINE_COST;
  }
  if (pages.length <= 1) return [slide];
  return pages.map((lines, index) => ({
    ...slide,
    title: `${slide.title}（${index + 1}/${pages.length}）`,
    lines,
    notes: index === 0 ? slide.notes : '',
  }));
}

/** A new line costs about half a row. */
const LINE_COST = 14;

function joined(lines: readonly string[]): string {
  return lines
    .filter((line, index) => line !== '' || index > 0)
    .join('\n')
    .trim();
}
