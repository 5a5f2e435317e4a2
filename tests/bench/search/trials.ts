/** The two kinds of trial that ranking is judged by: the built site with questions, and a collection of texts with judged queries. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { indexSite } from '../../../src/domain/site/site-index.ts';
import { contentOf, openLibrary } from '../../../src/store/library.ts';
import type { PhraseHit, SearchEngine } from '../../../src/search/engine/engine.ts';
import { withFacts } from '../../../src/search/making/index-facts.ts';
import { gatherLexicon } from '../../../src/search/making/index-lexicon.ts';
import { pairFrequency, gatherNames, gatherTitles, gatherWords } from '../../../src/search/making/index-names.ts';
import { readPages } from '../../../src/search/making/index-pages.ts';
import { NO_WORDS } from '../../../src/search/words/names.ts';
import { distFolder } from '../../support/built-site.ts';
import { createOracle } from '../../unit/search-oracle.ts';
import { readCorpus, toPage } from './corpus.ts';

/** Queries, the entries that answer each, and an engine over the texts in memory. */
export interface Trial {
  name: string;
  engine: SearchEngine;
  queries: { qid: string; text: string; relevant: ReadonlySet<string> }[];
}

/** A question with the entries that answer it: by their numbers, or as all that contain every one of some words. */
type Question = { q: string } & ({ accept: string[] } | { mustMatch: string[] });

/** The content and its pages as they are indexed. Needs a built site. */
export async function readBuiltSite() {
  const content = indexSite(contentOf(await openLibrary('content')));
  return { content, pages: withFacts(readPages(distFolder, content.entries), content) };
}

/** The built site with questions. */
export async function siteTrial(file: string): Promise<Trial> {
  const { content, pages } = await readBuiltSite();
  const { words, lexicon } = gatherWords(content, pages);
  const engine = remember(createOracle(pages, gatherNames(content, pages), words, lexicon));
  const lines = readFileSync(file, 'utf8').split('\n');
  const asked = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Question);
  const answering = (question: Question) =>
    'accept' in question
      ? question.accept
      : pages.filter(({ text }) => question.mustMatch.every((word) => text.includes(word))).map(({ id }) => id);
  const queries = asked.map((question, index) => ({ qid: String(index), text: question.q, relevant: new Set(answering(question)) }));
  return { name: basename(file, '.jsonl'), engine, queries };
}

/** A folder of texts and judged queries. */
export function corpusTrial(folder: string): Trial {
  const { documents, queries } = readCorpus(folder);
  const pages = documents.map(toPage);
  const texts = pages.map(({ text }) => text);
  const words = { ...NO_WORDS, ...pairFrequency(texts) };
  const { slots } = gatherLexicon({ asked: pages.map(() => []), words: [], synonyms: [], places: [], texts });
  const engine = remember(createOracle(pages, gatherTitles(documents), words, slots));
  return { name: folder.split(/[\\/]/u).filter(Boolean).pop() ?? folder, engine, queries };
}

/** The same words are asked for again with every weight; engines over the same texts may share what is `known` of them. */
export function remember(engine: SearchEngine, known = new Map<string, Promise<PhraseHit[]>>()): SearchEngine {
  return {
    ...engine,
    search(phrase) {
      const hits = known.get(phrase) ?? engine.search(phrase);
      known.set(phrase, hits);
      return hits;
    },
  };
}
