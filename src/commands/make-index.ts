/** The search index of a site that is being drawn, made beside it in a thread of its own. */
import type { PageText } from '../search/making/page-text.ts';
import { compareNumbers } from '../schema/number.ts';
import type { IndexPlaces, IndexTask, ReadTask } from './index-worker.ts';
import { openThread } from './side-thread.ts';

/** An index on its way. */
export interface ComingIndex {
  /** Has the page of an entry read, which stands in the folder of the site. */
  add(url: string): void;
  /** The pages that were added, in the order of their numbers. */
  pages(): Promise<PageText[]>;
  /** Writes the index, and ends. */
  write(task: IndexTask): Promise<void>;
  /** Gives it up. */
  end(): Promise<void>;
}

/** So many pages are handed over at once: few enough that the thread begins early, enough that asking costs nothing. */
const AT_ONCE = 50;

export function startIndex(places: IndexPlaces): ComingIndex {
  const thread = openThread(new URL('index-worker.ts', import.meta.url), places);
  const asked: Promise<PageText[]>[] = [];
  let urls: string[] = [];
  const send = () => {
    const reading = thread.ask<PageText[]>({ urls } satisfies ReadTask);
    // What fails is told when the pages are asked for.
    reading.catch(() => undefined);
    asked.push(reading);
    urls = [];
  };
  return {
    add(url) {
      urls.push(url);
      if (urls.length === AT_ONCE) send();
    },
    async pages() {
      send();
      const read = await Promise.all(asked);
      return read.flat().sort((a, b) => compareNumbers(a.id, b.id));
    },
    async write(task) {
      try {
        await thread.ask<undefined>(task);
      } finally {
        await thread.end();
      }
    },
    end: thread.end,
  };
}
