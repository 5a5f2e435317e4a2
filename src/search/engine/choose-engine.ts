/** Which of the two engines this browser can run; both answer the same questions. */
import { runsPagefind } from './current-index.ts';
import type { SearchEngine } from './engine.ts';
import { hasIndex, readIndexNames } from './stored-index.ts';
import type { NamesPart, SearchNames } from '../words/names.ts';
import { createPagefindEngine } from './pagefind-engine.ts';

/** The engine for the site below `base`, one a page whoever asks for it; the other one's code is not fetched. */
export function createSearchEngine(base: string): SearchEngine {
  const engine = engines.get(base) ?? (runsPagefind() ? eitherEngine(base) : scriptEngine(base));
  engines.set(base, engine);
  return engine;
}

const engines = new Map<string, SearchEngine>();

/** The engine for another unit's site at `address`: always our own index, which costs the least to read and runs none of that site's scripts. */
export function createUnitEngine(address: string): SearchEngine {
  if (location.protocol === 'file:') return scriptEngine(address);
  const engine = import('./positional-engine.ts').then(async ({ createPositionalEngine }) =>
    createPositionalEngine(address, (await import('./script-file.ts')).byFetch),
  );
  return askThrough(async (question) => question(await engine));
}

/** The names that can be suggested; they need no index. */
export async function readNames(base: string, part: NamesPart): Promise<SearchNames> {
  const fromScripts = () => scriptEngine(base).names(part);
  const isScripts = isRefused || !runsPagefind() || !(await mayHavePagefind(base));
  return isScripts ? fromScripts() : readIndexNames(base, part).catch(fromScripts);
}

/** Large libraries are built without Pagefind. When nobody can say, it is tried. */
async function mayHavePagefind(base: string): Promise<boolean> {
  try {
    return await hasIndex(base);
  } catch {
    return true;
  }
}

/** Whether it is plain that this server sends none of Pagefind's files: some refuse endings that they do not know. */
let isRefused = false;

/** Pagefind where the site has it, or the other engine once its files are refused. */
function eitherEngine(base: string): SearchEngine {
  let engine: Promise<SearchEngine> | undefined;
  return askThrough(async (question) => {
    const asked = (engine ??= mayHavePagefind(base).then((isThere) => (isThere ? createPagefindEngine(base) : scriptEngine(base))));
    try {
      return await question(await asked);
    } catch (error) {
      // The site may only have been exchanged under this page: then an index opens, and whoever asked asks again.
      const isSound = isRefused || (await opens(createPagefindEngine(base)));
      // Of several questions that fail at once another may have found the other engine meanwhile.
      if (engine !== asked) return question(await engine);
      if (isSound) throw error;
      const other = scriptEngine(base);
      const answer = await question(other);
      isRefused = true;
      engine = Promise.resolve(other);
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

function scriptEngine(base: string): SearchEngine {
  const engine = import('./positional-engine.ts').then(({ createPositionalEngine }) => createPositionalEngine(base));
  return askThrough(async (question) => question(await engine));
}

/** An engine each of whose answers comes by way of `ask`. */
function askThrough(ask: <T>(question: (engine: SearchEngine) => Promise<T>) => Promise<T>): SearchEngine {
  return {
    open: () => ask((engine) => engine.open()),
    cards: () => ask((engine) => engine.cards()),
    facts: (fact) => ask((engine) => engine.facts(fact)),
    search: (phrase) => ask((engine) => engine.search(phrase)),
    load: (key) => ask((engine) => engine.load(key)),
    words: () => ask((engine) => engine.words()),
    lexicon: (pairs) => ask((engine) => engine.lexicon(pairs)),
    traditional: () => ask((engine) => engine.traditional()),
    names: (part) => ask((engine) => engine.names(part)),
  };
}
