/** Scores: how well an entry answers a query, from where its phrases stand. */
import { compareNumbers, readAnyNumber } from '../../schema/number.ts';
import type { AskedEntry } from '../words/asked.ts';
import type { EntryCard, PhraseHit } from '../engine/engine.ts';
import { foldText } from '../../domain/chinese/fold-text.ts';
import { phraseTokens } from '../words/tokens.ts';

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
  /** The place of the sentence in which people ask for it, where that is why it is shown. */
  sentence?: number | undefined;
}

/**
 * What each sign is worth: round numbers that can be explained. `npm run bench:tune` moves each by itself over lists of questions, `npm run bench:asked`
 * asks the editors' own sentences. They lie on a plateau there, so one is moved only where many lists gain and hardly one loses, as `textFloor` and
 * `askedLeads` were: gains on a single list do not carry over to other questions.
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
  maxUnits: 20,
  /** Relaxed: what a pair counts that lies inside a longer word, which says it already: 动不动 would be three things, and 问责 two. */
  inWord: 0.5,
  /** Exact: what an entry gains that answers what is asked for. */
  preferred: 6,
  /** Close: who names a place wants what is of that place. */
  place: 2,
  /** Relaxed and asked: by how much its score grows. */
  preferredShare: 1.3,
  /** Close: who asks for cases is not helped by the rules that bear the name of the matter. */
  caseShare: 1.6,
  /** Close: who asks for a class is best served by a ready one. */
  course: 2,
  /**
   * Close: of all that a question says, texts have to hold so much before the best of them counts in full. In a story that is told in everyday words
   * (辅警拦车，…派出所…) a text may have one pair that no other has, of what the question is not about.
   */
  textFloor: 0.2,
  /** Close: what an entry's ways of asking weigh together beside its text, */
  asked: 1,
  /** and the closest of them by itself. */
  alike: 0.3,
  /** Close: a made-up scenario tells of everything in everyday words, and answers nobody but trainers. */
  scenario: 0.5,
  /** Who does not ask for the past wants the document that holds: how much of its score one that is replaced or has ended keeps, */
  past: 0.7,
  /** and by how much it falls where the words are the same. */
  pastName: 1.5,
  /** Close: with a smaller share of the best one's score nothing stands first with it (65 queries judged: of 29 such hits none answered, 12 were about nothing of it). */
  leading: 0.4,
  /** How alike a sentence and a query must be for the entry to be shown as an answer, */
  askedShown: 0.42,
  /** to come first among entries that contain the words, */
  askedLeads: 0.65,
  /** and to be offered. */
  askedNear: 0.25,
  /** or how much of a query all its sentences must have, beside the entry that has most. */
  askedTogether: 0.4,
  /** Asked: a situation is written for the one who asks, and comes before everything else that is asked for so. */
  situation: 2,
};
export type Weights = typeof WEIGHTS;

/** All else being about equal, entries that are about one matter come before a whole document. */
const KIND: Partial<Record<string, number>> = { terms: 0.1, measures: 0.1, mechanisms: 0.1, sources: -0.1 };

