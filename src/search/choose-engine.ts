/** Which of the two engines this browser can run; both answer the same questions. */
import type { SearchEngine } from './engine.ts';
import { readIndexNames } from './stored-index.ts';
import type { SearchNames } from './names.ts';
import { createPagefindEngine } from './pagefind-engine.ts';

/** A function of two results, the smallest module that needs what Pagefind's WebAssembly needs: Chromium 85, Firefox 78. */
const MULTI_VALUE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 127, 127);

/** The engine for the site below `base`; the other one's code is not fetched. */
export function createSearchEngine(base: string): SearchEngine {
  return needsFolderIndex() ? folderEngine(base) : createPagefindEngine(base);
}

/** The names that can be suggested; they need no index. */
export function readNames(base: string): Promise<SearchNames> {
  return needsFolderIndex() ? folderEngine(base).names('names') : readIndexNames(base, 'names');
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

function folderEngine(base: string): SearchEngine {
  const engine = import('./folder-engine.ts').then(({ createFolderEngine }) => createFolderEngine(base));
  return {
    open: async () => (await engine).open(),
    cards: async () => (await engine).cards(),
    search: async (phrase) => (await engine).search(phrase),
    load: async (key) => (await engine).load(key),
    words: async () => (await engine).words(),
    lexicon: async (pairs) => (await engine).lexicon(pairs),
    traditional: async () => (await engine).traditional(),
    names: async (part) => (await engine).names(part),
  };
}
