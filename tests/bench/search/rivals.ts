/** Engines to compare with that run in Node: MiniSearch over bigrams, and BM25 over jieba words, the ceiling of a search server. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Bm25 } from './bm25.ts';
import { textOf } from './corpus.ts';
import type { Corpus, CorpusDocument } from './corpus.ts';
import type { Run } from './run-queries.ts';

const VERSIONS = { minisearch: '7.2.0', '@node-rs/jieba': '2.0.3' };
const FOLDER = join(tmpdir(), 'dandang-bench-search');
const LIMIT = 10;

export interface Rival {
  name: string;
  run: Run;
  buildTime: number;
  /** Bytes to fetch before the first query, where a browser could run it. */
  bytes?: number;
}

/** Installs the rivals from the npm registry, once; says which of them are there. */
export async function installRivals(): Promise<(name: keyof typeof VERSIONS) => boolean> {
  await mkdir(FOLDER, { recursive: true });
  if (!existsSync(join(FOLDER, 'package.json'))) await writeFile(join(FOLDER, 'package.json'), '{"private":true}');
  for (const [name, version] of Object.entries(VERSIONS)) {
    if (existsSync(join(FOLDER, 'node_modules', name))) continue;
    const windows = process.platform === 'win32';
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`], {
      cwd: FOLDER,
      stdio: 'inherit',
      shell: windows,
    });
  }
  return (name) => existsSync(join(FOLDER, 'node_modules', name));
}

/** MiniSearch over overlapping pairs of characters, any of them enough, as its authors advise for Chinese. */
export function runMiniSearch({ documents, queries }: Corpus): Rival {
  const MiniSearch = load('minisearch');
  const began = performance.now();
  const index = new MiniSearch({ fields: ['title', 'text'], tokenize: bigramsOf, searchOptions: { boost: { title: 2 } } });
  index.addAll(documents.map((document) => ({ id: document.id, title: document.title, text: textOf(document) })));
  const buildTime = performance.now() - began;
  const run = runAll(queries, (text) =>
    index
      .search(text)
      .slice(0, LIMIT)
      .map(({ id }: { id: string }) => id),
  );
  return { name: 'MiniSearch，二字切分', run, buildTime, bytes: gzipSync(JSON.stringify(index)).length };
}

/** A server weighs titles too: 1, 2 and 3 times were tried, and this one answers best. */
const TITLE_TIMES = 3;

/**
 * BM25 over words; jieba's when it could be installed, else those of the runtime's own segmenter, and the name says which. jieba cuts long words
 * into their parts too, as search servers have it do: on `gd` that lifts recall from .875 to .904.
 */
export function runBm25({ documents, queries }: Corpus, hasJieba: boolean): Rival {
  const cut = hasJieba ? jiebaWords() : segmenterWords();
  const began = performance.now();
  const index = new Bm25(
    documents.map((document) => [...Array<string>(TITLE_TIMES - 1).fill(document.title), textOf(document)].flatMap(cut)),
  );
  const buildTime = performance.now() - began;
  const run = runAll(queries, (text) => index.rank(cut(text), LIMIT).map((at) => (documents[at] as CorpusDocument).id));
  return { name: hasJieba ? 'BM25，结巴分词（服务器）' : 'BM25，Intl.Segmenter 分词（没有装上结巴）', run, buildTime };
}

function runAll(queries: Corpus['queries'], rank: (text: string) => string[]): Run {
  const times: number[] = [];
  const rankings = new Map<string, string[]>();
  for (const { qid, text } of queries) {
    const began = performance.now();
    rankings.set(qid, rank(text));
    times.push(performance.now() - began);
  }
  return { rankings, times };
}

function jiebaWords(): (text: string) => string[] {
  const { Jieba } = load('@node-rs/jieba');
  const jieba = Jieba.withDict(load('@node-rs/jieba/dict').dict);
  return (text) => jieba.cutForSearch(text.toLowerCase(), true).filter((word: string) => /[\p{L}\p{N}]/u.test(word));
}

function segmenterWords(): (text: string) => string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => [...segmenter.segment(text.toLowerCase())].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

function bigramsOf(text: string): string[] {
  const runs = text.toLowerCase().match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = [...run];
    if (!/\p{Script=Han}/u.test(run) || characters.length < 2) return [run];
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  });
}

/** A package of the temporary folder; its types are not here, and a bench needs none. */
// oxlint-disable-next-line typescript/no-explicit-any
function load(name: string): any {
  return createRequire(join(FOLDER, 'package.json'))(name);
}
