/** The search engine of the published site: Pagefind in the browser, over the index that `index-pages.ts` writes. */
import type { Column } from '../../domain/list/columns.ts';
import { unpackCards, unpackFact, valuesByKey } from './card-table.ts';
import { KNOWN, scriptAddress } from './current-index.ts';
import { keyOf, SearchUnavailable } from './engine.ts';
import type { EntryCard, EntryText, Fact, FactValues, PhraseHit, SearchEngine, StoredText } from './engine.ts';
import {
  factFile,
  forgetIndex,
  indexFolder,
  readFrom,
  readIndexFile,
  readIndexNames,
  readLexicon,
  readOpening,
  textFile,
} from './stored-index.ts';
import type { KnownFile } from './stored-index.ts';
import { firstPlaces, hitAt, phraseWords } from './layout.ts';
import type { WordPlaces } from './layout.ts';
import type { SearchWords } from '../words/names.ts';
import { phraseTokens } from '../words/tokens.ts';

/** Opens the index below `base`, the site's sub-path with a slash at its end; nothing is fetched until the first call. */
export function createPagefindEngine(base: string): SearchEngine {
  let place: Promise<string> | undefined;
  let table: Promise<Table> | undefined;
  let index: Promise<Index> | undefined;
  // Cards and index are of the folder that was current when the first of them was wanted.
  const openPlace = () => (place ??= indexFolder(base));
  const openTable = () => (table ??= readTable(openPlace()));
  const openIndex = () => (index ??= openBelow(base, openPlace(), openTable()));
  /** Forgets everything after a failure, so that the next call starts anew: the site may have been exchanged under an open page. */
  const orForget = async <T>(running: Promise<T>): Promise<T> => {
    try {
      return await running;
    } catch (error) {
      place = table = index = undefined;
      forgetIndex(base);
      throw error instanceof SearchUnavailable ? error : new SearchUnavailable(String(error));
    }
  };
  return {
    open: () => orForget(openIndex().then(() => undefined)),
    cards: () => orForget(openTable().then(({ byId }) => byId)),
    facts: (fact) => orForget(openTable().then((opened) => readFact(opened, fact))),
    search(phrase) {
      const tokens = phraseTokens(phrase);
      if (tokens.length === 0) return Promise.resolve([]);
      return orForget(openIndex().then((opened) => searchTokens(opened, tokens)));
    },
    load: (key) => orForget(openTable().then(({ byId }) => readEntry(base, key, byId.get(key)))),
    words: () => orForget(openTable().then(({ words }) => words)),
    lexicon: (pairs) => orForget(readLexicon(base, pairs)),
    traditional: () => orForget(readIndexFile<string>(base, 'traditional.pf_words')),
    names: (part) => orForget(readIndexNames(base, part)),
  };
}

/** The cards in their order and by number, what is known of words, and the folder for which all that is true. */
interface Table {
  folder: string;
  words: SearchWords;
  cards: readonly EntryCard[];
  byId: ReadonlyMap<string, EntryCard>;
}

/** An opened index: the card behind each of Pagefind's pages, what was looked up so far, and how many requests have failed since it was opened. */
interface Index {
  pagefind: Pagefind;
  byPage: ReadonlyMap<string, EntryCard>;
  known: Map<string, Promise<WordPlaces>>;
  frequent: ReadonlySet<string>;
  countFailures: () => number;
}

async function openBelow(base: string, finding: Promise<string>, opening: Promise<Table>): Promise<Index> {
  const [module, parts, { folder, cards, words }] = await Promise.all([importPagefind(base), finding.then(readOpening), opening]);
  const frequentPairs = (words.common + words.frequent).match(/../gu) ?? [];
  const before = module.countFailures();
  for (const [path, content] of parts) module.hold(folder + path, content);
  // A worker would fetch the same code a second time; one search over pairs of characters takes a few milliseconds.
  const pagefind = module.createInstance({ basePath: folder, noWorker: true });
  // Who asks before it is ready waits in steps of 50 ms.
  await pagefind.init();
  // All pages, in the order in which they were handed over: that of the cards.
  const { results } = await pagefind.search(null);
  if (results.length !== cards.length) throw new SearchUnavailable(`${results.length} pages in the index, but ${cards.length} cards`);
  const byPage = new Map(cards.map((card, place) => [results[place]?.id ?? '', card]));
  const frequent = new Set(frequentPairs.flatMap((two) => phraseWords([...two]).map(({ word }) => word)));
  return { pagefind, byPage, known: new Map(), frequent, countFailures: () => module.countFailures() - before };
}

/** Pagefind gives the first place of a word or phrase that is quoted, and all places of a word that is not. */
async function searchTokens(index: Index, tokens: string[]): Promise<PhraseHit[]> {
  const words = phraseWords(tokens, (word) => costOf(index, word));
  // The first place of a single word is enough, and takes a fraction of the time.
  const termOf = (word: string) => (words.length === 1 ? quote(word) : word);
  const found = await Promise.all(words.map(async ({ word, at }) => ({ at, places: await placesOf(index, termOf(word)) })));
  if (index.countFailures() > 0) throw new SearchUnavailable('a part of the index could not be fetched');
  return [...firstPlaces(found)].map(([page, place]) => {
    const card = index.byPage.get(page);
    if (!card) throw new SearchUnavailable(`the index names page ${page}, which has no card`);
    return hitAt(card, place, tokens.length === 1);
  });
}

/** What it takes to look a word up: nothing once it is known, more than for others where it stands in many texts. */
function costOf({ known, frequent }: Index, word: string): number {
  if (known.has(word) || known.has(quote(word))) return 0;
  return frequent.has(word) ? 2 : 1;
}

function quote(word: string): string {
  return `"${word}"`;
}

/** The places of a term, looked up once however often they are wanted. */
function placesOf({ pagefind, known }: Index, term: string): Promise<WordPlaces> {
  const places = known.get(term) ?? pagefind.search(term).then(({ results }) => new Map(results.map(({ id, words }) => [id, words])));
  known.set(term, places);
  return places;
}

function importPagefind(base: string): Promise<PagefindModule> {
  return import(/* @vite-ignore */ scriptAddress(base)) as Promise<PagefindModule>;
}

async function readTable(finding: Promise<string>): Promise<Table> {
  const folder = await finding;
  const known = await readFrom<KnownFile>(folder, KNOWN);
  const cards = unpackCards(known.cards);
  return { folder, words: known.words, cards, byId: new Map(cards.map((card) => [keyOf(card), card])) };
}

async function readEntry(base: string, key: string, card: EntryCard | undefined): Promise<EntryText> {
  if (!card) throw new SearchUnavailable(`the index has no entry ${key}`);
  const { collection, natures } = card;
  return { collection, natures, ...(await readIndexFile<StoredText>(base, textFile(key))), id: key };
}

async function readFact({ folder, byId }: Table, fact: Fact): Promise<FactValues> {
  return valuesByKey([...byId.keys()], unpackFact(await readFrom<Column>(folder, factFile(fact))));
}

/** What `index-pages.ts` makes of Pagefind's script. */
interface PagefindModule {
  createInstance(options: object): Pagefind;
  countFailures(): number;
  hold(address: string, content: Uint8Array<ArrayBuffer>): void;
}

/** The part of Pagefind's interface used here (1.6); `null` asks for all pages. */
interface Pagefind {
  init(): Promise<void>;
  search(term: string | null): Promise<{ results: { id: string; words: number[] }[] }>;
}
