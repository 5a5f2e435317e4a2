/**
 * Questions that a situation answers, in the words of those who ask. They are no text of the page, so nothing found by them is counted as
 * containing the words; a situation found so comes first.
 */
import type { AskedEntry } from './names.ts';
import { stripQuestionWords } from './query.ts';
import type { RankedEntry } from './ranking.ts';
import { foldText } from './tokens.ts';

/** Share of pairs of characters in common from which two questions are the same one, put a little differently. */
const SAME_QUESTION = 0.55;
/** Shorter texts are words, not questions. */
const SHORTEST = 4;
const MOST = 3;

/** The situations that are asked for by such a question, the closest first. */
export function situationsAsked(typed: string, known: readonly AskedEntry[]): RankedEntry[] {
  const wanted = pairsOf(typed);
  if (wanted.size < SHORTEST - 1) return [];
  return known
    .map(([key, ...questions]) => ({
      key,
      score: Math.max(...questions.map((question) => likeness(wanted, pairsOf(question)))),
      units: [],
    }))
    .filter(({ score }) => score >= SAME_QUESTION)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
}

/** Twice what both have, by what each has: 1 for the same question. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

/** Words that ask are left out, unless they are all there is: 怎么办 is in half of the questions. */
function pairsOf(text: string): Set<string> {
  const bare = lettersOf(stripQuestionWords(text));
  const characters = bare.length >= SHORTEST ? bare : lettersOf(text);
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

function lettersOf(text: string): string[] {
  return [...foldText(text)].filter((character) => /[\p{L}\p{N}]/u.test(character));
}
