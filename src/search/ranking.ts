/** Scores: how well an entry answers a query, from where its phrases stand. */
import { compareNumbers } from '../schema/number.ts';
import type { EntryCard, PhraseHit } from './engine.ts';
import { foldText, phraseTokens } from './tokens.ts';

/** The hits of one phrase or word. */
export interface UnitHits {
  unit: string;
  hits: readonly PhraseHit[];
}

export interface RankedEntry {
  key: string;
  score: number;
  /** The phrases or words that the entry contains. */
  units: string[];
}

/**
 * What each sign is worth: round numbers that can be explained. `npm run bench:tune` moves each by itself, half to double, over open questions
 * and any collection. Measured so, they lie on a plateau: over 62 open questions nothing raises the mean reciprocal rank (.958), and over 633
 * questions on 592 policy texts nothing raises it by more than .005 (.868). So none was moved: a gain that small does not carry over to other
 * questions.
 */
export const WEIGHTS = {
  /** Exact: a name beats any place in the text, and by so much again when it is the phrase and nothing else. */
  name: 10,
  /** Exact: a name that begins with the phrase is about it. */
  first: 1,
  /** Exact: a title says more than another name. */
  title: 1,
  /** Exact: an entry's own number, `SJ-008`, leads to that entry before all that refer to it. */
  number: 100,
  /** Exact: a term that is named so explains the phrase, and comes before other entries with it in their names. */
  term: 2,
  /** Relaxed: how much more a word in a name weighs than in the text. */
  namedWord: 2,
  /** Relaxed: what the very beginning of the text adds to a word. */
  early: 0.5,
  /** Relaxed: how steeply an entry falls that has only some of the words. */
  coveragePower: 1.5,
  /** Relaxed: beyond this many words, the rarest alone decide. */
  maxUnits: 12,
  /** Relaxed: an entry must cover this share of the words' weight, or two words of a longer query. */
  minCoverage: 0.35,
  /** Relaxed: when even the best entry covers less than this, the query is about something else, and nothing is found. */
  minBest: 0.22,
  /** Relaxed: entries further behind the best one are left out; they share a word, not a subject. */
  minShare: 0.15,
};
export type Weights = typeof WEIGHTS;

/** All else being about equal, entries that are about one matter come before a whole document. */
const KIND: Partial<Record<string, number>> = { terms: 0.1, measures: 0.1, mechanisms: 0.1, sources: -0.1 };
/** Up to this many words, every character must be covered. */
const SHORT_QUERY = 3;

/** Entries that contain every phrase, best first. */
export function rankExact(phrases: readonly UnitHits[], cards: ReadonlyMap<string, EntryCard>, weights: Weights = WEIGHTS): RankedEntry[] {
  const units = phrases.map(({ unit }) => unit);
  const scores = new Map<string, { score: number; count: number }>();
  for (const { unit, hits } of phrases) {
    const length = phraseTokens(unit).length;
    for (const hit of hits) {
      const entry = scores.get(hit.key) ?? { score: 0, count: 0 };
      entry.score += nameScore({ hit, length, unit, card: cards.get(hit.key) }, weights) + hit.score;
      entry.count += 1;
      scores.set(hit.key, entry);
    }
  }
  const ranked: RankedEntry[] = [];
  for (const [key, { score, count }] of scores) {
    const kind = KIND[cards.get(key)?.collection ?? ''] ?? 0;
    if (count === phrases.length) ranked.push({ key, score: score + kind, units });
  }
  return sorted(ranked, cards);
}

/** Entries that contain enough of the words, best first, and the words that counted; `length` is that of the query in words, common ones too. */
export function rankRelaxed(
  all: readonly UnitHits[],
  cards: ReadonlyMap<string, EntryCard>,
  weights: Weights = WEIGHTS,
  length = all.length,
): { ranked: RankedEntry[]; units: string[] } {
  const { scored, used } = scoreUnits(all, cards, weights);
  const enough = scored.filter(({ coverage, units }) =>
    length > SHORT_QUERY ? units.length >= 2 || coverage >= weights.minCoverage : coversAll(units, all),
  );
  const bestCoverage = Math.max(...scored.map(({ coverage }) => coverage));
  const best = Math.max(...enough.map(({ score }) => score));
  const close = bestCoverage < weights.minBest ? [] : enough.filter(({ score }) => score >= best * weights.minShare);
  return { ranked: sorted(close, cards), units: all.flatMap(({ unit }) => (used.has(unit) ? [unit] : [])) };
}

