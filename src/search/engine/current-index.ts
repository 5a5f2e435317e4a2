/**
 * Which folder of the index is current, and what every search reads of it. On the search page this script comes before all others and has that fetched
 * while they are: so it imports nothing, for what it needed would come before it. The folders are named after their content, so that no open page and no cache
 * mixes two states of the site: a page opened before the site was exchanged finds its folder gone, and asks anew which one is current.
 */

/** What `current.json` beside the folders says. */
export interface CurrentIndex {
  /** Empty where there is no such index: then our own answers, see `positional-engine.ts`. */
  folder: string;
  /** So many files hold the lexicon. */
  lexicon: number;
}

/** Where `index-pages.ts` puts the cards and what is known of words: see `KnownFile`. */
export const KNOWN = 'cards.pf_cards';

/** Where `index-pages.ts` puts what Pagefind reads when it opens: in one file, for it would ask for one after the other. */
export const OPENING = 'opening.pf_meta';

const current = new Map<string, Promise<CurrentIndex>>();

/** What is current of the site below `base`, asked once a page until it is forgotten. */
export function readCurrent(base: string): Promise<CurrentIndex> {
  const asking =
    current.get(base) ??
    fetchPart(`${base}pagefind/current.json`, { cache: 'no-cache' }).then((response) => response.json() as Promise<CurrentIndex>);
  current.set(base, asking);
  asking.catch(() => {
    forgetCurrent(base);
  });
  return asking;
}

/** Lets the next call for the site below `base` ask anew. */
export function forgetCurrent(base: string): void {
  current.delete(base);
}

/** The address of a folder, with a slash at its end. */
export function folderAddress(base: string, { folder }: CurrentIndex): string {
  return `${base}pagefind/${folder}/`;
}

/** The address of Pagefind's script. */
export function scriptAddress(base: string): string {
  return `${base}pagefind/pagefind.js`;
}

/** A file that is there; rejects otherwise. */
export async function fetchPart(address: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** A function of two results, the smallest module that needs what Pagefind's WebAssembly needs: Chromium 85, Firefox 78. */
const MULTI_VALUE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 127, 127);

/** Without a server nothing can be fetched; without WebAssembly Pagefind does not start; without the unpacker its neighbours cannot be read. */
export function runsPagefind(): boolean {
  return location.protocol !== 'file:' && 'DecompressionStream' in globalThis && hasWebAssembly();
}

/** Tried, not asked: before Chromium 97 the site's security policy allows no WebAssembly, and a stricter server may forbid it in any browser. */
function hasWebAssembly(): boolean {
  try {
    new WebAssembly.Module(MULTI_VALUE);
    return true;
  } catch {
    return false;
  }
}

/** Has fetched what a search that the address asks for reads first. */
async function fetchAhead(base: string): Promise<void> {
  const index = await readCurrent(base);
  if (index.folder === '') return;
  const folder = folderAddress(base, index);
  for (const path of [OPENING, KNOWN]) preload({ rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: folder + path });
  preload({ rel: 'modulepreload', href: scriptAddress(base) });
}

/** A browser that does not know how fetches it later. */
function preload(link: Partial<HTMLLinkElement>): void {
  document.head.append(Object.assign(document.createElement('link'), link));
}

const page = typeof document === 'undefined' ? undefined : document.querySelector<HTMLElement>('site-search')?.dataset['base'];
// A failure shows when something is searched.
if (page !== undefined && location.search !== '' && runsPagefind()) fetchAhead(page).catch(() => undefined);
