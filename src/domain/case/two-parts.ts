/**
 * A case in two parts: what learners may see before they have decided, and what came of it. The title of a real case tells its outcome as a
 * rule, so learners get the place and the number; a question that uses words of the outcome waits until part B has been handed out.
 */
import type { Statement, Teaching } from '../entry/blocks.ts';
import { phrasesOf } from '../chinese/phrases.ts';
import { isOf } from '../entry/records.ts';
import type { Entry, EntryOf } from '../entry/records.ts';

/** An entry that is taught in two parts. */
export type TaughtEntry = (EntryOf<'tolerance'> | EntryOf<'practices'>) & { data: { teaching: Teaching } };

/** Whether an entry has a teaching block. */
export function isTaught(entry: Entry): entry is TaughtEntry {
  return (isOf(entry, 'tolerance') || isOf(entry, 'practices')) && entry.data.teaching !== undefined;
}

/** The title for learners: `案例 RC-007：常州金坛`. Constructed scenarios keep theirs: it asks, and it must say 虚构. */
export function learnerTitle({ collection, data }: Entry): string {
  const isScenario = data.nature === '教学情景';
  if ((collection !== 'tolerance' && collection !== 'practices') || isScenario) return data.title;
  const place = /^(.{1,20}?)：/u.exec(data.title)?.[1];
  return `${collection === 'tolerance' ? '案例' : '做法'} ${data.id}${place ? `：${place}` : ''}`;
}

/** A question of a teaching block or of a course. */
export interface Question {
  question: string;
  purpose: string;
  minutes?: number;
}

/** Questions by when they may be asked. */
export interface SplitQuestions<Q extends Question> {
  before: Q[];
  after: Q[];
}

/** Parts questions into those that part A can answer and those that give away or need part B. */
export function splitQuestions<Q extends Question>(questions: readonly Q[], entry: Entry | undefined): SplitQuestions<Q> {
  const isLate = entry && isTaught(entry) ? outcomeDetector(entry) : () => false;
  const late = new Set(questions.filter(({ question }) => question.includes('乙部') || isLate(question)));
  return { before: questions.filter((item) => !late.has(item)), after: questions.filter((item) => late.has(item)) };
}

/** Everything that an entry tells after the decision, as texts. */
export function outcomeTexts({ data }: TaughtEntry): string[] {
  const told = data.teaching.partB.map(({ text }) => text);
  if (!('outcome' in data)) return told;
  const findings = [data.outcomeText, data.correction, data.followUp, data.decidedBy].filter(
    (item): item is Statement => typeof item !== 'string',
  );
  return [...told, ...findings.map(({ text }) => text)];
}

/** So many characters in a row are no chance: 批评教育, 移送审查. */
const TELLING = 4;

/** Tells whether a text uses a phrase of the outcome that part A does not have. */
function outcomeDetector(entry: TaughtEntry): (text: string) => boolean {
  const { partA, decisionPoint } = entry.data.teaching;
  const known = new Set([decisionPoint, ...partA.map(({ text }) => text)].flatMap((text) => phrasesOf(text, TELLING)));
  const telling = new Set(
    outcomeTexts(entry)
      .flatMap((text) => phrasesOf(text, TELLING))
      .filter((phrase) => !known.has(phrase)),
  );
  return (text) => phrasesOf(text, TELLING).some((phrase) => telling.has(phrase));
}
