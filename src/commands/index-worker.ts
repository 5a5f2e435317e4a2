/** Makes the search index in a thread of its own, beside the writing of data: one message the task, one answer when all is written. */
import { parentPort } from 'node:worker_threads';
import { gatherNames, gatherWords } from '../search/making/index-names.ts';
import { cutText } from '../search/making/index-lexicon.ts';
import { writeSearchIndex } from '../search/making/index-pages.ts';
import type { IndexedEntry } from '../search/making/index-facts.ts';
import type { SiteContent } from '../domain/entry/records.ts';
import { openValueCache } from '../store/value-cache.ts';

export interface IndexTask {
  /** The folder of the site. */
  folder: string;
  entries: readonly IndexedEntry[];
  vocabulary: SiteContent['vocabulary'];
  withPagefind: boolean;
  /** The file that keeps the words of texts from one build to the next. */
  wordsFile: string;
}

parentPort?.on('message', ({ folder, entries, vocabulary, withPagefind, wordsFile }: IndexTask) => {
  const cuts = openValueCache(wordsFile, 'src/search/{making,words}/*.ts', cutText);
  const gather = () => {
    const words = gatherWords({ vocabulary }, entries, (text) => cuts.read(text));
    cuts.save();
    return { ...words, names: gatherNames({ vocabulary }, entries) };
  };
  void writeSearchIndex(folder, entries, gather, withPagefind).then((report) => parentPort?.postMessage(report));
});
