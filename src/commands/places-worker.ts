/** Writes the places of all words in a thread of its own, while another gathers the words: one message the entries, one answer when all is written. */
import { parentPort } from 'node:worker_threads';
import { placeWords } from '../search/making/index-scripts.ts';
import type { EntryTokens } from '../search/making/index-words.ts';

export interface PlacesTask {
  folder: string;
  entries: readonly EntryTokens[];
}

parentPort?.on('message', ({ folder, entries }: PlacesTask) => {
  void placeWords(folder, entries).then((placed) => parentPort?.postMessage(placed));
});
