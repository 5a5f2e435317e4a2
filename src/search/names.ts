/** The names that readers look for, with what it takes to recognise them: one small file, written at build, fetched when someone types. */

/** What the site knows of words beside its texts. */
export interface SearchWords {
  /** Groups of words that are searched for one another, the entries' own names included. */
  synonyms: readonly (readonly string[])[];
  /** Those of them that stand in no text, as slips of the pen do: readers may type them, and searching for them fetches for nothing. */
  absent: readonly string[];
  /** Traditional characters, each followed by the simplified one that the texts have. */
  traditional: string;
  /** Pairs of characters that stand in more than half of the texts, one after the other (干部…): as words they tell nothing. */
  common: string;
  /** Pairs in many of the texts: they tell little, cost the most to look up, and can be spared in a long query. */
  frequent: string;
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
  /** What a name is, in words: by the letters of the entry's number, or by `Name.kind`. */
  kinds: Readonly<Record<string, string>>;
}

export type NamedEntry = readonly [id: string, title: string, ...others: string[]];

export const NO_WORDS: SearchWords = { synonyms: [], absent: [], traditional: '', common: '', frequent: '' };
export const NO_NAMES: SearchNames = { entries: [], regions: [], words: [], syllables: {}, kinds: {} };

/** One thing to suggest or to resolve to. */
export interface Name {
  text: string;
  kind: 'entry' | 'alias' | 'region' | 'word';
  /** The entry's number; empty for regions and words. */
  id: string;
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
