/** Builds Pagefind's index, through its public interface alone: nothing here knows what is in its files. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { close, createIndex } from 'pagefind';
import type { IndexFile, PagefindIndex as Index } from 'pagefind';
import { LOWEST_TARGET } from '../../domain/site/browser-contract.ts';

/** A page as Pagefind takes it: its address, and its words in their order, see `layout.ts`. */
export interface LaidOutPage {
  url: string;
  words: readonly string[];
}

export interface PagefindIndex {
  index: IndexFile[];
  /** Pagefind's script for the browser. */
  script: IndexFile;
}

/** Pagefind at work, in a process of its own. */
export interface RunningPagefind {
  /** The index of the pages; the same pages give the same bytes. */
  finish(): Promise<PagefindIndex>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** Hands pages, sorted by their place in the list, to Pagefind, which begins to make its index when the answer is there. */
export async function startPagefind(pages: readonly LaidOutPage[]): Promise<RunningPagefind> {
  try {
    const files = filesOf(await handOver(pages));
    // What fails is told when the index is asked for.
    files.catch(() => undefined);
    return { finish: async () => indexOf(await files), close: endPagefind };
  } catch (error) {
    await endPagefind();
    throw error;
  }
}

async function endPagefind(): Promise<void> {
  await close();
}

async function indexOf(files: readonly IndexFile[]): Promise<PagefindIndex> {
  const path = 'pagefind.js';
  const script = files.find((file) => file.path === path);
  if (!script) throw new Error(`Pagefind wrote no ${path}`);
  // Its own interfaces are not used, and the texts are stored better by us: unspaced and with their punctuation.
  const index = files.filter((file) => /^(?:pagefind-entry\.json|[^/]+\.pf_meta|[^/]+\.pagefind|index\/.+)$/u.test(file.path));
  return { index, script: { path, content: await watchedScript(script) } };
}

/**
 * Small files cost the table of files, which every reader fetches, large ones every search: near the root of all places the sum is least. A little below
 * it long questions, which fetch the most files, cost less, and single words hardly more (measured with `npm run bench:scale`).
 */
function chunkSize(pages: readonly LaidOutPage[]): number {
  return Math.round(0.75 * Math.sqrt(pages.reduce((sum, { words }) => sum + words.length, 0)));
}

async function handOver(pages: readonly LaidOutPage[]): Promise<Index> {
  // The one setting for the size of its files, in places of words; Pagefind reads it when it starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize(pages));
  // For zh Pagefind would cut the words once more, by a segmenter of its own.
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const { url, words } of pages) {
    const added = await index.addHTMLFile({ url, content: htmlOf(words) });
    if (added.errors.length > 0) throw new Error(`Pagefind, ${url}: ${added.errors.join('; ')}`);
  }
  return index;
}

async function filesOf(index: Index): Promise<IndexFile[]> {
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  // They come in no particular order.
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A page made for Pagefind alone. At this weight, and no other, Pagefind does without a note of the weight for each word of a page. */
function htmlOf(words: readonly string[]): string {
  const body = `<p data-pagefind-weight="1.05">${words.join(' ')}</p>`;
  return `<!doctype html><html><head></head><body data-pagefind-body>${body}</body></html>`;
}

/** Pagefind's script in the syntax of the oldest browser, with `watched-fetch.ts` in place of `fetch`. */
async function watchedScript({ content }: IndexFile): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: `${Buffer.from(content).toString('utf8')}\nexport { countFailures, hold } from '../engine/watched-fetch.ts';`,
      resolveDir: import.meta.dirname,
    },
    inject: [join(import.meta.dirname, '../engine/watched-fetch.ts')],
    ...{ bundle: true, write: false, format: 'esm', target: LOWEST_TARGET, minify: true, charset: 'utf8', drop: ['console'] },
  });
  const [script] = outputFiles;
  if (!script) throw new Error("esbuild wrote nothing for Pagefind's script");
  return script.contents;
}