/** Entries that contain any of the words, best first: what comes close, whether or not it is enough. */
export function rankNear(all: readonly UnitHits[], cards: ReadonlyMap<string, EntryCard>, weights: Weights = WEIGHTS): RankedEntry[] {
  const telling = new Set(tellingOf(all).map(({ unit }) => unit));
  const close = scoreUnits(all, cards, weights).scored.filter(({ units }) => units.some((unit) => telling.has(unit)));
  return sorted(close, cards);
}

/** Words of more than one character, or all when there are none: one character alone says little. */
function tellingOf(units: readonly UnitHits[]): readonly UnitHits[] {
  const longer = units.filter(({ unit }) => [...unit].length > 1);
  return longer.length > 0 ? longer : units;
}

/** `coverage` is the share of the words' weight that the entry has, words that occur nowhere included. */
type Scored = RankedEntry & { coverage: number };

function scoreUnits(
  all: readonly UnitHits[],
  cards: ReadonlyMap<string, EntryCard>,
  weights: Weights,
): { scored: Scored[]; used: Set<string> } {
  const weighed = all.map((unit) => ({ ...unit, idf: Math.log(1 + cards.size / Math.max(unit.hits.length, 0.5)) }));
  const used = selectUnits(weighed, cards.size, weights);
  const entries = new Map<string, { score: number; covered: number; units: string[] }>();
  for (const { unit, hits, idf } of used) {
    for (const hit of hits) {
      const entry = entries.get(hit.key) ?? { score: 0, covered: 0, units: [] };
      const named = hit.place === 'text' ? 0 : weights.namedWord;
      entry.score += idf * (1 + named + weights.early * hit.score);
      entry.covered += idf;
      entry.units.push(unit);
      entries.set(hit.key, entry);
    }
  }
  const usedTotal = totalIdf(used);
  // Words that occur nowhere count against every entry: they are what tells a foreign subject from a clumsy question.
  const knownShare = totalIdf(weighed.filter(({ hits }) => hits.length > 0)) / totalIdf(weighed);
  const scored = [...entries].map(([key, { score, covered, units }]) => {
    const share = covered / usedTotal;
    return { key, score: score * share ** weights.coveragePower, units, coverage: share * knownShare };
  });
  return { scored, used: new Set(used.map(({ unit }) => unit)) };
}

function nameScore({ hit, length, unit, card }: Named, weights: Weights): number {
  if (card?.id === foldText(unit).toUpperCase()) return weights.number;
  if (hit.place === 'text') return 0;
  const term = card?.collection === 'terms' ? weights.term : 0;
  const title = hit.place === 'title' ? weights.title : 0;
  return weights.name + term + title + (hit.isFirst ? weights.first : 0) + (weights.name * length) / Math.max(hit.nameLength, length);
}

/** A phrase, its length in tokens, and where it stands in an entry. */
interface Named {
  hit: PhraseHit;
  length: number;
  unit: string;
  card: EntryCard | undefined;
}

function totalIdf(units: readonly { idf: number }[]): number {
  return units.reduce((sum, { idf }) => sum + idf, 0);
}

/** Words that exist, without those on more than half of the pages when others remain, the rarest. */
function selectUnits<T extends UnitHits & { idf: number }>(units: readonly T[], pages: number, { maxUnits }: Weights): T[] {
  const known = units.filter(({ hits }) => hits.length > 0);
  const telling = known.filter(({ hits }) => hits.length <= pages / 2);
  const chosen = telling.length > 0 ? telling : known;
  return [...chosen].sort((a, b) => b.idf - a.idf).slice(0, maxUnits);
}

/** Of a short query every character must be covered: 公务员 is no answer to 公务员法, but 健康 and 教育 are one to 健康教育. */
function coversAll(covered: readonly string[], asked: readonly UnitHits[]): boolean {
  const characters = new Set(covered.join(''));
  return tellingOf(asked).every(({ unit }) => [...unit].every((character) => characters.has(character)));
}

function sorted<T extends RankedEntry>(ranked: T[], cards: ReadonlyMap<string, EntryCard>): T[] {
  const number = (key: string) => cards.get(key)?.id ?? key;
  return ranked.sort((a, b) => b.score - a.score || compareNumbers(number(a.key), number(b.key)));
}
