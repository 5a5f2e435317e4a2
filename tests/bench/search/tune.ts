/**
 * `npm run bench:tune -- --queries open.jsonl [--corpus DIR …]`: moves each ranking weight by itself and says what becomes of the
 * answers, so that a weight is changed for a reason. Questions are lines `{q, mustMatch}`; one is answered by an entry that contains every
 * `mustMatch`. Runs over the texts in memory (the built site's and the collections'), with the ranking code of the site.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { indexSite } from '../../../src/domain/site-index.ts';
import { contentOf, openLibrary } from '../../../src/store/library.ts';
import type { PhraseHit, SearchEngine } from '../../../src/search/engine.ts';
import { findEntries } from '../../../src/search/find-entries.ts';
import { withFacts } from '../../../src/search/index-facts.ts';
import { gatherLexicon } from '../../../src/search/index-lexicon.ts';
import { pairFrequency, gatherNames, gatherTitles, gatherWords } from '../../../src/search/index-names.ts';
import { readPages } from '../../../src/search/index-pages.ts';
import { PLAIN_WISH } from '../../../src/search/plan.ts';
import { NO_WORDS } from '../../../src/search/names.ts';
import { WEIGHTS } from '../../../src/search/ranking.ts';
import type { Weights } from '../../../src/search/ranking.ts';
import { distFolder } from '../../support/built-site.ts';
import { createOracle } from '../../unit/search-oracle.ts';
import { formatTable } from '../format-table.ts';
import { readCorpus, toPage } from './corpus.ts';
import { measure } from './metrics.ts';

interface Trial {
  name: string;
  engine: SearchEngine;
  queries: { qid: string; text: string; relevant: ReadonlySet<string> }[];
}

const FACTORS = [0.5, 0.75, 1.5, 2];

const { queries: questions, corpus: folders = [] } = parseArgs({
  options: { queries: { type: 'string' }, corpus: { type: 'string', multiple: true } },
}).values;
const trials = [...(questions ? [await siteTrial(questions)] : []), ...folders.map(corpusTrial)];
if (trials.length === 0) {
  console.error('用法：npm run bench:tune -- --queries 问题.jsonl [--corpus 文件夹 …]');
  process.exit(2);
}

const rows = [await rowOf('现在的权重', WEIGHTS)];
for (const name of Object.keys(WEIGHTS) as (keyof Weights)[]) {
  for (const factor of FACTORS) rows.push(await rowOf(`${name} × ${factor}`, { ...WEIGHTS, [name]: WEIGHTS[name] * factor }));
}
console.log(formatTable(['', ...trials.flatMap(({ name }) => [`${name} 前五`, 'MRR@10', '零结果'])], rows));

async function rowOf(label: string, weights: Weights): Promise<string[]> {
  const cells: string[] = [];
  for (const { engine, queries } of trials) {
    const rankings = new Map<string, string[]>();
    for (const { qid, text } of queries) {
      const { asked, entries, also, near } = await findEntries(engine, text, PLAIN_WISH, weights);
      rankings.set(
        qid,
        [...asked, ...entries, ...also, ...near].map(({ key }) => key),
      );
    }
    const { success5, mrr10, zero } = measure(queries, rankings);
    cells.push(success5.toFixed(3), mrr10.toFixed(3), `${(zero * 100).toFixed(1)}%`);
  }
  return [label, ...cells];
}

/** The built site with questions. */
async function siteTrial(file: string): Promise<Trial> {
  const content = indexSite(contentOf(await openLibrary('content')));
  const pages = withFacts(await readPages(distFolder), content);
  const texts = pages.map(({ text }) => text);
  const { words, lexicon } = gatherWords(content, pages);
  const engine = remember(createOracle(pages, gatherNames(content, texts), words, lexicon));
  const lines = readFileSync(file, 'utf8').split('\n');
  const asked = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as { q: string; mustMatch: string[] });
  const queries = asked.map(({ q, mustMatch }, index) => {
    const answers = pages.filter(({ text }) => mustMatch.every((word) => text.includes(word)));
    return { qid: String(index), text: q, relevant: new Set(answers.map(({ id }) => id)) };
  });
  return { name: '本站', engine, queries };
}

function corpusTrial(folder: string): Trial {
  const { documents, queries } = readCorpus(folder);
  const pages = documents.map(toPage);
  const texts = pages.map(({ text }) => text);
  const words = { ...NO_WORDS, ...pairFrequency(texts) };
  const { slots } = gatherLexicon({ asked: pages.map(() => []), words: [], synonyms: [], texts });
  const engine = remember(createOracle(pages, gatherTitles(documents), words, slots));
  return { name: folder.split(/[\\/]/u).filter(Boolean).pop() ?? folder, engine, queries };
}

/** The same words are asked for again with every weight. */
function remember(engine: SearchEngine): SearchEngine {
  const known = new Map<string, Promise<PhraseHit[]>>();
  return {
    ...engine,
    search(phrase) {
      const hits = known.get(phrase) ?? engine.search(phrase);
      known.set(phrase, hits);
      return hits;
    },
  };
}
