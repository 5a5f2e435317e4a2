/**
 * The search engine over our own index: in large libraries everywhere, in others where Pagefind cannot run (before Chromium 97, or 85 without a security
 * policy; on servers that refuse its files; on `file://`). Everything it reads is a script: that needs neither a server nor an unpacker. The files lie in
 * a folder named after their content, so that no open page and no cache mixes two states of the site.
 */
import type { Column } from '../../domain/list/columns.ts';
import { unpackCards, unpackFact, valuesByKey } from './card-table.ts';
import type { CardTable } from './card-table.ts';
import { IndexDamaged, keyOf, SearchUnavailable } from './engine.ts';
import type { EntryCard, EntryText, Fact, FactValues, PhraseHit, SearchEngine, StoredText } from './engine.ts';
import { firstPlaces, hitAt } from './layout.ts';
import type { Lexicon, Slot } from '../words/lexicon.ts';
import { joinNames, NO_NAMES, partsTo } from '../words/names.ts';
import type { NamesPart, SearchNames } from '../words/names.ts';
import { positionsFile, unpackPlaces, wordsFor } from './positions.ts';
import type { EntryPlaces } from './positions.ts';
import { fileOf } from './word-files.ts';
import { asScripts } from './script-file.ts';
import type { ScriptReader } from './script-file.ts';
import { phraseTokens } from '../words/tokens.ts';

/** Where the index is, below the site's base. */
export const SCRIPT_INDEX = 'search-index/';

/** Which of the folders below it is the current one, and how many files of each kind it has. */
export interface CurrentScripts {
  folder: string;
  cards: number;
  facts: number;
  lexicon: number;
  positions: number;
}

/** Where `index-scripts.ts` puts what the engine reads, below the folder. */
export const SCRIPT_FILES = {
  current: 'current.json',
  words: 'words.json',
  traditional: 'traditional.json',
  frequent: 'frequent.json',
  cards: (part: number) => `cards/${part}.json`,
  facts: (fact: Fact, part: number) => `facts/${fact}/${part}.json`,
  names: (part: NamesPart) => `names/${part}.json`,
  lexicon: (shard: number) => `lexicon/${shard}.json`,
  /** Those of a unit lie in a folder of their own. */
  text: (key: string) => `text/${key.replace(':', '/')}.json`,
} as const;

/** Opens the index below `base`, a path or an address that ends in a slash; nothing is read until the first call. */
export function createPositionalEngine(base: string, reader: ScriptReader = asScripts): SearchEngine {
  let index: Promise<Index> | undefined;
  const openPlace = () => findPlace(base, reader);
  const openIndex = () => (index ??= openPlace().then(openAt));
  /** Forgets everything after a failure, so that the next call starts anew: the site may have been exchanged under an open page. */
  const orForget = async <T>(running: Promise<T>): Promise<T> => {
    try {
      return await running;
    } catch (error) {
      index = undefined;
      places.delete(base);
      throw error instanceof SearchUnavailable ? error : new IndexDamaged(String(error));
    }
  };
  const read = <T>(path: string) => orForget(openPlace().then(({ at }) => reader.read<T>(at, path)));
  return {
    open: () => orForget(openIndex().then(() => undefined)),
    cards: () => orForget(openIndex().then(({ byId }) => byId)),
    facts: (fact) => orForget(openIndex().then((opened) => readFact(opened, fact))),
    search(phrase) {
      const tokens = phraseTokens(phrase);
      if (tokens.length === 0) return Promise.resolve([]);
      return orForget(openIndex().then((opened) => searchTokens(opened, tokens)));
    },
    load: (key) => orForget(openIndex().then((opened) => readEntry(opened, key))),
    words: () => read(SCRIPT_FILES.words),
    lexicon: (pairs) => orForget(openPlace().then((opened) => readLexicon(opened, pairs))),
    traditional: () => read(SCRIPT_FILES.traditional),
    names: (part) => orForget(openPlace().then((opened) => readNames(opened, part))),
  };
}

/** The current folder, and its address with a slash at its end. */
interface Place extends CurrentScripts {
  at: string;
  reader: ScriptReader;
}

