/**
 * Which sentences of other entries tell the outcome of a case in two parts, so that what learners get can leave them out. A sentence tells it when
 * it has eight characters of the outcome in a row, or four of them while resting on a source of the case or naming the case.
 */
import { citedNumber, collectionOf, mentionsIn } from '../../schema/number.ts';
import { lettersOf, phrasesOf } from '../chinese/phrases.ts';
import { isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';
import { isTaught, outcomeTexts } from './two-parts.ts';
import type { TaughtEntry } from './two-parts.ts';

/** A sentence as it stands in an entry, with its citations. */
interface Sentence {
  text: string;
  cites: readonly string[];
}

export type OutcomeTeller = (sentence: Sentence, self: string) => string[];

/** So many characters in a row are a quotation. */
const SAME = 8;
/** So many are no chance where the same source or the case itself is spoken of. */
const NEAR = 4;

/**
 * Finds the cases whose outcome a sentence of another entry tells. `isShared`: works that say nothing of one case, as all scenarios are the editors';
 * `firstOf`: of numbers for one work the first, by each of the others, so that it does not matter by which of them it is cited.
 */
export function createOutcomeTeller(
  entries: readonly Entry[],
  isShared: (work: string) => boolean,
  firstOf: ReadonlyMap<string, string> = new Map(),
): OutcomeTeller {
  const first = (work: string) => firstOf.get(work) ?? work;
  const cases = entries.filter(isTaught);
  const same = indexOutcomes(cases, SAME, generalPhrases(entries, SAME));
  const near = indexOutcomes(cases, NEAR, generalPhrases(entries, NEAR));
  const ids = new Set(cases.map(({ data }) => data.id));
  const restingOn = new Map<string, string[]>();
  for (const entry of cases)
    for (const source of new Set(
      sourcesOf(entry)
        .filter((work) => !isShared(work))
        .map(first),
    ))
      restingOn.set(source, [...(restingOn.get(source) ?? []), entry.data.id]);
  return ({ text, cites }, self) => {
    const works = cites.flatMap((cite) => citedNumber(cite) ?? []);
    const named = [...mentionsIn(text), ...works].filter((id) => ids.has(id));
    const spokenOf = new Set([...named, ...works.flatMap((work) => restingOn.get(first(work)) ?? [])]);
    const found = casesIn(text, same);
    // Most sentences speak of no case, and need not be gone through for few characters.
    if (spokenOf.size > 0) for (const id of casesIn(text, near)) if (spokenOf.has(id)) found.add(id);
    found.delete(self);
    return [...found];
  };
}

/** Runs of the names of documents and of what terms mean: a case is decided by a rule, and the rule may be named and its words read. */
function generalPhrases(entries: readonly Entry[], length: number): Set<string> {
  return new Set(entries.flatMap(generalTexts).flatMap((text) => phrasesOf(text, length)));
}

/** What of an entry may be said of a case without telling its outcome. */
export function generalTexts(entry: Entry): string[] {
  if (isOf(entry, 'policies')) return [entry.data.title];
  return isOf(entry, 'terms') && typeof entry.data.definition !== 'string' ? [entry.data.definition.text] : [];
}

/** The cases by the runs of their outcomes. */
interface OutcomeIndex {
  length: number;
  cases: ReadonlyMap<string, ReadonlySet<string>>;
  /** Marks the first letters of each run, by `headAt`: most places of a text are passed over by them. */
  heads: Uint8Array;
}

function indexOutcomes(cases: readonly TaughtEntry[], length: number, names: ReadonlySet<string>): OutcomeIndex {
  const index = new Map<string, Set<string>>();
  for (const entry of cases) {
    for (const phrase of outcomePhrases(entry, length)) {
      if (names.has(phrase)) continue;
      const ids = index.get(phrase);
      if (ids) ids.add(entry.data.id);
      else index.set(phrase, new Set([entry.data.id]));
    }
  }
  const heads = new Uint8Array(HEADS);
  for (const phrase of index.keys()) heads[headAt(phrase, 0)] = 1;
  return { length, cases: index, heads };
}

const HEADS = 1 << 22;

/** A number for the first `NEAR` letters of a run; a few other runs have the same. */
function headAt(letters: string, at: number): number {
  let head = 0;
  for (let place = at; place < at + NEAR; place++) head = Math.imul(head, 0x9e3779b1) + letters.charCodeAt(place);
  return (head ^ (head >>> 15)) & (HEADS - 1);
}

/** Runs of the outcome and of the title that part A and the decision do not have. */
function outcomePhrases(entry: TaughtEntry, length: number): Set<string> {
  const { partA, partB, decisionPoint } = entry.data.teaching;
  // What a law says is no outcome.
  const rules = new Set(
    partB.filter(({ cites }) => cites.some((cite) => collectionOf(citedNumber(cite) ?? '') === 'policies')).map(({ text }) => text),
  );
  const open = new Set([decisionPoint, ...partA.map(({ text }) => text)].flatMap((text) => phrasesOf(text, length)));
  // The place before the colon is no secret, nor is the title of a scenario, which asks.
  const title = entry.data.nature === '教学情景' ? '' : entry.data.title.replace(/^[^：]*：/u, '');
  return new Set(
    [...outcomeTexts(entry), title]
      .filter((text) => !rules.has(text))
      .flatMap((text) => phrasesOf(text, length))
      .filter((phrase) => !open.has(phrase)),
  );
}

function casesIn(text: string, { length, cases, heads }: OutcomeIndex): Set<string> {
  const found = new Set<string>();
  const letters = lettersOf(text);
  for (let at = 0; at + length <= letters.length; at++) {
    if (heads[headAt(letters, at)] === 0) continue;
    for (const id of cases.get(letters.slice(at, at + length)) ?? []) found.add(id);
  }
  return found;
}

/** Public sources that part B rests on; the paragraphs of a source document serve many entries and say nothing of one. */
function sourcesOf({ data }: TaughtEntry): string[] {
  const cites = [...data.teaching.partA, ...data.teaching.partB].flatMap((item) => item.cites);
  return cites.flatMap((cite) => citedNumber(cite) ?? []);
}
