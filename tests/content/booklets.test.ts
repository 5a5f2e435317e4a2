/**
 * Over all real content: nothing that a learner gets tells what came of a case. By day every tenth pair of a case and an entry that speaks of it;
 * `ALL_PAIRS=1` asks for each there is, as the nightly tests do.
 */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { BLANK_FORMS, isBlankForm } from '../../src/domain/course/blank-forms.ts';
import { learnerBooklet, lessonTable, questionsSheet, referencesOf, teacherBooklet } from '../../src/domain/course/booklet.ts';
import {
  minutesWarning,
  missingMinutes,
  roomOf,
  spreadMinutes,
  suggestedMinutes,
  usualMinutes,
} from '../../src/domain/course/carried-minutes.ts';
import { lessonIndexOf, lessonOfCourse, packItemOf, packOfCourse, planOf } from '../../src/domain/course/course-lesson.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import type { LessonIndex } from '../../src/domain/course/course-lesson.ts';
import { clashesIn, hasOwnQuestions, lessonOfPack, totalMinutes } from '../../src/domain/course/course-pack.ts';
import type { CoursePlan, Lesson, PackItem } from '../../src/domain/course/lesson.ts';
import { readPackLink, writePackLink } from '../../src/domain/kept/pack-link.ts';
import { fitsPage, rowsOf } from '../../src/domain/paper/page-fill.ts';
import { byFoot } from '../../src/domain/paper/paper.ts';
import type { Paper, PaperPart } from '../../src/domain/paper/paper.ts';
import { kitPapers } from '../../src/domain/course/kit.ts';
import { isOf } from '../../src/domain/entry/records.ts';
import { indexSite } from '../../src/domain/site/site-index.ts';
import { classSteps } from '../../src/domain/course/class-steps.ts';
import { slidesOf } from '../../src/domain/course/slides.ts';
import { isTaught, outcomeTexts } from '../../src/domain/case/two-parts.ts';
import { courseMaterial, writeCourseFiles } from '../../src/export/course-files.ts';
import { writePaper } from '../../src/export/docx/write-paper.ts';
import { contentOf } from '../../src/store/library.ts';
import { writeSlides } from '../../src/export/pptx/write-slides.ts';
import { ownLibrary } from '../support/own-library.ts';
import { memberOf } from '../support/zip-member.ts';

const site = indexSite(contentOf(await ownLibrary()));
const { entries } = site;
const library: LessonIndex = lessonIndexOf(site, '担当作为知识库', 'http://kb.example/');
const taught = entries.filter(isTaught);
const ALL_PAIRS = process.env['ALL_PAIRS'] !== undefined;
const courses = entries.filter((entry) => isOf(entry, 'courses'));

const made = new Map<string, PackItem>();

function itemOf(id: string): PackItem | undefined {
  const entry = library.byId.get(id);
  if (entry && !made.has(id)) made.set(id, packItemOf(entry, library));
  return made.get(id);
}

function lessonOf(...ids: string[]): Lesson {
  const items = new Map(ids.flatMap((id) => [itemOf(id) ?? []].flat().map((item) => [id, item] as const)));
  const pack = { title: '课', note: '', items: ids.map((id) => ({ id, minutes: 30, note: '' })) };
  return lessonOfPack(pack, items, { address: 'http://kb.example/pack/', siteName: '担当作为知识库' });
}

function textOf({ title, note = '', parts }: Paper): string {
  return `${title}\n${note}\n${JSON.stringify(parts)}`;
}

/** Everything that learners are given: booklets, cards, forms, articles, the assessment. */
function givenTo(lesson: Lesson): string {
  const papers = kitPapers(lesson).filter(({ name }) => !/乙部|板书图|批改要点/u.test(name));
  return [textOf(learnerBooklet(lesson)), textOf(questionsSheet(lesson)), ...papers.map(({ paper }) => textOf(paper))].join('\n');
}

/** Everything that learners are given or shown; the notes too, which a projector may mirror, and the names of files. */
function shownTo(lesson: Lesson): string {
  const slides = slidesOf(lesson).filter(({ isHidden }) => !isHidden);
  return [givenTo(lesson), ...slides.map((slide) => JSON.stringify(slide)), ...kitPapers(lesson).map(({ name }) => name)].join('\n');
}

/** Every run of letters within a sentence, without punctuation between. */
function runsOf(text: string, length: number): string[] {
  return text.split(/[。；［］"\n]/u).flatMap((sentence) => {
    const letters = sentence.replace(/[^\p{L}\p{N}]/gu, '');
    return Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, index) => letters.slice(index, index + length));
  });
}

