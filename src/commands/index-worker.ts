/** Makes the search index in a thread of its own: reads pages as they are drawn, and writes the index when all are, beside the drawing of others. */
import { parentPort, workerData } from 'node:worker_threads';
import { gatherNames, gatherWords } from '../search/making/index-names.ts';
import { prepareText } from '../search/making/index-lexicon.ts';
import { readPage, writeSearchIndex } from '../search/making/index-pages.ts';
import { placeWords } from '../search/making/index-scripts.ts';
import type { PlacedWords, PlaceWords } from '../search/making/index-scripts.ts';
import type { IndexedEntry } from '../search/making/index-facts.ts';
import { readPageText } from '../search/making/page-text.ts';
import type { SiteContent } from '../domain/entry/records.ts';
import { openValueCache } from '../store/value-cache.ts';
import type { PlacesTask } from './places-worker.ts';
import { openThread } from './side-thread.ts';

/** Where the thread works. */
export interface IndexPlaces {
  /** The folder of the site. */
  folder: string;
  /** The files that keep the texts of pages, and their words, from one build to the next. */
  textsFile: string;
  wordsFile: string;
}

/** Pages that have been drawn, by their addresses; the answer is their texts. */
export interface ReadTask {
  urls: readonly string[];
}

/** The index to be written; the answer comes when it is. */
export interface IndexTask {
  entries: readonly IndexedEntry[];
  vocabulary: SiteContent['vocabulary'];
  withPagefind: boolean;
}

const { folder, textsFile, wordsFile } = workerData as IndexPlaces;
const texts = openValueCache(textsFile, 'src/search/making/*.ts', (source) => {
  const end = source.indexOf('\n');
  return readPageText(source.slice(end + 1), source.slice(0, end));
});
const prepared = openValueCache(wordsFile, 'src/search/{making,words}/*.ts', prepareText);

parentPort?.on('message', (task: ReadTask | IndexTask) => {
  if ('urls' in task) {
    const read = task.urls.map((url) => readPage(folder, url, (html) => texts.read(`${url}\n${html}`)));
    parentPort?.postMessage(read);
    // The texts are prepared while more pages are drawn.
    for (const { text } of read) prepared.read(text);
    return;
  }
  void writeIndex(task).then((report) => parentPort?.postMessage(report));
});

function writeIndex({ entries, vocabulary, withPagefind }: IndexTask) {
  texts.save();
  const known = new Map(entries.map(({ text }) => [text, prepared.read(text)]));
  const prepare = (text: string) => known.get(text) ?? prepared.read(text);
  const gather = () => {
    const words = gatherWords({ vocabulary }, entries, prepare);
    prepared.save();
    known.clear();
    return { ...words, names: gatherNames({ vocabulary }, entries) };
  };
  const place = entries.length < WORTH_A_THREAD ? placeWords : placeInThread;
  return writeSearchIndex(folder, entries, gather, withPagefind, (text) => prepare(text).match, place);
}

/** Of fewer entries the places take less time than a thread needs to begin. */
const WORTH_A_THREAD = 2000;

/** Words are gathered here meanwhile: after an edit nothing else takes as long as these two. */
const placeInThread: PlaceWords = async (into, entries) => {
  const thread = openThread(new URL('places-worker.ts', import.meta.url));
  try {
    return await thread.ask<PlacedWords>({ folder: into, entries } satisfies PlacesTask);
  } finally {
    await thread.end();
  }
};
