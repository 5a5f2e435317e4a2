/** What learners may be shown of a lesson: no sentence that tells the outcome of a case in it, and no part of a scenario that stands on a card. */
import { collectionOf } from '../schema/number.ts';
import { casesIn } from './course-pack.ts';
import type { ItemTeaching, Lesson, NumberedReference, PackItem, PartASentence, Sheet } from './course-pack.ts';

/** An entry without what tells the outcome of a case of the lesson; an entry that has nothing left is for the teacher. */
export function shownItem(item: PackItem, lesson: Lesson): PackItem {
  const cases = casesIn(lesson);
  const tells = (ids: readonly string[] | undefined) => ids?.some((id) => cases.has(id)) ?? false;
  const sections = item.sections
    .map(({ heading, lines }) => ({ heading, lines: lines.filter((line) => !tells(line.tells)) }))
    .filter(({ lines }) => lines.length > 0);
  return { ...item, summary: tells(item.summaryTells) ? '' : item.summary, sections };
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
  const has = (kind: string) => sheets.some((sheet) => sheet.kind === kind && sheet.of === undefined);
  const hasRoles = has('角色卡') && partA.some(({ role }) => role);
  const hasNews = has('消息卡') && partA.some(({ moment }) => moment === '途中');
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

function isCase(id: string): boolean {
  const collection = collectionOf(id);
  return collection === 'tolerance' || collection === 'practices';
}
