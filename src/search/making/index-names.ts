/** Gathers, at build, the words that the texts do not explain by themselves: names, their sound, synonyms, traditional characters. */
import { Converter } from 'opencc-js/t2cn';
import type { SiteContent } from '../../domain/entry/records.ts';
import { collectionOf, readAnyNumber } from '../../schema/number.ts';
import { everydayCharacters, goesBeyond } from '../words/gb2312.ts';
import type { BuiltLexicon, LexiconSource, SynonymGroup } from './index-lexicon.ts';
import { gatherLexicon } from './index-lexicon.ts';
import { isMatter, NO_NAMES } from '../words/names.ts';
import type { IndexedEntry } from './index-facts.ts';
import { counterOf, COUNTERS } from './pair-counters.ts';
import type { NamedEntry, PairFrequency, SearchNames, SearchWords } from '../words/names.ts';
import { readingsOf } from '../../domain/chinese/readings.ts';
import { placeName } from '../words/places.ts';
import { suggestionKinds } from '../words/suggestion-kinds.ts';

/** Longer names, and names with punctuation, are phrases: nobody types them in place of another. */
const MAX_SYNONYM_LENGTH = 14;
/** Collections whose entries are named by a term, so that their other names are other words for the same. */
const NAMED_BY_TERM = new Set(['terms', 'mechanisms']);
/** Shares of the texts: a pair of characters in more of them tells nothing, or little. */
const COMMON_SHARE = 0.5;
const FREQUENT_SHARE = 0.3;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** Beyond 龥 are characters that are in no word of more than one. */
const LAST_OF_WORDS = 0x9fa5;

/**
 * Entries whose names are suggested: with those of 1,000, a later search that is typed by its sound took more than the 100 KB that it may. Beyond it,
 * names that are words for a matter come before titles that tell one.
 */
const MAX_NAMED = 900;
const NAMED_FIRST = ['situations', 'terms', 'mechanisms', 'measures', 'problems', 'causes', 'courses', 'tensions', 'sources'] as const;

/** Everything that can be suggested, and how it sounds; the texts give the characters that readers may confuse with those of names. */
export function gatherNames({ vocabulary }: Pick<SiteContent, 'vocabulary'>, pages: readonly IndexedEntry[]): SearchNames {
  const named = pages.map(({ id, title, aliases }) => [id, title, ...aliases] as const);
  return tableOf(
    named,
    vocabulary,
    pages.map(({ text }) => text),
  );
}

/** The same from the names alone. */
export function tableOf(all: readonly NamedEntry[], vocabulary: SiteContent['vocabulary'], texts: readonly string[]): SearchNames {
  const named = all.length > MAX_NAMED ? firstNamed(all) : all;
  const regions = vocabulary.regions.items.flatMap(({ name, short, kind }) => (kind === '隐去单位' ? [] : [name, short]));
  const known = new Set(named.flatMap(([, ...names]) => names));
  const words = vocabulary.synonyms.items.flatMap((group) => group.words).filter((word) => !known.has(word));
  const entries = [...named.filter(isMatter), ...named.filter((entry) => !isMatter(entry))];
  const table = { entries, regions: [...new Set(regions)], words: [...new Set(words)] };
  return { ...table, syllables: syllablesOf([...known, ...table.regions, ...table.words], texts), kinds: suggestionKinds };
}

function firstNamed(all: readonly NamedEntry[]): readonly NamedEntry[] {
  const placeOf = ([id]: NamedEntry) => {
    const place = NAMED_FIRST.findIndex((collection) => collection === collectionOf(readAnyNumber(id).id));
    return place < 0 ? NAMED_FIRST.length : place;
  };
  return [...all].sort((a, b) => placeOf(a) - placeOf(b)).slice(0, MAX_NAMED);
}

/** Names for a collection of documents that has titles and nothing else. */
export function gatherTitles(documents: readonly { id: string; title: string }[]): SearchNames {
  const titles = documents.map(({ id, title }) => [id, title] as const);
  return {
    ...NO_NAMES,
    entries: titles,
    syllables: syllablesOf(
      titles.map(([, title]) => title),
      [],
    ),
  };
}

/** What every query needs, and the lexicon that each takes its part of; `texts` and `pages` in the order of the cards. */
export function gatherWords(
  { vocabulary }: Pick<SiteContent, 'vocabulary'>,
  pages: readonly IndexedEntry[],
  prepare?: LexiconSource['prepare'],
): IndexedWords {
  const texts = pages.map(({ text }) => text);
  const listed: SynonymGroup[] = vocabulary.synonyms.items;
  const named = pages
    .filter(({ collection }) => NAMED_BY_TERM.has(collection))
    .map(({ title, aliases }) => [title, ...aliases].filter((name) => name.length <= MAX_SYNONYM_LENGTH && /^[\p{L}\p{N}]+$/u.test(name)))
    .filter((group) => group.length > 1);
  const lexicon = gatherLexicon({
    asked: pages.map(({ asked }) => asked),
    // Other titles are sentences, and their parts no words: 怕被问责，字不敢签.
    words: [
      ...pages.flatMap(({ collection, title, aliases, keywords }) => [
        ...(NAMED_BY_TERM.has(collection) ? [title] : []),
        ...aliases,
        ...keywords,
      ]),
      ...namesIn(vocabulary),
    ],
    synonyms: [...listed, ...named.map((words) => ({ words }))],
    places: [...new Set(pages.flatMap(({ facets }) => facets.regions.map(placeName)))],
    texts,
    ...(prepare && { prepare }),
  });
  return { words: { traditional: traditionalOf(texts), ...pairFrequency(texts), asked: lexicon.asked }, lexicon: lexicon.slots };
}