/** Names of documents, and what terms mean: words that belong to no case. */
const general = entries.flatMap((entry) => {
  if (isOf(entry, 'policies')) return [entry.data.title];
  return isOf(entry, 'terms') && typeof entry.data.definition !== 'string' ? [entry.data.definition.text] : [];
});
const documents = new Set(general.flatMap((text) => [...runsOf(text, 8), ...runsOf(text, 10)]));
const outcomes = new Map<string, Set<string>>();

/** What came of a case, so many characters in a row, that stands neither in part A nor in the decision, nor is the name of a document. */
function outcomeRuns(entry: (typeof taught)[number], length: number): Set<string> {
  const key = `${entry.data.id} ${length}`;
  const known = outcomes.get(key);
  if (known) return known;
  const { partA, partB, decisionPoint } = entry.data.teaching;
  // What a law says is no outcome.
  const rules = new Set(partB.filter(({ cites }) => cites.some((cite) => cite.startsWith('ZC-'))).map(({ text }) => text));
  // The place before the colon is no secret, nor is the title of a scenario, which asks.
  const title = entry.data.nature === '教学情景' ? '' : entry.data.title.replace(/^[^：]*：/u, '');
  const open = new Set([decisionPoint, ...partA.map(({ text }) => text)].flatMap((text) => runsOf(text, length)));
  const runs = [...outcomeTexts(entry), title].filter((text) => !rules.has(text)).flatMap((text) => runsOf(text, length));
  const found = new Set(runs.filter((run) => !open.has(run) && !documents.has(run)));
  outcomes.set(key, found);
  return found;
}

/** Wording of what came of a case that is shown all the same. */
function leaks(shown: string, entry: (typeof taught)[number], length: number): string[] {
  const telling = outcomeRuns(entry, length);
  return runsOf(shown, length).filter((run) => telling.has(run));
}

/** The entries that link to a case, that it links to, or that rest on a source of it, as far as they can stand in a pack. */
function besides(entry: (typeof taught)[number]) {
  const { graph, citations } = site;
  const { id } = entry.data;
  const own = new Set((citations.get(id) ?? []).map((cite) => cite.split('#')[0]).filter((cite) => !/^S\d/u.test(cite ?? '')));
  own.delete('GK-0500');
  const near = new Set([...(graph.out.get(id) ?? []).map(({ to }) => to), ...(graph.into.get(id) ?? []).map(({ from }) => from), ...own]);
  return entries.filter((other) => {
    if (other === entry || other.collection === 'courses' || other.collection === 'sources') return false;
    return near.has(other.data.id) || (citations.get(other.data.id) ?? []).some((cite) => own.has(cite.split('#')[0]));
  });
}

describe('what learners get', () => {
  test('there is enough to teach with', () => {
    expect(taught.length).toBeGreaterThanOrEqual(30);
    expect(courses.length).toBeGreaterThanOrEqual(8);
  });

  test.each(taught.map((entry) => [entry.data.id, entry] as const))('%s stops at the decision', (id, entry) => {
    const shown = shownTo(lessonOf(id));
    expect(leaks(shown, entry, 8)).toEqual([]);
    expect(givenTo(lessonOf(id))).not.toMatch(/(?:看过|发)乙部/u);
    for (const { text } of entry.data.teaching.partA) expect(shown).toContain(JSON.stringify(text).slice(1, -1));
  });

  test.each(courses.map((course) => [course.data.id, course] as const))('the course %s stops at every decision', (_, course) => {
    // Courses name in their objectives what may be decided: the runs are longer here, so that a common term is none.
    const shown = shownTo(lessonOfCourse(course, library));
    const cases = taught.filter(({ data }) => course.data.units.some((unit) => unit.case === data.id));
    expect(cases.flatMap((entry) => leaks(shown, entry, 10))).toEqual([]);
  });

  test('tell nothing of a case in whatever entry stands beside it: every case with every entry that speaks of it', () => {
    const all = taught.flatMap((entry) => besides(entry).map((other) => ({ entry, other })));
    const pairs = all.filter((_, index) => ALL_PAIRS || index % 10 === 0);
    const clashes = new Set<string>();
    const told = pairs.flatMap(({ entry, other }) => {
      const lesson = lessonOf(entry.data.id, other.data.id);
      const shown = shownTo(lesson);
      // Of a case nothing before the decision can be left out: the teacher is told that the two do not go together.
      const isTold = clashesIn(lesson).some(({ tells }) => tells.id === entry.data.id);
      if (isTold) clashes.add(`${entry.data.id} ${other.data.id}`);
      const found = isTold ? [] : leaks(shown, entry, 8);
      const address = new RegExp(`/id/${entry.data.id}/(?!a/)`, 'u').test(shown) ? ['the address of the whole case'] : [];
      return [...found, ...address].map((what) => `${entry.data.id} with ${other.data.id}: ${what}`);
    });
    expect(told).toEqual([]);
    expect(all.length).toBeGreaterThan(2000);
    expect(clashes.size).toBeLessThan(pairs.length / 20);
    if (ALL_PAIRS) console.log(`${taught.length} cases, ${pairs.length} pairs, ${clashes.size} that the teacher is told of`);
  }, 240_000);

  // The case and the rule cite one article, each under a number of its own.
  test.each([
    ['RC-001', 'ZC-0135', '程序瑕疵'],
    ['RC-006', 'ZC-0132', '免予纪律处分'],
    ['RC-004', 'ZC-0102', '免予党纪处分'],
  ])('tell nothing of %s where %s rests on the same report', (one, other, outcome) => {
    expect(JSON.stringify(itemOf(one))).toContain(outcome);
    expect(givenTo(lessonOf(one, other))).not.toContain(outcome);
  });

  test('two scenarios do not go together only where one tells what came of the other', () => {
    // Both are the editors', and share no more than words of office.
    expect(clashesIn(lessonOf('RC-115', 'RC-123'))).toEqual([]);
  });

  test('a case without a teaching block gives its number only', () => {
    const untaught = entries.find((entry) => isOf(entry, 'tolerance') && !entry.data.teaching);
    expect(untaught).toBeDefined();
    const shown = shownTo(lessonOf(untaught?.data.id ?? ''));
    expect(shown).not.toContain(untaught?.data.summary);
    expect(shown).toContain('材料由教师当堂讲');
  });
});

