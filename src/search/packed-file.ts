/** Reads the files that `index-pages.ts` packs: JSON, compressed at build so that no server has to be set up for it. */
import { SearchUnavailable } from './engine.ts';

const kept = new Map<string, Promise<unknown>>();

/** The content of a packed file, fetched anew each time. */
export async function readPacked<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new SearchUnavailable(`${address}: ${response.status}`);
  // Whoever has WebAssembly with multi-value, as Pagefind needs it, has this too; others use the folder index.
  // eslint-disable-next-line no-restricted-globals
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).json() as Promise<T>;
}

/** The content of a packed file, fetched once a page however many ask; a failure is not kept. */
export function readPackedOnce<T>(address: string): Promise<T> {
  const reading = kept.get(address) ?? readPacked<T>(address);
  kept.set(address, reading);
  reading.catch(() => kept.delete(address));
  return reading as Promise<T>;
}
