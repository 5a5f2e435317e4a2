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

/** Finds the cases whose outcome a sentence of another entry tells. */
export interface OutcomeTelling {
  tells(sentence: Sentence, self: string): string[];
  /** All that it goes by, case by case: as long as this is the same, it tells the same. */
  facts(): unknown[];
}

/** So many characters in a row are a quotation. */
const SAME = 8;
/** So many are no chance where the same source or the case itself is spoken of. */
const NEAR = 4;

/**
 * Learns the outcomes of the cases among the entries. `isShared`: works that say nothing of one case, as all scenarios are the editors';
 * `firstOf`: of numbers for one work the first, by each of the others, so that it does not matter by which of them it is cited.
 */
export function learnOutcomes(
  entries: readonly Entry[],
  isShared: (work: string) => boolean,
  firstOf: ReadonlyMap<string, string> = new Map(),
): OutcomeTelling {
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
  const spokenOf = (text: string, cites: readonly string[]) => {
    const works = cites.flatMap((cite) => citedNumber(cite) ?? []);
    return [...[...mentionsIn(text), ...works].filter((id) => ids.has(id)), ...works.flatMap((work) => restingOn.get(first(work)) ?? [])];
  };
  return {
    tells({ text, cites }, self) {
      const letters = lettersOf(text);
      const found = casesIn(letters, same);
      // Most sentences speak of no case, and need not be gone through for few characters.
      const spoken = new Set(spokenOf(text, cites));
      if (spoken.size > 0) for (const id of casesIn(letters, near)) if (spoken.has(id)) found.add(id);
      found.delete(self);
      return [...found];
    },
    facts: () => [runsByCase(same), runsByCase(near), [...restingOn], [...firstOf].filter(([, work]) => restingOn.has(work)), [...ids]],
  };
}

/** Runs of the names of documents and of what terms mean: a case is decided by a rule, and the rule may be named and its words read. */
function generalPhrases(entries: readonly Entry[], length: number): Set<string> {
  return new Set(entries.flatMap(generalTexts).flatMap((text) => phrasesOf(text, length)));
}

/** What of an entry may be said of a case without telling its outcome. */
function generalTexts(entry: Entry): string[] {
  if (isOf(entry, 'policies')) return [entry.data.title];
  return isOf(entry, 'terms') && typeof entry.data.definition !== 'string' ? [entry.data.definition.text] : [];
}

/** The cases by the runs of their outcomes. */
interface OutcomeIndex {
  length: number;
  cases: ReadonlyMap<string, ReadonlySet<string>>;
  /** Marks the hash of each run: most places of a text are passed over by it. */
  hashes: Uint8Array;
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
  const hashes = new Uint8Array(HASHES);
  for (const phrase of index.keys()) eachHash(phrase, length, (slot) => (hashes[slot] = 1));
  return { length, cases: index, hashes };
}

/** The runs of each case, one after the other. */
function runsByCase({ cases }: OutcomeIndex): [id: string, runs: string][] {
  const runs = new Map<string, string[]>();
  for (const [run, ids] of cases) {
    for (const id of ids) {
      const own = runs.get(id);
      if (own) own.push(run);
      else runs.set(id, [run]);
    }
  }
  return [...runs].map(([id, own]) => [id, own.join('')]);
}

const HASHES = 1 << 22;
const BASE = 0x9e37_79b1;

/** Tells a number for each run of `length` letters, made of that of the run before it; a few other runs have the same. */
function eachHash(letters: string, length: number, tell: (slot: number, at: number) => void): void {
  let leaving = 1;
  for (let power = 0; power < length; power++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  for (let end = 0; end < letters.length; end++) {
    hash = (Math.imul(hash, BASE) + letters.charCodeAt(end)) | 0;
    if (end >= length) hash = (hash - Math.imul(letters.charCodeAt(end - length), leaving)) | 0;
    if (end + 1 >= length) tell((hash ^ (hash >>> 15)) & (HASHES - 1), end + 1 - length);
  }
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

function casesIn(letters: string, { length, cases, hashes }: OutcomeIndex): Set<string> {
  const found = new Set<string>();
  eachHash(letters, length, (slot, at) => {
    if (hashes[slot] === 1) for (const id of cases.get(letters.slice(at, at + length)) ?? []) found.add(id);
  });
  return found;
}

/** Public sources that part B rests on; the paragraphs of a source document serve many entries and say nothing of one. */
function sourcesOf({ data }: TaughtEntry): string[] {
  const cites = [...data.teaching.partA, ...data.teaching.partB].flatMap((item) => item.cites);
  return cites.flatMap((cite) => citedNumber(cite) ?? []);
}
