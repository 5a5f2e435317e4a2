/** The search engine of the published site: Pagefind in the browser, over the index that `index-pages.ts` writes. */
import { unpackCards } from './card-table.ts';
import type { CardTable } from './card-table.ts';
import { SearchUnavailable } from './engine.ts';
import type { EntryCard, EntryText, PhraseHit, SearchEngine } from './engine.ts';
import { hitAt, phraseWords } from './layout.ts';
import type { SearchNames, SearchWords } from './names.ts';
import { readPacked, readPackedOnce } from './packed-file.ts';
import { phraseTokens } from './tokens.ts';

/** Opens the index below `base` (the site's sub-path with slashes at both ends); nothing is fetched until the first call. */
export function createPagefindEngine(base: string): SearchEngine {
  const folder = `${base}pagefind/`;
  const texts = new Map<string, Promise<EntryText>>();
  let index: Promise<Index> | undefined;
  const openIndex = () => (index ??= openFolder(folder));
  /** Forgets everything after a failure, so that the next call starts anew: the site may have been exchanged under an open page. */
  const orForget = async <T>(running: Promise<T>): Promise<T> => {
    try {
      return await running;
    } catch (error) {
      index = undefined;
      texts.clear();
      throw error instanceof SearchUnavailable ? error : new SearchUnavailable(String(error));
    }
  };
  return {
    open: () => orForget(openIndex().then(() => undefined)),
    cards: () => orForget(readCards(folder)),
    search(phrase) {
      const tokens = phraseTokens(phrase);
      if (tokens.length === 0) return Promise.resolve([]);
      return orForget(openIndex().then((opened) => searchTokens(opened, tokens)));
    },
    load(key) {
      const text = texts.get(key) ?? readCards(folder).then((cards) => readEntry(folder, cards.get(key)));
      texts.set(key, text);
      return orForget(text);
    },
    words: () => orForget(readPackedOnce<SearchWords>(`${folder}words.pf_words`)),
    names: () => orForget(readPackedOnce<SearchNames>(`${folder}names.pf_words`)),
  };
}

/** An opened index: Pagefind, the cards, and how many of its files could not be fetched so far. */
interface Index {
  pagefind: Pagefind;
  cards: ReadonlyMap<string, EntryCard>;
  countFailures: () => number;
}

async function openFolder(folder: string): Promise<Index> {
  const countFailures = watchFetches(folder);
  const [pagefind, cards] = await Promise.all([openPagefind(folder), readCards(folder)]);
  return { pagefind, cards, countFailures };
}

/**
 * Pagefind gives every quoted hit the score 1 and the position of its first occurrence. How early a phrase stands ranks as well as how often
 * (measured), and a search for frequencies costs ten times as much.
 */
async function searchTokens({ pagefind, cards, countFailures }: Index, tokens: string[]): Promise<PhraseHit[]> {
  const { results } = await pagefind.search(`"${phraseWords(tokens).join(' ')}"`);
  if (countFailures() > 0) throw new SearchUnavailable('a part of the index could not be fetched');
  return results.map(({ id, words }) => hitAt(id, words[0] ?? 0, tokens.length === 1, cards.get(id)));
}

async function openPagefind(folder: string): Promise<Pagefind> {
  const module = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as { createInstance(options: object): Pagefind };
  // A worker would fetch the same code a second time; one search over pairs of characters takes a few milliseconds.
  const instance = module.createInstance({ basePath: folder, noWorker: true });
  // Pagefind fetches its code and its table of pages only when something is asked.
  await instance.search('');
  return instance;
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

async function readCards(folder: string): Promise<ReadonlyMap<string, EntryCard>> {
  const table = await readPackedOnce<CardTable>(`${folder}cards.pf_cards`);
  return new Map(unpackCards(table).map((card) => [card.id, card]));
}

function readEntry(folder: string, card: EntryCard | undefined): Promise<EntryText> {
  if (!card) return Promise.reject(new SearchUnavailable('the index names an entry without a card'));
  return readPacked<EntryText>(`${folder}text/${card.id}.pf_text`);
}

/** The part of Pagefind's interface used here (1.5). */
interface Pagefind {
  search(term: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  id: string;
  score: number;
  /** Positions of the first occurrence, in tokens, when the search was quoted. */
  words: number[];
}
