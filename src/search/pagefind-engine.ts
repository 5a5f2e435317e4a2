/** The search engine of the published site: Pagefind in the browser, over the index that `index-pages.ts` writes. */
import { unpackCards } from './card-table.ts';
import { SearchUnavailable } from './engine.ts';
import type { EntryCard, EntryText, PhraseHit, SearchEngine, StoredText } from './engine.ts';
import { forgetIndex, indexFolder, readFrom, readIndexFile, readIndexNames } from './stored-index.ts';
import type { IndexTable } from './stored-index.ts';
import { hitAt, phraseWords, placeOf } from './layout.ts';
import type { SearchWords } from './names.ts';
import { phraseTokens } from './tokens.ts';

/** Opens the index below `base` (the site's sub-path with slashes at both ends); nothing is fetched until the first call. */
export function createPagefindEngine(base: string): SearchEngine {
  let table: Promise<Table> | undefined;
  let index: Promise<Index> | undefined;
  const openTable = () => (table ??= readTable(base));
  const openIndex = () => (index ??= openBelow(base, openTable()));
  /** Forgets everything after a failure, so that the next call starts anew: the site may have been exchanged under an open page. */
  const orForget = async <T>(running: Promise<T>): Promise<T> => {
    try {
      return await running;
    } catch (error) {
      table = index = undefined;
      forgetIndex();
      throw error instanceof SearchUnavailable ? error : new SearchUnavailable(String(error));
    }
  };
  return {
    open: () => orForget(openIndex().then(() => undefined)),
    cards: () => orForget(openTable().then(({ byId }) => byId)),
    search(phrase) {
      const tokens = phraseTokens(phrase);
      if (tokens.length === 0) return Promise.resolve([]);
      return orForget(openIndex().then((opened) => searchTokens(opened, tokens)));
    },
    load: (key) => orForget(openTable().then(({ byId }) => readEntry(base, key, byId.get(key)))),
    words: () => orForget(readIndexFile<SearchWords>(base, 'words.pf_words')),
    names: (part) => orForget(readIndexNames(base, part)),
  };
}

/** The cards in their order and by number, the pairs that phrases are looked up without, and the folder for which all that is true. */
interface Table {
  folder: string;
  cards: readonly EntryCard[];
  byId: ReadonlyMap<string, EntryCard>;
  heavy: ReadonlySet<string>;
}

/** An opened index, and how many of its files could not be fetched so far. */
interface Index extends Table {
  pagefind: Pagefind;
  countFailures: () => number;
}

async function openBelow(base: string, reading: Promise<Table>): Promise<Index> {
  const [module, table] = await Promise.all([importPagefind(base), reading]);
  const countFailures = watchFetches(table.folder);
  // A worker would fetch the same code a second time; one search over pairs of characters takes a few milliseconds.
  const pagefind = module.createInstance({ basePath: table.folder, noWorker: true });
  // Pagefind fetches its code and its table of pages only when something is asked.
  await pagefind.search('');
  return { ...table, pagefind, countFailures };
}

/**
 * Pagefind gives every quoted hit the score 1 and the position of its first occurrence. How early a phrase stands ranks as well as how often
 * (measured), and a search for frequencies costs ten times as much.
 */
async function searchTokens({ pagefind, cards, heavy, countFailures }: Index, tokens: string[]): Promise<PhraseHit[]> {
  const { results } = await pagefind.search(`"${phraseWords(tokens, heavy).join(' ')}"`);
  if (countFailures() > 0) throw new SearchUnavailable('a part of the index could not be fetched');
  return results.map(({ id, words }) => {
    const card = cards[placeOf(id)];
    if (!card) throw new SearchUnavailable(`the index names page ${id}, which has no card`);
    return hitAt(card, words[0] ?? 0, tokens.length === 1);
  });
}

function importPagefind(base: string): Promise<{ createInstance(options: object): Pagefind }> {
  return import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<{ createInstance(options: object): Pagefind }>;
}

/** Pagefind only logs a part of the index that it could not fetch, and then finds nothing; so its requests are watched. */
function watchFetches(folder: string): () => number {
  const fetchAsBefore = window.fetch.bind(window);
  let failures = 0;
  window.fetch = async (...request: Parameters<typeof fetch>) => {
    const [address] = request;
    const isIndex = typeof address === 'string' && address.startsWith(folder);
    try {
      const response = await fetchAsBefore(...request);
      if (isIndex && !response.ok) failures++;
      return response;
    } catch (error) {
      if (isIndex) failures++;
      throw error;
    }
  };
  return () => failures;
}

async function readTable(base: string): Promise<Table> {
  const folder = await indexFolder(base);
  const { cards: packed, heavy } = await readFrom<IndexTable>(folder, 'cards.pf_cards');
  const cards = unpackCards(packed);
  return { folder, cards, byId: new Map(cards.map((card) => [card.id, card])), heavy: new Set(heavy) };
}

async function readEntry(base: string, key: string, card: EntryCard | undefined): Promise<EntryText> {
  if (!card) throw new SearchUnavailable(`the index has no entry ${key}`);
  return { ...card, ...(await readIndexFile<StoredText>(base, `text/${key}.pf_text`)) };
}

/** The part of Pagefind's interface used here (1.5). */
interface Pagefind {
  search(term: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  /** The page's name, see `pageName`. */
  id: string;
  score: number;
  /** Positions of the first occurrence, in tokens, when the search was quoted. */
  words: number[];
}
