/** What learners may be shown of a lesson: no sentence that tells the outcome of a case in it, and no part of a scenario that stands on a card. */
import { collectionOf } from '../../schema/number.ts';
import { askedIn, casesIn } from './course-pack.ts';
import type { ItemLine, ItemTeaching, Lesson, LessonUnit, NumberedReference, PackItem, PartASentence, Sheet } from './lesson.ts';
import { phrasesOf } from '../chinese/phrases.ts';
import type { Question } from '../case/two-parts.ts';

/** An entry without what tells the outcome of a case of the lesson; an entry that has nothing left is for the teacher. */
export function shownItem(item: PackItem, lesson: Lesson): PackItem {
  const cases = casesIn(lesson);
  const tells = (ids: readonly string[] | undefined) => ids?.some((id) => cases.has(id)) ?? false;
  const sections = item.sections
    .filter(({ heading }) => !APPARATUS.has(heading))
    .map(({ heading, lines }) => ({ heading, lines: plainLines(heading, lines).filter((line) => !tells(line.tells)) }))
    .filter(({ lines }) => lines.length > 0);
  return { ...item, summary: tells(item.summaryTells) ? '' : item.summary, sections };
}

/** Headings under which an entry tells how the library knows and finds it: nothing to learn from. */
const APPARATUS = new Set(['在哪里读到', '读音和写法']);
/** The same among the facts of a document, and what the marks behind the others mean. */
const FACTS_OF_DOCUMENT = '文件信息';
const LIBRARY_FACT = /^(?:编者所见|机关类别)：/u;
const MARKS = { 转引: '从别处的引文看到', 通识: '一般知识，没有查到原件', 待核: '还没有核对', 未见: '没有见到' };

function plainLines(heading: string, lines: readonly ItemLine[]): readonly ItemLine[] {
  if (heading !== FACTS_OF_DOCUMENT) return lines;
  const kept = lines.filter(({ text }) => !LIBRARY_FACT.test(text));
  const met = Object.entries(MARKS).filter(([mark]) => kept.some(({ text }) => text.includes(`（${mark}）`)));
  const explained = met.map(([mark, meaning]) => `“${mark}”是${meaning}`).join('；');
  return explained === '' ? kept : [...kept, { text: `括号里的${explained}。`, cites: [] }];
}

/** A sheet without what tells the outcome of a case of the lesson. */
export function shownSheet(sheet: Sheet, lesson: Lesson): Sheet {
  const cases = casesIn(lesson);
  const sections = (sheet.sections ?? [])
    .map(({ heading, lines }) => ({ heading, lines: lines.filter(({ tells }) => !tells?.some((id) => cases.has(id))) }))
    .filter(({ lines }) => lines.length > 0);
  return { ...sheet, sections };
}

/** Readings whose title tells nothing of a case: policies, terms, what the site has found elsewhere. */
export function shownReadings(lesson: Lesson): NumberedReference[] {
  const cases = casesIn(lesson);
  return lesson.readings.filter(({ id, tells }) => !isCase(id) && !tells?.some((number) => cases.has(number)));
}

/** Part A as a session hands it out: what people know stands on their cards, what turns up on a card of its own. */
export function openPartA({ partA }: ItemTeaching, sheets: readonly Sheet[]): { lines: PartASentence[]; held: string[] } {
  const hasRoles = handsOut(sheets, '角色卡') && partA.some(({ role }) => role);
  const hasNews = handsOut(sheets, '消息卡') && partA.some(({ moment }) => moment === '途中');
  const lines = partA.filter(({ role, moment }) => !(hasRoles && role) && !(hasNews && moment === '途中'));
  return {
    lines,
    held: [
      ...(hasRoles
        ? [`在座各人知道的事写在角色卡上，一人一张：${[...new Set(partA.flatMap(({ role }) => role ?? []))].join('、')}。`]
        : []),
      ...(hasNews ? ['讨论中途还有一张消息卡，由主持人发。'] : []),
    ],
  };
}

/** The questions before part B: those that the open part A can answer, and those that wait until the card with the news is out. */
export function openQuestions(unit: LessonUnit): { open: Question[]; held: Question[] } {
  const { before } = askedIn(unit);
  const isHeld = unit.item?.teaching ? newsDetector(unit.item.teaching, unit.sheets) : () => false;
  return { open: before.filter((item) => !isHeld(item)), held: before.filter(isHeld) };
}

/** So many characters in a row are no chance. */
const TELLING = 4;

/** Tells whether a question speaks of the news: it says 消息, or uses words that only the card has. */
export function newsDetector({ partA, decisionPoint }: ItemTeaching, sheets: readonly Sheet[]): (item: Question) => boolean {
  const news = handsOut(sheets, '消息卡') ? partA.filter(({ moment }) => moment === '途中') : [];
  if (news.length === 0) return () => false;
  const open = [decisionPoint, ...partA.filter((line) => !news.includes(line)).map(({ text }) => text)];
  const known = new Set(open.flatMap((text) => phrasesOf(text, TELLING)));
  const telling = new Set(news.flatMap(({ text }) => phrasesOf(text, TELLING)).filter((phrase) => !known.has(phrase)));
  return ({ question }) => question.includes('消息') || phrasesOf(question, TELLING).some((phrase) => telling.has(phrase));
}

function handsOut(sheets: readonly Sheet[], kind: string): boolean {
  return sheets.some((sheet) => sheet.kind === kind && sheet.of === undefined);
}

function isCase(id: string): boolean {
  const collection = collectionOf(id);
  return collection === 'tolerance' || collection === 'practices';
}