/** An opened index: the cards in their order and by number, and what was looked up so far. */
interface Index {
  place: Place;
  cards: readonly EntryCard[];
  byId: ReadonlyMap<string, EntryCard>;
  frequent: ReadonlySet<string>;
  known: Map<string, Promise<EntryPlaces>>;
  facts: Map<Fact, Promise<FactValues>>;
}

const places = new Map<string, Promise<Place>>();

/** Which folder is current, asked once a page however many engines there are. */
function findPlace(base: string, reader: ScriptReader): Promise<Place> {
  const root = base + SCRIPT_INDEX;
  const asking =
    places.get(base) ??
    reader
      .readAnew<CurrentScripts>(root, SCRIPT_FILES.current)
      .then((current) => ({ ...current, reader, at: `${root}${current.folder}/` }));
  places.set(base, asking);
  return asking;
}

async function openAt(place: Place): Promise<Index> {
  const parts = Array.from({ length: place.cards }, (_, part) => place.reader.read<CardTable>(place.at, SCRIPT_FILES.cards(part)));
  const [frequent, ...tables] = await Promise.all([place.reader.read<string>(place.at, SCRIPT_FILES.frequent), ...parts]);
  const cards = tables.flatMap(unpackCards);
  return {
    ...{ place, cards, byId: new Map(cards.map((card) => [keyOf(card), card])) },
    ...{ frequent: new Set(frequent.match(/../gu) ?? []), known: new Map(), facts: new Map() },
  };
}

async function searchTokens(index: Index, tokens: readonly string[]): Promise<PhraseHit[]> {
  const { known, frequent, cards } = index;
  const words = wordsFor(
    tokens,
    (pair) => frequent.has(pair),
    (word) => (known.has(word) ? 0 : 1),
  );
  const found = await Promise.all(words.map(async ({ word, at }) => ({ at, places: await placesOf(index, word) })));
  return [...firstPlaces(found)].map(([entry, place]) => {
    const card = cards[entry];
    if (!card) throw new IndexDamaged(`the index names entry ${entry}, which has no card`);
    return hitAt(card, place, tokens.length === 1);
  });
}

/** The places of a word, looked up once however often they are wanted. */
function placesOf({ known, place }: Index, word: string): Promise<EntryPlaces> {
  const file = positionsFile(fileOf(word, place.positions));
  const places =
    known.get(word) ?? place.reader.read<Record<string, string>>(place.at, file).then(({ [word]: packed = '' }) => unpackPlaces(packed));
  known.set(word, places);
  return places;
}

async function readEntry({ place, byId }: Index, key: string): Promise<EntryText> {
  const card = byId.get(key);
  if (!card) throw new SearchUnavailable(`the index has no entry ${key}`);
  const { collection, natures } = card;
  return { collection, natures, ...(await place.reader.read<StoredText>(place.at, SCRIPT_FILES.text(key))), id: key };
}

/** What the entries have of a fact, read once however often it is wanted. */
function readFact(index: Index, fact: Fact): Promise<FactValues> {
  const { facts, place, byId } = index;
  const reading = facts.get(fact) ?? readParts(place, fact).then((values) => valuesByKey([...byId.keys()], values));
  facts.set(fact, reading);
  return reading;
}

async function readParts({ at, reader, facts }: Place, fact: Fact): Promise<(readonly string[])[]> {
  const parts = Array.from({ length: facts }, (_, part) => reader.read<Column>(at, SCRIPT_FILES.facts(fact, part)));
  return (await Promise.all(parts)).flatMap(unpackFact);
}

async function readLexicon({ at, lexicon, reader }: Place, pairs: readonly string[]): Promise<Lexicon> {
  const shards = [...new Set(pairs.map((pair) => fileOf(pair, lexicon)))];
  const files = await Promise.all(shards.map((shard) => reader.read<Record<string, Slot>>(at, SCRIPT_FILES.lexicon(shard))));
  return new Map(files.flatMap((slots) => Object.entries(slots)));
}

/** A part of the names with those before it. */
async function readNames({ at, reader }: Place, part: NamesPart): Promise<SearchNames> {
  const [first, ...others] = await Promise.all(partsTo(part).map((name) => reader.read<SearchNames>(at, SCRIPT_FILES.names(name))));
  return first ? joinNames(first, ...others) : NO_NAMES;
}
