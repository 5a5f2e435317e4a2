/**
 * The search engine where Pagefind cannot run: before Chromium 97 (85 without a security policy), and on `file://`. It holds every text and
 * looks for phrases in them, which is what a phrase means in Pagefind's index too. An inverted index would save nothing: the texts are needed
 * for the excerpts anyway, and a phrase of single characters stands in most of them.
 */
import { keyOf, scoreAt } from './engine.ts';
import type { EntryCard, EntryText, PhraseHit, SearchEngine } from './engine.ts';
import type { Lexicon, Slot } from './lexicon.ts';
import { partOf } from './names.ts';
import type { SearchNames, SearchWords } from './names.ts';
import { readScript } from './script-file.ts';
import { matchText, phraseTokens } from './tokens.ts';

/** Where `index-scripts.ts` puts what the engine reads, below the site's base. */
export const FOLDER_FILES = {
  cards: 'folder-index/cards.json',
  texts: 'folder-index/texts.json',
  words: 'folder-index/words.json',
  lexicon: 'folder-index/lexicon.json',
  names: 'folder-index/names.json',
} as const;

/** One entry as `texts.json` holds it: what results show, and the names that come before the text, folded, the shortest first. */
export interface FolderText extends EntryText {
  names: string[];
}

/** An entry ready to be searched. */
interface Searched {
  id: string;
  names: readonly string[];
  /** Which of the names is the title; -1 when none is. */
  title: number;
  text: string;
}

/** Reads one of the files below `base`. */
export type FolderReader = <T>(base: string, path: string) => Promise<T>;

/** Opens the index below `base`, a path or an address that ends in a slash; nothing is read until the first call. */
export function createFolderEngine(base: string, read: FolderReader = readScript): SearchEngine {
  let searched: Promise<Searched[]> | undefined;
  let lexicon: Promise<Lexicon> | undefined;
  const texts = () => read<FolderText[]>(base, FOLDER_FILES.texts);
  const cards = async () => new Map((await read<EntryCard[]>(base, FOLDER_FILES.cards)).map((card) => [keyOf(card), card]));
  const open = async () => fold(await texts(), await cards());
  return {
    cards,
    async open() {
      await (searched ??= open());
    },
    async search(phrase) {
      const needle = phraseTokens(phrase).join('');
      if (needle === '') return [];
      const entries = await (searched ??= open());
      return entries.flatMap((entry) => hitIn(entry, needle) ?? []);
    },
    async load(key) {
      const found = (await texts()).find(({ id }) => id === key);
      if (!found) throw new Error(`the folder index has no ${key}`);
      return found;
    },
    words: () => read<SearchWords>(base, FOLDER_FILES.words),
    lexicon: () => (lexicon ??= read<Record<string, Slot>>(base, FOLDER_FILES.lexicon).then((slots) => new Map(Object.entries(slots)))),
    traditional: () => Promise.resolve(''),
    async names(part) {
      const names = await read<SearchNames>(base, FOLDER_FILES.names);
      return partOf(names, part);
    },
  };
}

function fold(texts: readonly FolderText[], cards: ReadonlyMap<string, EntryCard>): Searched[] {
  return texts.map(({ id, names, text }) => ({ id, names, title: cards.get(id)?.title ?? -1, text: matchText(text) }));
}

function hitIn({ id, names, title, text }: Searched, needle: string): PhraseHit | undefined {
  const index = names.findIndex((name) => name.includes(needle));
  const name = names[index];
  if (name !== undefined) {
    const place = index === title ? 'title' : 'alias';
    return { key: id, score: 1, place, nameLength: [...name].length, isFirst: name.startsWith(needle) };
  }
  const at = text.indexOf(needle);
  return at < 0 ? undefined : { key: id, score: scoreAt(at), place: 'text', nameLength: 0, isFirst: false };
}
