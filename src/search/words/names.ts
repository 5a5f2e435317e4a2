/** The names that readers look for, with what it takes to recognise them: small files, written at build, fetched when someone types. */
import { collectionOf, readAnyNumber } from '../../schema/number.ts';
import { NONE_ASKED } from './asked.ts';
import type { AskedNumbers } from './asked.ts';

/** What every query needs to know of words beside the texts; what only some need is in the lexicon. */
export interface SearchWords {
  /** Traditional characters, each followed by the simplified one that the texts have; those beyond GB/T 2312 may be kept apart. */
  traditional: string;
  /** Pairs of characters that stand in more than half of the texts, one after the other (干部…): as words they tell nothing. */
  common: string;
  /** Pairs in many of the texts: they tell little, cost the most to look up, and can be spared in a long query. */
  frequent: string;
  /** How the sentences of the lexicon are numbered. */
  asked: AskedNumbers;
}

/** What is known of how often pairs of characters occur. */
export type PairFrequency = Pick<SearchWords, 'common' | 'frequent'>;

/** Everything that can be suggested. */
export interface SearchNames {
  /** Number, title and other names of every entry. */
  entries: readonly NamedEntry[];
  /** Full and short names of regions. */
  regions: readonly string[];
  /** Words from the list of synonyms. */
  words: readonly string[];
  /** Each syllable with the characters that are read so in some name. */
  syllables: Readonly<Record<string, string>>;
  /** What a name is, in words: by the entry's collection, or by `Name.kind`. */
  kinds: Readonly<Record<string, string>>;
}

export type NamedEntry = readonly [id: string, title: string, ...others: string[]];

export const NO_WORDS: SearchWords = { traditional: '', common: '', frequent: '', asked: NONE_ASKED };
export const NO_NAMES: SearchNames = { entries: [], regions: [], words: [], syllables: {}, kinds: {} };

/** One thing to suggest or to resolve to. */
export interface Name {
  text: string;
  kind: 'entry' | 'alias' | 'region' | 'word';
  /** The entry's number; empty for regions and words. */
  id: string;
}

/**
 * Parts of the names, each with those before it. `matters`: terms, mechanisms and regions, which are short and few; most of what is spelt by its sound
 * is meant for one of them. `names`: those of all entries. `words`: with synonyms, which nobody needs offered who has typed them. `all`: with the sound
 * of characters that none of these has, for slips of the pen.
 */
export type NamesPart = (typeof NAMES_PARTS)[number];
export const NAMES_PARTS = ['matters', 'names', 'words', 'all'] as const;

export function isMatter([id]: NamedEntry): boolean {
  const collection = collectionOf(readAnyNumber(id).id);
  return collection === 'terms' || collection === 'mechanisms';
}

/** What each part has beyond the one before it. */
export function splitNames(table: SearchNames): Record<NamesPart, SearchNames> {
  const matters = { ...table, entries: table.entries.filter(isMatter), words: [] };
  const inMatters = charactersOf(matters);
  const inNames = charactersOf({ ...table, words: [] });
  const inWords = charactersOf(table);
  return {
    matters: { ...matters, syllables: soundsOf(table, (character) => inMatters.has(character)) },
    names: {
      ...NO_NAMES,
      entries: table.entries.filter((entry) => !isMatter(entry)),
      syllables: soundsOf(table, (character) => inNames.has(character) && !inMatters.has(character)),
    },
    words: {
      ...NO_NAMES,
      words: table.words,
      syllables: soundsOf(table, (character) => inWords.has(character) && !inNames.has(character)),
    },
    all: { ...NO_NAMES, syllables: soundsOf(table, (character) => !inWords.has(character)) },
  };
}

/** A part and those before it. */
export function partsTo(part: NamesPart): NamesPart[] {
  return NAMES_PARTS.slice(0, NAMES_PARTS.indexOf(part) + 1);
}

/** A part with those before it, where all names are at hand. */
export function partOf(table: SearchNames, part: NamesPart): SearchNames {
  const parts = splitNames(table);
  return joinNames(
    parts.matters,
    ...partsTo(part)
      .slice(1)
      .map((name) => parts[name]),
  );
}

/** Parts put together again. */
export function joinNames(first: SearchNames, ...others: readonly SearchNames[]): SearchNames {
  const parts = [first, ...others];
  const sounds = [...new Set(parts.flatMap(({ syllables }) => Object.keys(syllables)))];
  return {
    ...first,
    entries: parts.flatMap(({ entries }) => entries),
    words: parts.flatMap(({ words }) => words),
    syllables: Object.fromEntries(sounds.map((sound) => [sound, parts.map(({ syllables }) => syllables[sound] ?? '').join('')])),
  };
}

function charactersOf(table: SearchNames): Set<string> {
  return new Set(listNames(table).flatMap(({ text }) => [...text]));
}

function soundsOf({ syllables }: SearchNames, isWanted: (character: string) => boolean): Record<string, string> {
  const wanted = Object.entries(syllables).map(([sound, characters]) => [sound, [...characters].filter(isWanted).join('')] as const);
  return Object.fromEntries(wanted.filter(([, characters]) => characters !== ''));
}

/** All names in the order of their weight: titles, other names, words, regions. */
export function listNames({ entries, regions, words }: SearchNames): Name[] {
  const named = (text: string, kind: Name['kind'], id = ''): Name => ({ text, kind, id });
  return [
    ...entries.map(([id, title]) => named(title, 'entry', id)),
    ...entries.flatMap(([id, , ...others]) => others.map((other) => named(other, 'alias', id))),
    ...words.map((word) => named(word, 'word')),
    ...regions.map((region) => named(region, 'region')),
  ];
}
