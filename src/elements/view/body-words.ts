/** Which entries have words in their text: the index of the search page answers, and only for the words that were typed. */
import { foldWords, hasWord, readWords } from '../../domain/chinese/typed-words.ts';
import type { TypedWord } from '../../domain/chinese/typed-words.ts';
import type { WordPlaces } from '../../domain/list/filter.ts';
import { createSearchEngine } from '../../search/engine/choose-engine.ts';
import type { SearchEngine } from '../../search/engine/engine.ts';
import { cutPassage } from '../../search/query/excerpt.ts';
import { landingAddress } from '../../search/query/landing-address.ts';
import { nodesOf } from '../../search/view/hit-view.ts';

/** As many as are read before one looks on; each is a file to fetch. */
const PASSAGES = 10;

let engine: SearchEngine | undefined;

/** The numbers of the entries that contain each word; rejects when the index cannot be read. */
export async function findInBodies(base: string, words: string): Promise<WordPlaces> {
  const open = (engine ??= createSearchEngine(base));
  // The site may have been exchanged under the page: who asks again is answered by the index that is current now.
  const find = (word: TypedWord) => findWord(open, word).catch(() => findWord(open, word));
  const found = readWords(words).map(async (word) => [word.text, await find(word)] as const);
  return new Map(await Promise.all(found));
}

async function findWord(open: SearchEngine, { forms }: TypedWord): Promise<Set<string>> {
  const hits = await Promise.all(forms.map((form) => open.search(form)));
  return new Set(hits.flat().map(({ key }) => key));
}

/** Shows under the first entries of a list where their text has the words, and has their pages mark them. */
export async function showPassages(
  base: string,
  items: ReadonlyMap<string, HTMLElement>,
  words: string,
  isWanted: () => boolean,
): Promise<void> {
  const open = (engine ??= createSearchEngine(base));
  const wanted = readWords(words);
  const phrases = wanted.flatMap(({ forms }) => forms);
  // A summary that has the words says it already.
  const isSaid = (item: HTMLElement) => {
    const summary = foldWords(item.children[1]?.textContent ?? '');
    return wanted.every((word) => hasWord(summary, word));
  };
  const first = [...items].filter(([, item]) => !isSaid(item)).slice(0, PASSAGES);
  const texts = await Promise.all(first.map(([id]) => open.load(id)));
  if (!isWanted()) return;
  for (const [index, { text, title }] of texts.entries()) {
    const item = first[index]?.[1];
    const passage = document.createElement('p');
    passage.className = 'entry-card-found';
    passage.append(...nodesOf(cutPassage(text, title, phrases).pieces));
    item?.children[1]?.after(passage);
    const link = item?.querySelector('a');
    if (link) lead(link, phrases);
  }
}

/** Has a link mark the phrases on its page. Set by its parts it would become a whole address, and paper prints whole addresses beside their links. */
function lead(link: HTMLAnchorElement, phrases: readonly string[]): void {
  const [address = ''] = (link.getAttribute('href') ?? '').split('?');
  link.setAttribute('href', landingAddress(address, phrases));
}

/** Takes away what was shown for other words. */
export function hidePassages(root: HTMLElement): void {
  for (const passage of root.querySelectorAll('.entry-card-found')) {
    const link = passage.closest('li')?.querySelector('a');
    if (link) lead(link, []);
    passage.remove();
  }
}
