/** Reads the content on both cores where there is much of it and nothing is kept of it yet. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary, readAhead } from '../store/library.ts';
import type { Library, ReadAhead } from '../store/library.ts';
import type { ShareTask } from './read-worker.ts';
import { openThread } from './side-thread.ts';

/** A thread takes half a second of processor before it reads its first file, and a file a millisecond. */
const WORTH_A_THREAD = 2000;
const SHARES = 2;

/** Does as `openLibrary` does; of fewer than `worth` files one thread reads all. */
export async function readLibraryFrom(root: string, cacheFolder: string, worth = WORTH_A_THREAD): Promise<Library> {
  const isKept = existsSync(join(cacheFolder, 'bodies'));
  if (isKept || readdirSync(root, { recursive: true }).length < worth) return openLibrary(root, cacheFolder);
  const thread = openThread(new URL('read-worker.ts', import.meta.url));
  try {
    const there = thread.ask<ReadAhead>({ root, share: 1, of: SHARES } satisfies ShareTask);
    const here = readAhead(root, (place) => place % SHARES === 0);
    return await openLibrary(root, cacheFolder, await Promise.all([here, there]));
  } finally {
    await thread.end();
  }
}