/** Entries that contain every phrase, best first. */
export function rankExact(phrases: readonly UnitHits[], cards: ReadonlyMap<string, EntryCard>, weights: Weights = WEIGHTS): RankedEntry[] {
  const units = phrases.map(({ unit }) => unit);
  const scores = new Map<string, { score: number; count: number }>();
  for (const [at, { unit, hits }] of phrases.entries()) {
    const length = phraseTokens(unit).length;
    for (const hit of hits) {
      const entry = scores.get(hit.key) ?? { score: 0, count: 0 };
      entry.score += nameScore({ hit, length, unit, at, card: cards.get(hit.key) }, weights) + hit.score;
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

/** Entries that contain at least so many of the words, each with those that it has. */
export function withEnough(words: readonly UnitHits[], fewest: number): { key: string; units: string[] }[] {
  if (fewest === 0) return [];
  const contained = new Map<string, string[]>();
  for (const { unit, hits } of words) for (const { key } of hits) contained.set(key, [...(contained.get(key) ?? []), unit]);
  return [...contained].filter(([, units]) => units.length >= fewest).map(([key, units]) => ({ key, units }));
}

/**
 * How close every entry comes to a question, best first: what its text has of the pairs of characters and what its ways of asking have of them, each
 * as a share of the most that any has. Neither alone is as good: texts do not have people's words, and ways of asking are few.
 */
export function rankClose(
  pairs: readonly UnitHits[],
  asked: readonly AskedEntry[],
  cards: ReadonlyMap<string, EntryCard>,
  weights: Weights = WEIGHTS,
): RankedEntry[] {
  const { texts, all } = scoreUnits(pairs, cards, weights);
  const most = Math.max(...texts.map(({ score }) => score), weights.textFloor * all);
  const close = new Map(texts.map(({ key, score, units }) => [key, { key, units, score: score / most }]));
  for (const { key, score, together } of asked) {
    const entry = close.get(key) ?? { key, units: [], score: 0 };
    close.set(key, { ...entry, score: entry.score + weights.asked * together + weights.alike * score });
  }
  return sorted([...close.values()], cards);
}

/** Whether what comes close has more in common with the question than a single character. */
export function isTelling({ units }: RankedEntry, all: readonly UnitHits[]): boolean {
  const telling = new Set(tellingOf(all).map(({ unit }) => unit));
  return units.some((unit) => telling.has(unit));
}

/** Words of more than one character, or all when there are none: one character alone says little. */
function tellingOf(units: readonly UnitHits[]): readonly UnitHits[] {
  const longer = units.filter(({ unit }) => [...unit].length > 1);
  return longer.length > 0 ? longer : units;
}

/** The score of each text by the units that it has, and the weight of all units, those that no text has among them. */
function scoreUnits(
  all: readonly UnitHits[],
  cards: ReadonlyMap<string, EntryCard>,
  weights: Weights,
): { texts: RankedEntry[]; all: number } {
  const longer = all.map(({ unit }) => unit).filter((unit) => [...unit].length > 2);
  const shareOf = (unit: string) => (longer.some((word) => word !== unit && word.includes(unit)) ? weights.inWord : 1);
  const weighed = all.map((unit) => ({ ...unit, idf: shareOf(unit.unit) * Math.log(1 + cards.size / Math.max(unit.hits.length, 0.5)) }));
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
  const total = totalIdf(used);
  const texts = [...entries].map(([key, { score, covered, units }]) => ({
    key,
    score: score * (covered / total) ** weights.coveragePower,
    units,
  }));
  return { texts, all: totalIdf(weighed) };
}

function nameScore({ hit, length, unit, at, card }: Named, weights: Weights): number {
  // What an asked unit has gathered bears the name of its own unit: nobody types that.
  if (card && readAnyNumber(card.id).id === foldText(unit).toUpperCase()) return weights.number;
  if (hit.place === 'text') return 0;
  const term = card?.collection === 'terms' ? weights.term : 0;
  const title = hit.place === 'title' ? weights.title : 0;
  return (
    weights.name +
    term +
    title +
    (hit.isFirst ? (at === 0 ? 2 : 1) * weights.first : 0) +
    (weights.name * length) / Math.max(hit.nameLength, length)
  );
}

/** A phrase, its length in tokens, and where it stands in an entry. */
interface Named {
  hit: PhraseHit;
  length: number;
  unit: string;
  /** Its place in the query: a name that begins as the query does is likelier meant. */
  at: number;
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

function sorted<T extends RankedEntry>(ranked: T[], cards: ReadonlyMap<string, EntryCard>): T[] {
  const number = (key: string) => cards.get(key)?.id ?? key;
  return ranked.sort((a, b) => b.score - a.score || compareNumbers(number(a.key), number(b.key)));
}

/** The first hit of each entry. */
export function firstOfEach<T extends { key: string }>(hits: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const hit of hits) if (!first.has(hit.key)) first.set(hit.key, hit);
  return [...first.values()];
}
