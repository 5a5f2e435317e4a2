/** Titles and other names that share characters with what was typed: what is left to offer when no entry contains the words. */
import { stripQuestionWords } from './asking-words.ts';
import type { EntryCard } from '../engine/engine.ts';
import { listNames } from './names.ts';
import type { Name, SearchNames } from './names.ts';
import type { RankedEntry } from '../query/ranking.ts';
import { foldText } from '../../domain/chinese/fold-text.ts';

/** Two characters that stand together in both count as much as one more character. */
const TOGETHER = 1;
const COVERAGE_POWER = 2;
/** A name must hold this share of the weight of the typed characters. */
const MIN_SHARE = 0.45;

/** Names that share most characters with a text, best first; a rare character weighs more than a common one. */
export function nearNames(text: string, names: readonly Name[], limit: number): { name: Name; score: number; shared: string[] }[] {
  const typed = [...foldText(stripQuestionWords(text))].filter((character) => /[\p{L}\p{N}]/u.test(character));
  // What shares the digits of a year or an amount with it has nothing to do with it.
  if (typed.every((character) => /[\p{N}年月日]/u.test(character))) return [];
  const characters = [...new Set(typed)];
  const folded = names.map((name) => ({ name, text: foldText(name.text) }));
  const weights = new Map(
    characters.map((character) => [
      character,
      Math.log(1 + names.length / (1 + folded.filter((one) => one.text.includes(character)).length)),
    ]),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const scored = folded.flatMap(({ name, text: folding }) => {
    const shared = characters.filter((character) => folding.includes(character));
    const share = shared.reduce((sum, character) => sum + (weights.get(character) ?? 0), 0) / total;
    if (share < MIN_SHARE || (shared.length < 2 && characters.length > 1)) return [];
    const pairs = typed.slice(1).filter((character, index) => folding.includes(`${typed[index] ?? ''}${character}`)).length;
    const score = (share ** COVERAGE_POWER * (characters.length + TOGETHER * pairs)) / Math.log(8 + folding.length);
    return [{ name, score, shared }];
  });
  return scored.sort((a, b) => b.score - a.score).slice(0, limit);
}

/** Entries whose names share most characters with a text. */
export function rankNames(text: string, table: SearchNames, cards: ReadonlyMap<string, EntryCard>): RankedEntry[] {
  const names = listNames(table).filter(({ kind }) => kind === 'entry' || kind === 'alias');
  const ranked = new Map<string, RankedEntry>();
  for (const { name, score, shared } of nearNames(text, names, 20)) {
    const key = name.id;
    if (cards.has(key) && !ranked.has(key)) ranked.set(key, { key, score, units: shared });
  }
  return [...ranked.values()];
}
