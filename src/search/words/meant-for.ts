/**
 * Names that a query may have been meant for. Loaded only when no entry contains the query as it stands, or when it is all Latin letters: most
 * searches need neither this nor the file of names.
 */
import { listNames } from './names.ts';
import type { Name, SearchNames } from './names.ts';
import { findHomophone, findSound, readingsFrom, soften, softReadings } from './pinyin.ts';
import type { Readings } from './pinyin.ts';
import type { Rewrite } from './rewrites.ts';
import { isPinyin } from './spelling.ts';
import { BORDER, phraseTokens } from './tokens.ts';

const MAX_SOUNDS = 3;
const MIN_PUNCTUATED = 3;

/** The names, likeliest first: with punctuation that was left out, heard as pinyin, or with other characters of the same sound. */
export function meantFor(text: string, table: SearchNames): Rewrite[] {
  const names = listNames(table);
  const readings = readingsFrom(table.syllables);
  const isLatin = isPinyin(text);
  const heardBy = (typed: string, heard: Readings): Rewrite[] => {
    if (isLatin) return soundsOf(typed, names, heard).map((to) => ({ kind: 'pinyin', from: text, to }));
    const to = homophoneOf(typed, names, heard);
    return to ? [{ kind: 'homophone', from: text, to }] : [];
  };
  const punctuated = isLatin ? undefined : punctuatedName(text, names);
  if (punctuated) return [{ kind: 'punctuation', from: text, to: punctuated }];
  const meant = heardBy(text, readings);
  return meant.length > 0 ? meant : heardBy(soften(text), softReadings(readings));
}

/** What a text of Latin letters may stand for, likeliest first: the characters that sound so in the names. */
export function soundsOf(text: string, names: readonly Name[], readings: Readings): string[] {
  if (!isPinyin(text)) return [];
  const length = text.replace(/[^\p{L}]/gu, '').length;
  const scores = new Map<string, number>();
  for (const { text: name } of names) {
    const sound = findSound(text, name, readings, false);
    if (!sound) continue;
    const characters = [...name];
    const heard = characters.slice(sound.start, sound.end).join('');
    const isName = sound.end - sound.start === characters.length;
    // Initials fit too much: they stand for a whole name, or for the beginning of one.
    if (sound.whole * 2 < sound.end - sound.start && !isName && (sound.start > 0 || length < 4)) continue;
    const score = 1 + (isName ? 20 : 0) + (sound.start === 0 ? 2 : 0) + 10 * (sound.whole / (sound.end - sound.start));
    scores.set(heard, Math.max(scores.get(heard) ?? 0, score) + 0.5);
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || a.length - b.length)
    .slice(0, MAX_SOUNDS)
    .map(([heard]) => heard);
}

/** The name that differs from the text in its punctuation only: 失信“黑名单” for 失信黑名单. */
export function punctuatedName(text: string, names: readonly Name[]): string | undefined {
  const bare = (name: string) =>
    phraseTokens(name)
      .filter((token) => token !== BORDER)
      .join('');
  const wanted = bare(text);
  return wanted.length < MIN_PUNCTUATED ? undefined : names.find((name) => bare(name.text) === wanted)?.text;
}

/**
 * A name, or a part of one, that sounds like the phrase and was probably meant; a phrase that is a name itself was meant as it is. Two characters
 * sound like something in almost any name, so they are meant for a whole one.
 */
export function homophoneOf(phrase: string, names: readonly Name[], readings: Readings): string | undefined {
  if (!/^\p{Script=Han}{2,}$/u.test(phrase)) return undefined;
  if (names.some(({ text }) => text === phrase)) return undefined;
  const { length } = [...phrase];
  for (const { text, kind } of names) {
    if (kind === 'region' || (length === 2 && [...text].length !== length)) continue;
    const heard = findHomophone(phrase, text, readings);
    if (heard) return heard;
  }
  return undefined;
}
