/** A test collection in a folder: documents, queries and judgements in JSON lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexedEntry } from '../../../src/search/making/index-facts.ts';
import { makePage } from '../../support/make-page.ts';

export interface CorpusDocument {
  id: string;
  title: string;
  headings: string[];
  body: string;
  url: string;
}

export interface CorpusQuery {
  qid: string;
  text: string;
  /** Numbers of the documents that answer it. */
  relevant: ReadonlySet<string>;
}

export interface Corpus {
  documents: CorpusDocument[];
  /** Queries with at least one judgement. */
  queries: CorpusQuery[];
}

/** Reads `docs.jsonl`, `queries.jsonl` and `qrels.jsonl` of a folder. */
export function readCorpus(folder: string): Corpus {
  const relevant = new Map<string, Set<string>>();
  for (const { qid, docid, rel } of readLines<{ qid: string; docid: string; rel: number }>(folder, 'qrels.jsonl')) {
    if (rel > 0) relevant.set(qid, (relevant.get(qid) ?? new Set()).add(docid));
  }
  const queries = readLines<{ qid: string; text: string }>(folder, 'queries.jsonl').flatMap(({ qid, text }) => {
    const judged = relevant.get(qid);
    return judged ? [{ qid, text, relevant: judged }] : [];
  });
  return { documents: readLines<CorpusDocument>(folder, 'docs.jsonl'), queries };
}

/** A document as the site's index takes it: title, headings and body, one block a line. */
export function toPage({ id, title, headings, body }: CorpusDocument): IndexedEntry {
  return makePage({ id, title, collection: 'documents', url: `/${id}/`, text: [title, ...headings, body].join('\n') });
}

/** The same document as plain text, for the engines to compare with. */
export function textOf({ title, headings, body }: CorpusDocument): string {
  return [title, ...headings, body].join('\n');
}

function readLines<T>(folder: string, name: string): T[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}
