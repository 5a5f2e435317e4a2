/** Over all real content: nothing that a learner gets tells what came of a case. */
import { describe, expect, test } from 'vitest';
import { learnerBooklet, lessonTable, questionsSheet, referencesOf, teacherBooklet } from '../../src/domain/booklet.ts';
import { workIndex } from '../../src/domain/cited-works.ts';
import { lessonOfCourse, packItemOf, packOfCourse } from '../../src/domain/course-lesson.ts';
import type { LessonIndex } from '../../src/domain/course-lesson.ts';
import { lessonOfPack, totalMinutes } from '../../src/domain/course-pack.ts';
import type { Lesson } from '../../src/domain/course-pack.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { isOf } from '../../src/domain/records.ts';
import { indexSite } from '../../src/domain/site-index.ts';
import { slidesOf } from '../../src/domain/slides.ts';
import { isTaught, outcomeTexts } from '../../src/domain/two-parts.ts';
import { writePaper } from '../../src/export/docx/write-paper.ts';
import { contentOf, openLibrary } from '../../src/store/library.ts';
import { writeSlides } from '../../src/export/pptx/write-slides.ts';

const site = indexSite(contentOf(await openLibrary('content')));
const { entries } = site;
const library: LessonIndex = { ...workIndex(site, '担当作为知识库'), root: 'http://kb.example/' };
const taught = entries.filter(isTaught);
const courses = entries.filter((entry) => isOf(entry, 'courses'));

function lessonOf(...ids: string[]): Lesson {
  const items = new Map(
    ids.flatMap((id) => (library.byId.has(id) ? [[id, packItemOf(library.byId.get(id) as never, library)] as const] : [])),
  );
  const pack = { title: '课', note: '', items: ids.map((id) => ({ id, minutes: 30, note: '' })) };
  return lessonOfPack(pack, items, { address: 'http://kb.example/pack/', siteName: '担当作为知识库' });
}

function textOf({ title, note = '', parts }: Paper): string {
  return `${title}\n${note}\n${JSON.stringify(parts)}`;
}

/** Everything that learners are given or shown. */
function shownTo(lesson: Lesson): string {
  const slides = slidesOf(lesson).map(({ title, lines, source }) => [title, ...lines, source].join('\n'));
  return [textOf(learnerBooklet(lesson)), textOf(questionsSheet(lesson)), ...slides].join('\n');
}

function runsOf(text: string, length: number): string[] {
  const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return letters.slice(length - 1).map((_, index) => letters.slice(index, index + length).join(''));
}

/** Wording of what came of a case, so many characters in a row, that stands neither in part A nor in the decision, and is shown all the same. */
function leaks(shown: string, entry: (typeof taught)[number], length: number): string[] {
  const { partA, decisionPoint } = entry.data.teaching;
  // The place before the colon is no secret, nor is the title of a scenario, which asks.
  const title = entry.data.nature === '教学情景' ? '' : entry.data.title.replace(/^[^：]*：/u, '');
  const open = new Set([decisionPoint, ...partA.map(({ text }) => text)].flatMap((text) => runsOf(text, length)));
  const shownRuns = new Set(runsOf(shown, length));
  return [...outcomeTexts(entry), title].flatMap((text) => runsOf(text, length)).filter((run) => shownRuns.has(run) && !open.has(run));
}

describe('what learners get', () => {
  test('there is enough to teach with', () => {
    expect(taught.length).toBeGreaterThanOrEqual(30);
    expect(courses.length).toBeGreaterThanOrEqual(8);
  });

  test.each(taught.map((entry) => [entry.data.id, entry] as const))('%s stops at the decision', (id, entry) => {
    const shown = shownTo(lessonOf(id));
    expect(leaks(shown, entry, 8)).toEqual([]);
    expect(shown).not.toMatch(/(?:看过|发)乙部/u);
    for (const { text } of entry.data.teaching.partA) expect(shown).toContain(JSON.stringify(text).slice(1, -1));
  });

  test.each(courses.map((course) => [course.data.id, course] as const))('the course %s stops at every decision', (_, course) => {
    // Courses name in their objectives what may be decided: the runs are longer here, so that a common term is none.
    const shown = shownTo(lessonOfCourse(course, library));
    const cases = taught.filter(({ data }) => course.data.units.some((unit) => unit.case === data.id));
    expect(cases.flatMap((entry) => leaks(shown, entry, 10))).toEqual([]);
  });

  test('a case without a teaching block gives its number only', () => {
    const untaught = entries.find((entry) => isOf(entry, 'tolerance') && !entry.data.teaching);
    expect(untaught).toBeDefined();
    const shown = shownTo(lessonOf(untaught?.data.id ?? ''));
    expect(shown).not.toContain(untaught?.data.summary);
    expect(shown).toContain('材料由教师当堂提供');
  });
});

