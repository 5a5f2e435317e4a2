/** Scores: how well an entry answers a query, from where its phrases stand. */
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

/** A name beats any place in the text; an early place decides among equals. */
const NAME = 10;
/** An entry's own number, `SJ-008`, leads to that entry before all that refer to it. */
const NUMBER = 100;
/** A term that is named so explains the phrase, and comes before other entries with it in their names. */
const TERM = 2;
/** All else being about equal, entries that are about one matter come before a whole document. */
const KIND: Partial<Record<string, number>> = { terms: 0.1, measures: 0.1, mechanisms: 0.1, sources: -0.1 };
/** How much more a word in the title or another name weighs than in the text; measured on two public collections. */
const NAMED_WORD = 2;
const EARLY = 0.5;
const COVERAGE_POWER = 1.5;
/** Beyond this many words, the rarest alone decide. */
const MAX_UNITS = 12;
/** An entry must cover this share of the words' weight, or two words of a longer query. */
const MIN_COVERAGE = 0.35;
/** When even the best entry covers less than this, the query is about something else, and nothing is found. */
const MIN_BEST = 0.22;
/** Entries far behind the best one are left out of a relaxed result: they share a word, not a subject. */
const MIN_SHARE = 0.15;
/** Up to this many words, every character must be covered. */
const SHORT_QUERY = 3;

/** Entries that contain every phrase, best first. */
export function rankExact(phrases: readonly UnitHits[], cards: ReadonlyMap<string, EntryCard>): RankedEntry[] {
  const units = phrases.map(({ unit }) => unit);
  const scores = new Map<string, { score: number; count: number }>();
  for (const { unit, hits } of phrases) {
    const length = phraseTokens(unit).length;
    for (const hit of hits) {
      const entry = scores.get(hit.key) ?? { score: 0, count: 0 };
      entry.score += nameScore(hit, length, unit, cards.get(hit.key)) + hit.score;
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

/** Entries that contain enough of the words, best first, and the words that counted, as asked for. */
export function rankRelaxed(all: readonly UnitHits[], cards: ReadonlyMap<string, EntryCard>): { ranked: RankedEntry[]; units: string[] } {
  const weighed = all.map((unit) => ({ ...unit, idf: Math.log(1 + cards.size / Math.max(unit.hits.length, 0.5)) }));
  const used = selectUnits(weighed, cards.size);
  const entries = new Map<string, { score: number; covered: number; units: string[] }>();
  for (const { unit, hits, idf } of used) {
    for (const hit of hits) {
      const entry = entries.get(hit.key) ?? { score: 0, covered: 0, units: [] };
      const named = hit.place === 'text' ? 0 : NAMED_WORD;
      entry.score += idf * (1 + named + EARLY * hit.score);
      entry.covered += idf;
      entry.units.push(unit);
      entries.set(hit.key, entry);
    }
  }
  const usedTotal = totalIdf(used);
  // Words that occur nowhere count against every entry: they are what tells a foreign subject from a clumsy question.
  const knownShare = totalIdf(weighed.filter(({ hits }) => hits.length > 0)) / totalIdf(weighed);
  const ranked: RankedEntry[] = [];
  let bestCoverage = 0;
  for (const [key, { score, covered, units }] of entries) {
    const share = covered / usedTotal;
    bestCoverage = Math.max(bestCoverage, share * knownShare);
    if (isEnough(share * knownShare, units, all)) ranked.push({ key, score: score * share ** COVERAGE_POWER, units });
  }
  const best = Math.max(...ranked.map(({ score }) => score));
  const close = bestCoverage < MIN_BEST ? [] : ranked.filter(({ score }) => score >= best * MIN_SHARE);
  const usedUnits = new Set(used.map(({ unit }) => unit));
  return { ranked: sorted(close, cards), units: all.flatMap(({ unit }) => (usedUnits.has(unit) ? [unit] : [])) };
}

function nameScore(hit: PhraseHit, length: number, unit: string, card: EntryCard | undefined): number {
  if (card?.id === foldText(unit).toUpperCase()) return NUMBER;
  if (hit.place === 'text') return 0;
  const name = NAME + (card?.collection === 'terms' ? TERM : 0);
  if (hit.place === 'aliases') return name;
  return name + (NAME * length) / Math.max(card?.titleLength ?? 0, length);
}

function totalIdf(units: readonly { idf: number }[]): number {
  return units.reduce((sum, { idf }) => sum + idf, 0);
}

/** Words that exist, without those on more than half of the pages when others remain, the rarest. */
function selectUnits<T extends UnitHits & { idf: number }>(units: readonly T[], pages: number): T[] {
  const known = units.filter(({ hits }) => hits.length > 0);
  const telling = known.filter(({ hits }) => hits.length <= pages / 2);
  const chosen = telling.length > 0 ? telling : known;
  return [...chosen].sort((a, b) => b.idf - a.idf).slice(0, MAX_UNITS);
}

/** Of a short query every character must be covered: 公务员 is no answer to 公务员法, but 健康 and 教育 are one to 健康教育. */
function isEnough(coverage: number, covered: readonly string[], asked: readonly UnitHits[]): boolean {
  if (asked.length > SHORT_QUERY) return covered.length >= 2 || coverage >= MIN_COVERAGE;
  const characters = new Set(covered.join(''));
  return asked.every(({ unit }) => [...unit].every((character) => characters.has(character)));
}

function sorted(ranked: RankedEntry[], cards: ReadonlyMap<string, EntryCard>): RankedEntry[] {
  const number = (key: string) => cards.get(key)?.id ?? key;
  return ranked.sort((a, b) => b.score - a.score || (number(a.key) < number(b.key) ? -1 : 1));
}