/** Words as `gatherWords` gives them. */
export interface IndexedWords {
  words: SearchWords;
  lexicon: BuiltLexicon['slots'];
}

/** The names that the controlled lists give to things. */
function namesIn(vocabulary: SiteContent['vocabulary']): string[] {
  const { regions } = vocabulary;
  const lists = NAMING_LISTS.flatMap((list) => vocabulary[list].items.flatMap(({ id, name }) => [id, name]));
  return [...lists, ...regions.items.flatMap(({ name, short }) => [name, short])];
}

/** The lists whose items are words for something; others hold titles, units and chains. */
const NAMING_LISTS = [
  ...(['case-fields', 'case-types', 'distinctions', 'evidence', 'factors', 'levels', 'measure-fields', 'mechanism-families'] as const),
  ...(['mechanism-standings', 'outcomes', 'problem-types', 'source-levels', 'teaching-methods'] as const),
];

/** Pairs of a traditional character and the one that stands in the texts; characters that the texts themselves use are left alone. */
export function traditionalOf(texts: readonly string[]): string {
  const used = charactersOf(texts);
  const convert = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const character = String.fromCharCode(code);
    const simple = convert(character);
    if (simple !== character && simple.length === 1 && used.has(simple) && !used.has(character)) pairs += character + simple;
  }
  return pairs;
}

/** The table in two: what a query in characters of GB/T 2312 may need, and the rest. */
export function splitTraditional(pairs: string): { near: string; far: string } {
  const list = pairs.match(/../gu) ?? [];
  return { near: list.filter((pair) => !goesBeyond(pair)).join(''), far: list.filter(goesBeyond).join('') };
}

/** The characters that stand in any of the texts. */
function charactersOf(texts: readonly string[]): Set<string> {
  const met = new Uint8Array(0x1_0000);
  const beyond = new Set<string>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0xd800 && code < 0xdc00) beyond.add(text.slice(at, ++at + 1));
      else met[code] = 1;
    }
  }
  return new Set([...[...met.entries()].flatMap(([code, isMet]) => (isMet === 1 ? String.fromCharCode(code) : [])), ...beyond]);
}

/** Pairs of Han characters in more than half of the texts, and in less but still many, each list in the order of their codes. */
export function pairFrequency(texts: readonly string[]): PairFrequency {
  const least = texts.length * FREQUENT_SHARE;
  const counters = new Uint32Array(COUNTERS);
  const metIn = new Uint32Array(COUNTERS);
  eachHanPair(texts, (pair, text) => {
    const counter = counterOf(pair);
    if (metIn[counter] === text + 1) return;
    metIn[counter] = text + 1;
    counters[counter] = (counters[counter] ?? 0) + 1;
  });
  const found = new Map<number, { count: number; last: number }>();
  eachHanPair(texts, (pair, text) => {
    if ((counters[counterOf(pair)] ?? 0) <= least) return;
    const known = found.get(pair);
    if (!known) found.set(pair, { count: 1, last: text });
    else if (known.last !== text) Object.assign(known, { count: known.count + 1, last: text });
  });
  const counts = [...found].map(([pair, { count }]) => [String.fromCharCode(pair >>> 16, pair & 0xffff), count] as const);
  const between = (least: number, most: number) =>
    counts
      .filter(([, count]) => count > texts.length * least && count <= texts.length * most)
      .map(([pair]) => pair)
      .sort()
      .join('');
  return { common: between(COMMON_SHARE, 1), frequent: between(FREQUENT_SHARE, COMMON_SHARE) };
}

/** Tells every two Han characters in a row as one number, and the text that has them by its place. */
function eachHanPair(texts: readonly string[], tell: (pair: number, text: number) => void): void {
  for (const [place, text] of texts.entries()) {
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isHan = code >= FIRST_HAN && code <= LAST_OF_WORDS;
      if (isHan && before > 0) tell((before << 16) | code, place);
      before = isHan ? code : 0;
    }
  }
}

/** Characters by syllable: in names as they are read there, other characters of the texts as they are mostly read. */
function syllablesOf(names: readonly string[], texts: readonly string[]): Record<string, string> {
  const table = new Map<string, Set<string>>();
  const known = new Set<string>();
  const add = (text: string) => {
    const characters = [...text];
    const readings = readingsOf(text);
    characters.forEach((character, index) => {
      const reading = readings[index] ?? '';
      if (!/^\p{Script=Han}$/u.test(character) || !/^[a-z]+$/u.test(reading)) return;
      known.add(character);
      table.set(reading, (table.get(reading) ?? new Set()).add(character));
    });
  };
  for (const name of names) add(name);
  const sounds = new Set(table.keys());
  for (const character of charactersOf(texts)) if (!known.has(character)) add(character);
  // Characters that only a slip brings here, 勿 for 诬: those in daily use that sound like one of a name.
  for (const character of everydayCharacters()) {
    const [sound = ''] = readingsOf(character);
    if (!known.has(character) && sounds.has(sound)) add(character);
  }
  return Object.fromEntries([...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, set]) => [syllable, [...set].sort().join('')]));
}