describe('a session with questions of its own', () => {
  const lesson = lessonOfCourse(courses[0] as never, library);
  const unit = lesson.units.find((item) => item.item?.teaching && item.questions.before.length > 0);
  const own = unit?.questions.before[0]?.question ?? '';
  const reserve = unit?.item?.teaching?.questions.before[0]?.question ?? '';

  test('asks learners those, and names the case’s own to the teacher as reserve', () => {
    expect(own && reserve).toBeTruthy();
    expect(shownTo(lesson)).toContain(own);
    expect(shownTo(lesson)).not.toContain(reserve);
    expect(textOf(teacherBooklet(lesson))).toContain(reserve);
    expect(slidesOf(lesson).some(({ notes }) => notes.includes(`备用题：${reserve}`))).toBe(true);
  });
});

describe('a pack made from a course', () => {
  test.each(courses.map((course) => [course.data.id, course] as const))(
    'of %s keeps its sessions, with or without a case, and its minutes',
    (_, course) => {
      const pack = packOfCourse(course);
      const items = new Map(
        pack.items.flatMap(({ id }) => (library.byId.has(id) ? [[id, packItemOf(library.byId.get(id) as never, library)]] : [])),
      );
      const { units } = lessonOfPack(pack, items, { address: '', siteName: '' });
      expect(units.map(({ minutes }) => minutes)).toEqual(course.data.units.map(({ minutes }) => minutes));
      expect(totalMinutes(units)).toBe(course.data.hours * 60);
    },
  );
});

describe('every slide', () => {
  test('holds what it says at a size that the last row can read', () => {
    const slides = [...courses.map((course) => lessonOfCourse(course, library)), ...taught.map(({ data }) => lessonOf(data.id))].flatMap(
      slidesOf,
    );
    expect(slides.every(({ size }) => size >= 24)).toBe(true);
    expect(slides.filter(({ source }) => source.length > 160).map(({ source }) => source)).toEqual([]);
  });
});

describe('what teachers get', () => {
  test.each(taught.map((entry) => [entry.data.id, entry] as const))('%s has both parts, the purposes and the reference', (id, entry) => {
    const booklet = textOf(teacherBooklet(lessonOf(id)));
    const { partA, partB, questions } = entry.data.teaching;
    const expected = [...partA, ...partB]
      .map(({ text }) => text)
      .concat(
        questions.map(({ purpose }) => purpose),
        entry.data.title,
      );
    expect(expected.filter((text) => !booklet.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
    expect(referencesOf(lessonOf(id)).every((line) => /^\[\d+\] .+\[(?:EB\/OL|R\/OL|R|Z)\]\.(?: |$)/u.test(line))).toBe(true);
  });

  test('the slides carry a source on each and part B only in the notes', () => {
    const slides = slidesOf(lessonOf('RC-007'));
    expect(slides.every(({ source }) => source.includes('担当作为知识库'))).toBe(true);
    expect(slides.some(({ notes }) => notes.includes('乙部'))).toBe(true);
  });

  test('the table has a row for each item', () => {
    const [head, ...rows] = lessonTable(lessonOf('RC-007', 'SJ-008'));
    expect(rows.map((row) => row[1])).toEqual(['RC-007', 'SJ-008']);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
    expect(totalMinutes(lessonOf('RC-007', 'SJ-008').units)).toBe(60);
  });
});

describe('the files', () => {
  test('are the same bytes for the same content', async () => {
    const lesson = lessonOf('RC-007', 'SY-001');
    const make = async () => [await writePaper(teacherBooklet(lesson)), await writeSlides(lesson.title, slidesOf(lesson))];
    expect(await make()).toEqual(await make());
  });
});
