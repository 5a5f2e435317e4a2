/** What to offer while someone types: names that begin with or contain it, or that sound like it. */
import { collectionOf, readAnyNumber } from '../../schema/number.ts';
import { listNames } from './names.ts';
import type { Name, SearchNames } from './names.ts';
import { findSound, readingsFrom } from './pinyin.ts';
import { isPinyin } from './spelling.ts';
import { foldText } from '../../domain/chinese/fold-text.ts';

/** A name to offer; characters from `start` to `end` are what was typed. */
export interface Suggestion {
  name: Name;
  start: number;
  end: number;
}

/** Better kinds come first among names that fit equally well. */
const KIND_WEIGHT: Record<Name['kind'], number> = { alias: 0.3, entry: 0.2, region: 0.4, word: 0 };
/** A term is the shortest way to a subject. */
const TERM_WEIGHT = 0.5;
const LONG = 40;

/** Makes a function that gives the best names for what is typed, each text once. */
export function createSuggester(table: SearchNames): (typed: string, limit: number) => Suggestion[] {
  const names = listNames(table).map((name) => ({ name, folded: foldText(name.text) }));
  const readings = readingsFrom(table.syllables);
  return (typed, limit) => {
    const wanted = foldText(typed).trim();
    if (wanted === '') return [];
    const isSound = isPinyin(wanted);
    const scored = names.flatMap(({ name, folded }) => {
      const place = placeOf(folded, wanted) ?? (isSound ? soundOf(name.text, wanted) : undefined);
      return place ? [{ name, ...place, score: scoreOf(name, place) }] : [];
    });
    const best = scored.sort((a, b) => b.score - a.score);
    const first = new Map<string, Suggestion>();
    for (const { name, start, end } of best) {
      if (first.size >= limit) break;
      if (!first.has(name.text)) first.set(name.text, { name, start, end });
    }
    return [...first.values()];
  };

  function soundOf(text: string, wanted: string): Place | undefined {
    const sound = findSound(wanted, text, readings, true);
    return sound && { start: sound.start, end: sound.end, certainty: (0.5 * sound.whole) / (sound.end - sound.start) };
  }
}

interface Place {
  start: number;
  end: number;
  /** 1 for characters, less for sounds. */
  certainty: number;
}

function placeOf(folded: string, wanted: string): Place | undefined {
  const start = folded.indexOf(wanted);
  return start < 0 ? undefined : { start, end: start + wanted.length, certainty: 1 };
}

function scoreOf({ kind, id, text }: Name, { start, certainty }: Place): number {
  const isTerm = kind === 'entry' && collectionOf(readAnyNumber(id).id) === 'terms';
  return (start === 0 ? 2 : 0) + 2 * certainty + KIND_WEIGHT[kind] + (isTerm ? TERM_WEIGHT : 0) - Math.min(text.length, LONG) / LONG;
}
