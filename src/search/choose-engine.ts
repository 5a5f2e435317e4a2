/** Which of the two engines this browser can run; both answer the same questions. */
import type { SearchEngine } from './engine.ts';
import type { FolderReader } from './folder-engine.ts';
import { fetchScript } from './script-file.ts';
import { readIndexNames } from './stored-index.ts';
import type { SearchNames } from './names.ts';
import { createPagefindEngine } from './pagefind-engine.ts';

/** A function of two results, the smallest module that needs what Pagefind's WebAssembly needs: Chromium 85, Firefox 78. */
const MULTI_VALUE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 127, 127);

/** The engine for the site below `base`; the other one's code is not fetched. */
export function createSearchEngine(base: string): SearchEngine {
  return needsFolderIndex() ? folderEngine(base) : eitherEngine(base);
}

/** The engine for another unit's site at `address`, with the scripts of the site below `base`; it never changes to the other one. */
export function createUnitEngine(base: string, address: string): SearchEngine {
  if (location.protocol === 'file:') return folderEngine(address);
  return needsFolderIndex() ? folderEngine(address, fetchScript) : createPagefindEngine(address, base);
}

/** The names that can be suggested; they need no index. */
export function readNames(base: string): Promise<SearchNames> {
  const inFolder = () => folderEngine(base).names('names');
  return isRefused || needsFolderIndex() ? inFolder() : readIndexNames(base, 'names').catch(inFolder);
}

/** Without a server nothing can be fetched; without WebAssembly Pagefind does not start; without the unpacker its neighbours cannot be read. */
function needsFolderIndex(): boolean {
  return location.protocol === 'file:' || !('DecompressionStream' in globalThis) || !runsPagefind();
}

/** Tried, not asked: before Chromium 97 the site's security policy allows no WebAssembly, and a stricter server may forbid it in any browser. */
function runsPagefind(): boolean {
  try {
    new WebAssembly.Module(MULTI_VALUE);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is plain that this server sends none of Pagefind's files: some refuse endings that they do not know. */
let isRefused = false;

/** Pagefind, or the other engine once its files are refused. */
function eitherEngine(base: string): SearchEngine {
  let engine = createPagefindEngine(base);
  return askThrough(async (question) => {
    try {
      return await question(engine);
    } catch (error) {
      // The site may only have been exchanged under this page: then an index opens, and whoever asked asks again.
      if (isRefused || (await opens(createPagefindEngine(base)))) throw error;
      const other = folderEngine(base);
      const answer = await question(other);
      isRefused = true;
      engine = other;
      return answer;
    }
  });
}

function opens(engine: SearchEngine): Promise<boolean> {
  return engine.open().then(
    () => true,
    () => false,
  );
}

function folderEngine(base: string, read?: FolderReader): SearchEngine {
  const engine = import('./folder-engine.ts').then(({ createFolderEngine }) => createFolderEngine(base, read));
  return askThrough(async (question) => question(await engine));
}

/** An engine each of whose answers comes by way of `ask`. */
function askThrough(ask: <T>(question: (engine: SearchEngine) => Promise<T>) => Promise<T>): SearchEngine {
  return {
    open: () => ask((engine) => engine.open()),
    cards: () => ask((engine) => engine.cards()),
    search: (phrase) => ask((engine) => engine.search(phrase)),
    load: (key) => ask((engine) => engine.load(key)),
    words: () => ask((engine) => engine.words()),
    lexicon: (pairs) => ask((engine) => engine.lexicon(pairs)),
    traditional: () => ask((engine) => engine.traditional()),
    names: (part) => ask((engine) => engine.names(part)),
  };
}
