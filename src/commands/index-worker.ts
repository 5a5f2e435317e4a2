/** Makes the search index in a thread of its own, beside the writing of data: one message the task, one answer when all is written. */
import { parentPort } from 'node:worker_threads';
import { gatherNames, gatherWords } from '../search/making/index-names.ts';
import { writeSearchIndex } from '../search/making/index-pages.ts';
import type { IndexedEntry } from '../search/making/index-facts.ts';
import type { SiteContent } from '../domain/entry/records.ts';

export interface IndexTask {
  /** The folder of the site. */
  folder: string;
  entries: readonly IndexedEntry[];
  vocabulary: SiteContent['vocabulary'];
  withPagefind: boolean;
}

parentPort?.on('message', ({ folder, entries, vocabulary, withPagefind }: IndexTask) => {
  const gather = () => ({ ...gatherWords({ vocabulary }, entries), names: gatherNames({ vocabulary }, entries) });
  void writeSearchIndex(folder, entries, gather, withPagefind).then((report) => parentPort?.postMessage(report));
});