describe('a session with questions of its own', () => {
  const lesson = lessonOfCourse(courses[0] as never, library);
  const unit = lesson.units.find((item) => item.item?.teaching && item.questions.before.length > 0);
  const own = unit?.questions.before[0]?.question ?? '';
  const reserve = unit?.item?.teaching?.questions.before[0]?.question ?? '';

  test('asks learners those, and names the case’s own to the teacher as reserve', () => {
    expect(own && reserve).toBeTruthy();
    expect(givenTo(lesson)).toContain(own);
    expect(givenTo(lesson)).not.toContain(reserve);
    expect(textOf(teacherBooklet(lesson))).toContain(reserve);
    expect(slidesOf(lesson).some(({ notes }) => notes.includes(`备用题：${reserve}`))).toBe(true);
  });
});

describe('a pack made from a course', () => {
  const place = { address: 'http://kb.example/pack/', siteName: '担当作为知识库' };
  const itemsOf = (plan: CoursePlan, more: string[] = []) => {
    const ids = [...plan.units.flatMap(({ case: id, sheets }) => [id, ...sheets.map(({ of }) => of)]), ...more];
    return new Map(ids.flatMap((id) => [itemOf(id ?? '') ?? []].flat().map((item) => [item.id, item] as const)));
  };

  test.each(courses.map((course) => [course.data.id, course] as const))('of %s keeps everything that the course has', (_, course) => {
    const plan = planOf(course, library);
    const link = readPackLink(writePackLink(packOfCourse(course)));
    const fork = lessonOfPack(link?.pack ?? packOfCourse(course), itemsOf(plan), place, plan);
    const whole = lessonOfCourse(course, library);
    const same = ({ units, objectives, readings, assessment, facts, note }: Lesson) => ({
      units,
      objectives,
      readings,
      assessment,
      facts,
      note,
    });
    expect(same(fork)).toEqual(same(whole));
    expect(totalMinutes(fork.units)).toBe(course.data.hours * 60);
    const withoutAddress = (paper: Paper) => textOf(paper).replace(/http[^"\s，]*/gu, '');
    expect(withoutAddress(learnerBooklet(fork))).toBe(withoutAddress(learnerBooklet(whole)));
    expect(withoutAddress(teacherBooklet(fork))).toBe(withoutAddress(teacherBooklet(whole)));
  });

  test('takes another case, marks what was written for the old one, and leaves the other sessions alone', () => {
    const course = courses.find(({ data }) => data.id === 'KC-01');
    if (!course) throw new Error('KC-01 is gone');
    const plan = planOf(course, library);
    const pack = packOfCourse(course);
    const at = pack.items.findIndex(({ id }) => id === 'RC-101');
    const swapped = { ...pack, items: pack.items.map((choice, index) => (index === at ? { ...choice, id: 'RC-121' } : choice)) };
    const before = lessonOfPack(pack, itemsOf(plan), place, plan);
    const after = lessonOfPack(swapped, itemsOf(plan, ['RC-121']), place, plan);
    expect(after.units.filter((_, index) => index !== at)).toEqual(before.units.filter((_, index) => index !== at));
    const unit = after.units[at];
    expect(unit?.item?.id).toBe('RC-121');
    expect(unit?.learnerTitle).toContain('临时用地到期');
    const misfits = unit?.misfits.join('\n') ?? '';
    expect(misfits).toContain('撤下：消息来了以后，三种主张');
    // The other case is asked its own questions, and the teacher reads which were taken out.
    expect(unit && hasOwnQuestions(unit)).toBe(false);
    const { questions } = before.units[at] ?? {};
    for (const { question } of questions?.before ?? []) {
      expect(misfits).toContain(question);
      expect(givenTo(after)).not.toContain(question);
    }
    for (const { question } of unit?.item?.teaching?.questions.before ?? []) expect(givenTo(after)).toContain(question);
    expect(textOf(teacherBooklet(after))).toContain('题目是为原来的案例写的');
    expect(unit?.alternatives[0]).toMatchObject({ id: 'RC-101', why: '课程原来用的' });
  });

  test('offers for each case what is like it, with the reason', () => {
    const units = courses.flatMap((course) => planOf(course, library).units).filter(({ case: id }) => id !== undefined);
    expect(units.every(({ alternatives }) => alternatives.length > 0 && alternatives.every(({ why }) => why !== ''))).toBe(true);
  });
});

describe('the kit of a course', () => {
  test('of the three distinctions has their words on the sheet that is read', () => {
    const course = courses.find(({ data }) => data.id === 'KC-02');
    if (!course) throw new Error('KC-02 is gone');
    const sheet = kitPapers(lessonOfCourse(course, library)).find(({ name }) => name.includes('条文'));
    const words = JSON.stringify(sheet?.paper.parts);
    for (const third of ['同明知故犯的违纪违法行为区分开来', '同上级明令禁止后依然我行我素', '把为推动发展的无意过失'])
      expect(words).toContain(third);
  });

  test('of inquiries says on the sheet that compares them how many sentences wait for part B', () => {
    const course = courses.find(({ data }) => data.id === 'KC-09');
    if (!course) throw new Error('KC-09 is gone');
    const sheet = kitPapers(lessonOfCourse(course, library)).find(({ name }) => name.includes('条文'));
    const words = JSON.stringify(sheet?.paper.parts);
    expect(words).toContain('研讨发言主张严格落实谈心谈话');
    expect(words).not.toContain('山东');
    expect(words).toMatch(/这里略去 \d 句/u);
  });

  test.each(courses.map((course) => [course.data.id, course] as const))('%s holds every sheet that a session names', (_, course) => {
    const lesson = lessonOfCourse(course, library);
    const papers = kitPapers(lesson)
      .map(({ paper }) => textOf(paper))
      .join('\n');
    for (const unit of lesson.units) {
      for (const sheet of unit.sheets) {
        if (sheet.kind === '乙部' || sheet.kind === '角色卡' || sheet.kind === '消息卡') expect(papers).toContain(`${sheet.kind}　`);
        if (sheet.title) expect(papers).toContain(sheet.title);
        if (sheet.heads) for (const head of sheet.heads) expect(papers).toContain(head);
        if (isBlankForm(sheet.kind)) expect(papers).toContain(BLANK_FORMS[sheet.kind].title);
      }
      if (unit.board) for (const column of unit.board.columns) expect(papers).toContain(column);
    }
    for (const { ask, key } of lesson.assessment?.items ?? [])
      for (const text of [ask, key]) expect(papers).toContain(JSON.stringify(text).slice(1, -1));
  });
});

describe('the files of a kit', () => {
  const LEARNERS = /学员册|幻灯片|角色卡|空白表|条文|检验单\.docx/u;

  test.each(courses.filter((_, index) => ALL_PAIRS || index % 4 === 0).map((course) => [course.data.id, course] as const))(
    '%s say of themselves title and language, nobody’s name, and nothing of an outcome',
    async (_, course) => {
      const { kit } = await writeCourseFiles(courseMaterial(course, library));
      const files = Object.entries(unzipSync(kit)).filter(([name]) => /x$/u.test(name));
      const cases = taught.filter(({ data }) => course.data.units.some((unit) => unit.case === data.id));
      expect(files.length).toBe(kitPapers(lessonOfCourse(course, library)).length + 4);
      for (const [name, bytes] of files) {
        const members = Object.entries(unzipSync(bytes, { filter: (member) => member.name.startsWith('docProps/') }));
        const said = members.map(([, member]) => strFromU8(member)).join('\n');
        expect(/<dc:title>([^<]*)/u.exec(said)?.[1], name).toContain(course.data.title);
        expect(said, name).toContain('<dc:language>zh-CN</dc:language>');
        expect(said, name).not.toMatch(/creator|lastModifiedBy|Company|Manager|description|keywords|subject/u);
        if (LEARNERS.test(name))
          expect(
            cases.flatMap((entry) => leaks(`${name}。${said}`, entry, 8)),
            name,
          ).toEqual([]);
      }
    },
  );

  test('the outline of the slides has a title for each, and of the booklets a heading for each session', async () => {
    const [course] = courses;
    if (!course) throw new Error('no course');
    const lesson = lessonOfCourse(course, library);
    for (const ratio of ['16:9', '4:3'] as const) {
      const slides = slidesOf(lesson, ratio);
      const bytes = writeSlides(lesson.title, slides, ratio);
      const titles = slides.map((__, index) => {
        const slide = memberOf(bytes, `ppt/slides/slide${index + 1}.xml`);
        return /<p:ph type="(?:ctrT|t)itle"\/>.*?<a:t>([^<]+)<\/a:t>/su.exec(slide)?.[1];
      });
      expect(titles.filter((title) => !title)).toEqual([]);
      const hidden = slides.flatMap(({ isHidden }, index) => (isHidden ? [index] : []));
      expect(hidden.length).toBeGreaterThan(0);
      for (const index of hidden) expect(memberOf(bytes, `ppt/slides/slide${index + 1}.xml`)).toContain('show="0"');
    }
    const booklet = memberOf(writePaper(learnerBooklet(lesson)), 'word/document.xml');
    expect(booklet.match(/<w:pStyle w:val="Heading1"\/>/gu)?.length).toBeGreaterThan(lesson.units.length);
  });
});

describe('what a pack prints of a case', () => {
  test('carries part A, part B, roles and the table of factors', () => {
    const [short, scenario] = ['RC-207', 'RC-107'].map((id) => itemOf(id));
    if (!short || !scenario) throw new Error('no such case');
    // A short example of five minutes, its part B, and six factors that take no more than twenty.
    expect(usualMinutes(short)).toBeCloseTo(5 + short.carries.partB + 20, 0);
    const roles = new Set(scenario.teaching?.partA.flatMap(({ role }) => role ?? [])).size;
    expect(usualMinutes(scenario)).toBeCloseTo(scenario.carries.partA + scenario.carries.partB + 2 * roles + 20, 0);
    expect(roles).toBeGreaterThan(2);
  });

  test('sets the minutes that a pack begins with, where its questions ask for more', () => {
    const all = taught.flatMap(({ data }) => itemOf(data.id) ?? []);
    expect(all.filter((item) => suggestedMinutes(item) > usualMinutes(item) || suggestedMinutes(item) > item.minutes)).toEqual([]);
    expect(all.some((item) => suggestedMinutes(item) < item.minutes)).toBe(true);
  });

  test('names what is missing of two lessons, half a day, a day, and nothing where one is full or a little over', () => {
    expect(missingMinutes(115)).toEqual({ name: '半天（180 分钟）', minutes: 65 });
    expect(missingMinutes(200)).toEqual({ name: '一天（360 分钟）', minutes: 160 });
    expect(missingMinutes(60)).toEqual({ name: '两节课（90 分钟）', minutes: 30 });
    expect([0, 90, 93, 180, 185, 360, 400].map(missingMinutes)).toEqual(Array.from({ length: 7 }, () => undefined));
  });

  test('takes what is missing as far as the material carries it, and no further', () => {
    const units = lessonOf('RC-107', 'RC-110', 'SY-001').units.map((unit) => ({ ...unit, minutes: 35 }));
    const spread = spreadMinutes(units);
    units.forEach((unit, index) => expect(spread[index]).toBeLessThanOrEqual(unit.minutes + roomOf(unit)));
    expect(spread[2]).toBe(35);
    const sum = spread.reduce((all, one) => all + one, 0);
    const room = units.reduce((all, unit) => all + roomOf(unit), 0);
    expect(sum).toBe(105 + Math.min(75, room));
    expect(room).toBeGreaterThan(0);
  });

  test('is nothing where it has no two parts', () => {
    const untaught = entries.find((entry) => isOf(entry, 'terms'));
    if (!untaught) throw new Error('no term');
    expect(usualMinutes(packItemOf(untaught, library))).toBe(0);
  });
});

test('on slides every question of a case has its minutes, before part B and after it', () => {
  const lessons = taught.slice(0, 40).map(({ data }) => lessonOf(data.id));
  const asked = lessons.flatMap((lesson) => {
    const steps = classSteps(slidesOf(lesson)).filter(({ minutes }) => minutes > 0);
    const { before, after } = lesson.units[0]?.item?.teaching?.questions ?? { before: [], after: [] };
    return [[steps.map(({ minutes }) => minutes), [...before, ...after].map(({ minutes }) => minutes)]] as const;
  });
  for (const [counted, own] of asked) expect(counted).toEqual(own);
  expect(new Set(asked.flatMap(([, own]) => own)).size).toBeGreaterThan(1);
});

describe('a page of a learner', () => {
  const partsOf = (id: string) => learnerBooklet(lessonOf(id)).parts;
  const breaks = (parts: Paper['parts']) => parts.flatMap((part) => ('startsPage' in part && part.startsPage ? [part.text] : []));

  test('holds a short case with what is asked and written', () => {
    const parts = partsOf('RC-207');
    expect(breaks(parts)).toEqual([expect.stringMatching(/^1　/u), '笔记']);
  });

  test('has the decision to write below a long scenario, and the questions on the next', () => {
    const parts = partsOf('RC-110');
    expect(breaks(parts)).toEqual([expect.stringMatching(/^1　/u), '讨论题', '笔记']);
    const at = (text: string) => parts.findIndex((part) => part.kind === 'subheading' && part.text === text);
    expect(at('我的决定和理由（讨论之前写）')).toBeLessThan(at('讨论题'));
  });

  test('is ruled as far as it goes, and no answer for longer than one writes in class', () => {
    const linesOf = (id: string) =>
      partsOf(id).flatMap((part, at, all) => (part.kind === 'blank' && at < all.length - 1 ? [part.lines] : []));
    // Three lines for the decision and two for each question are the least.
    expect(Math.min(...linesOf('RC-207'))).toBeGreaterThan(2);
    const all = taught.flatMap(({ data }) => linesOf(data.id));
    expect(Math.min(...all)).toBe(2);
    expect(Math.max(...all)).toBe(9);
  });

  test('has what is to be read and room for notes on the last one together', () => {
    for (const course of courses) {
      const { parts } = learnerBooklet(lessonOfCourse(course, library));
      const last = parts.slice(parts.findLastIndex((part) => 'startsPage' in part && part.startsPage));
      expect(last.map((part) => ('text' in part ? part.text : part.kind))).toEqual(['阅读材料', 'list', '笔记', 'blank']);
    }
  });
});

describe('a question that speaks of the news', () => {
  const course = courses.find(({ data }) => data.id === 'KC-06');
  if (!course) throw new Error('KC-06 is gone');
  const lesson = lessonOfCourse(course, library);
  const question = '四十七项目录来了：归别的部门管的二十几项、领导批示原件，各怎样回？';

  test('is not in the booklet of learners, but on the card, and marked for the teacher', () => {
    expect(textOf(learnerBooklet(lesson))).not.toContain('四十七项');
    expect(kitPapers(lesson).find(({ name }) => name.startsWith('5'))?.paper.parts).toContainEqual(
      expect.objectContaining({ kind: 'card', lines: expect.arrayContaining([`收到以后：${question}`]) as string[] }),
    );
    expect(textOf(teacherBooklet(lesson))).toMatch(new RegExp(`${question}"\\},[^\\]]*消息之后`, 'u'));
  });

  test('comes after the news on the slides, with its own number and purpose', () => {
    const slides = slidesOf(lesson);
    const asked = slides.findIndex(({ body }) => body.kind === 'lines' && body.lines.some((line) => line.includes(question)));
    expect(slides[asked - 1]?.title).toContain('刚刚的消息');
    const number = /^\d+/u.exec((slides[asked]?.body as { lines: string[] }).lines[0] ?? '')?.[0] ?? '';
    expect(number).not.toBe('1');
    expect(slides[asked]?.notes).toContain(`第${number}题用意：`);
  });

  test('is asked at once where no card is handed out', () => {
    const units = lesson.units.map((unit) => ({ ...unit, sheets: unit.sheets.filter(({ kind }) => kind !== '消息卡') }));
    expect(textOf(learnerBooklet({ ...lesson, units }))).toContain(question);
  });
});

describe('every slide', () => {
  test('holds what it says at a size that the last row can read', () => {
    const slides = [...courses.map((course) => lessonOfCourse(course, library)), ...taught.map(({ data }) => lessonOf(data.id))].flatMap(
      (lesson) => [...slidesOf(lesson), ...slidesOf(lesson, '4:3')],
    );
    expect(slides.every(({ body }) => body.kind !== 'lines' || body.size >= 24)).toBe(true);
    expect(slides.filter(({ source }) => source.length > 160).map(({ source }) => source)).toEqual([]);
  });
});

describe('a session without minutes', () => {
  test('is not hidden in the sum, on paper and on the slide', () => {
    const lesson = lessonOf('RC-107', 'QX-064');
    const units = lesson.units.map((unit, index) => (index === 0 ? unit : { ...unit, minutes: 0 }));
    const heading = '安排（共 30 分钟，另有 1 项没有排时间）';
    expect(textOf(learnerBooklet({ ...lesson, units }))).toContain(heading);
    expect(slidesOf({ ...lesson, units }).some(({ title }) => title === heading)).toBe(true);
  });
});

describe('a situation', () => {
  const lesson = lessonOf('QX-064');

  test('is named by its title: learners know no number of it, and have no list of references', () => {
    const text = textOf(learnerBooklet(lesson));
    expect(text).toContain('出处：担当作为知识库“小毛病罚不罚，罚轻了怕追究”');
    expect(text).not.toMatch(/知识库 QX-064|见参考文献/u);
  });

  test('stands on one page, or fills a good part of the second: a few lines are not carried over', () => {
    const all = entries.filter((entry) => isOf(entry, 'situations')).map(({ data }) => data.id);
    const spilling = all.filter((id) => {
      const [, page = []] = pagesOf(learnerBooklet(lessonOf(id)));
      return !fitsPage(page) && rowsOf(page) < 45;
    });
    expect(all.length).toBeGreaterThan(60);
    expect(spilling).toEqual([]);
  });

  test('names once what a sentence rests on, when its own bracket says it with how the law stands', () => {
    const text = textOf(learnerBooklet(lessonOf('QX-019')));
    expect(text).toContain('（优化营商环境条例第三十一条，2020年起施行，现行）"');
    expect(text).toContain('［中国共产党纪律处分条例（2023年修订）］');
  });

  test('has on the slides what the policy says, not only what is forbidden', () => {
    expect(JSON.stringify(slidesOf(lesson))).toContain('初次、后果轻微、及时改正');
  });
});

/** The parts of a paper, page by page. */
function pagesOf({ parts }: Paper): PaperPart[][] {
  const pages: PaperPart[][] = [[]];
  for (const part of parts) {
    if ('startsPage' in part && part.startsPage) pages.push([]);
    pages[pages.length - 1]?.push(part);
  }
  return pages;
}

test('an entry that the teacher tells of leaves learners a page to write on', () => {
  const [, page = []] = pagesOf(learnerBooklet(lessonOf('SJ-067')));
  expect(page.some((part) => part.kind === 'blank' && part.lines > 5)).toBe(true);
});

describe('news that comes up in the middle of a class', () => {
  test.each([
    ['RC-105', '意向函'],
    ['RC-106', '四点半的电话'],
    ['RC-107', '合同那句'],
    ['RC-108', '两次电话'],
    ['RC-109', '那一页'],
    ['RC-110', '没有打开'],
    ['RC-113', '录音'],
    ['RC-114', '老人'],
    ['RC-120', '算不准'],
  ])('is nowhere in the booklet of %s: %s', (id, news) => {
    const lesson = lessonOf(id);
    expect(textOf(learnerBooklet(lesson)) + textOf(questionsSheet(lesson))).not.toContain(news);
  });
});

describe('what is said of a case', () => {
  test('is told to learners in words, not by the names of ratings', () => {
    const rated = entries.filter((entry) => isOf(entry, 'tolerance') || isOf(entry, 'practices'));
    for (const { data } of rated) {
      const text = givenTo(lessonOf(data.id));
      expect(text).not.toMatch(/编者所见|来源级别|证据性质/u);
    }
    expect(givenTo(lessonOf('RC-202'))).toContain('来源（三级）：其他媒体、期刊和转载；编者看到的是其中一部分。');
    expect(givenTo(lessonOf('SJ-006'))).toContain('来源：媒体的报道或综述。');
  });

  test('is left out of a policy or a term where it tells only how the library knows it, and its marks are explained', () => {
    for (const { data } of entries.filter((entry) => isOf(entry, 'policies') || isOf(entry, 'terms'))) {
      expect(textOf(learnerBooklet(lessonOf(data.id)))).not.toMatch(/编者所见|机关类别|在哪里读到|拼音：/u);
    }
    expect(textOf(learnerBooklet(lessonOf('ZC-0021')))).toContain('括号里的“转引”是从别处的引文看到。');
    expect(textOf(teacherBooklet(lessonOf('ZC-0021')))).toContain('编者所见');
  });

  test('warns the teacher where its questions ask for more than there is, or than the session has', () => {
    const [short] = ['SJ-006'].flatMap((id) => itemOf(id) ?? []);
    expect(short && minutesWarning(short)).toMatch(/^材料约够 \d 分钟，题全问要 45 分钟/u);
    // Thirty-six minutes for what carries thirty-five are no matter.
    for (const id of ['RC-101', 'RC-002']) expect([itemOf(id)].flatMap((item) => item ?? []).map(minutesWarning)).toEqual(['']);
    expect(textOf(teacherBooklet(lessonOf('SJ-006')))).toContain('30 分钟；讨论题全问要 45 分钟，挑着问');
    expect(textOf(teacherBooklet(lessonOf('RC-101')))).not.toContain('挑着问');
  });
});

describe('what is made up says so', () => {
  const scenarios = taught.filter(({ data }) => data.nature === '教学情景').map(({ data }) => data.id);
  const SAYS = /教学情景（虚构）/u;

  test('on every slide, hidden ones too', () => {
    for (const id of scenarios) {
      const [, , ...slides] = slidesOf(lessonOf(id));
      expect(slides.filter(({ title, source }) => !SAYS.test(title + source)).map(({ title }) => title)).toEqual([]);
      expect(slides.filter(({ source }) => !SAYS.test(source)).map(({ title }) => title)).toEqual([]);
    }
  });

  test('at the foot of each page of every booklet that has it, and no longer where a real case begins', async () => {
    for (const paper of [learnerBooklet, teacherBooklet]) {
      const lesson = lessonOf('RC-202', 'RC-101', 'RC-237');
      const bytes = writePaper(paper(lesson));
      const feet = footsOf(bytes);
      expect(feet.map((foot) => SAYS.test(foot))).toEqual([false, true, false]);
    }
    const [cards] = kitPapers(lessonOf('RC-101')).filter(({ name }) => name.includes('角色卡'));
    expect(footsOf(writePaper(cards?.paper ?? learnerBooklet(lessonOf('RC-202')))).every((foot) => SAYS.test(foot))).toBe(true);
  });

  test('on the page of the title where a paper begins with it, and on each page that it starts', () => {
    const runs = byFoot(questionsSheet(lessonOf('RC-101', 'RC-202')).parts);
    expect(runs.map(({ foot, startsPage }) => [foot, startsPage])).toEqual([
      ['教学情景（虚构）', false],
      ['', true],
    ]);
    expect(runs[1]?.parts[0]).toMatchObject({ kind: 'heading', startsPage: true });
    const pages = byFoot(learnerBooklet(lessonOf('RC-101')).parts).filter(({ foot }) => SAYS.test(foot));
    expect(pages.map(({ startsPage }) => startsPage)).toEqual([true, true]);
  });

  test('in the list of sessions, however the course names them', () => {
    const units = courses.flatMap((course) => lessonOfCourse(course, library).units);
    const made = units.filter(({ item }) => scenarios.includes(item?.id ?? ''));
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter(({ learnerTitle }) => !learnerTitle.includes('虚构'))).toEqual([]);
  });

  /** The texts of the feet of a Word file, section by section. */
  function footsOf(bytes: Uint8Array): string[] {
    const document = memberOf(bytes, 'word/document.xml');
    const relations = memberOf(bytes, 'word/_rels/document.xml.rels');
    return [...document.matchAll(/<w:footerReference[^>]*r:id="([^"]+)"/gu)].map(([, id = '']) => {
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`, 'u').exec(relations);
      return memberOf(bytes, `word/${target?.[1] ?? target?.[2] ?? ''}`);
    });
  }
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
    expect(referencesOf(lessonOf(id)).every((line) => /^.+\[(?:EB\/OL|R\/OL|R|Z)\]\.(?: |$)/u.test(line))).toBe(true);
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
    const make = async () => [writePaper(teacherBooklet(lesson)), writeSlides(lesson.title, slidesOf(lesson), '16:9')];
    expect(await make()).toEqual(await make());
  });
});

test('the booklets of a draft say that it is one, and so do those of a course with a draft in it', () => {
  const [course] = site.entriesOf('courses');
  const [scene] = site.entriesOf('tolerance');
  if (!course || !scene) throw new Error('no course or no case');
  const asDraft = <E extends Entry>(entry: E): E => ({ ...entry, data: { ...entry.data, status: '草稿' } });
  expect(planOf(asDraft(course), library).title).toBe(`${course.data.title}（草稿，没有审核发布）`);
  expect(packItemOf(asDraft(scene), library).notes[0]).toContain('草稿：还没有审核发布');
});
