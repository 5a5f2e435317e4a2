/**
 * `npm run bench:tune -- --queries questions.jsonl … [--corpus DIR …]`: moves each ranking weight by itself and says what becomes of the
 * answers, so that a weight is changed for a reason. Questions are lines `{q, accept}` with numbers of entries, or `{q, mustMatch}` with words that an
 * answer contains. Runs over the texts in memory (the built site's and the collections'), with the ranking code of the site.
 *
 * Questions with the entries that answer them, written before anybody looked at what search answers, stand beside this file: `questions.jsonl`, and
 * those of six readers in two halves. What is changed for `readers-develop.jsonl` is judged by `readers-report.jsonl`, whose questions nobody looks
 * at one by one. Four readers wrote `later-develop.jsonl` and `later-report.jsonl` when the site already searched well: they are harder.
 */
import { parseArgs } from 'node:util';
import { findEntries } from '../../../src/search/query/find-entries.ts';
import { PLAIN_WISH } from '../../../src/search/query/plan.ts';
import { WEIGHTS } from '../../../src/search/query/ranking.ts';
import type { Weights } from '../../../src/search/query/ranking.ts';
import { formatTable } from '../format-table.ts';
import { measure } from './metrics.ts';
import { corpusTrial, siteTrial } from './trials.ts';

const FACTORS = [0.5, 0.75, 1.5, 2];

const { queries: questions = [], corpus: folders = [] } = parseArgs({
  options: { queries: { type: 'string', multiple: true }, corpus: { type: 'string', multiple: true } },
}).values;
const trials = [...(await Promise.all(questions.map(siteTrial))), ...folders.map(corpusTrial)];
if (trials.length === 0) {
  console.error('用法：npm run bench:tune -- --queries 问题.jsonl … [--corpus 文件夹 …]');
  process.exit(2);
}

const names = Object.keys(WEIGHTS) as (keyof Weights)[];
const rows = [await rowOf('现在的权重', WEIGHTS)];
console.log(`现在的权重：${rows[0]?.slice(1).join(' ')}`);
for (const [index, name] of names.entries()) {
  console.log(`[${index + 1}/${names.length}] ${name}`);
  for (const factor of FACTORS) rows.push(await rowOf(`${name} × ${factor}`, { ...WEIGHTS, [name]: WEIGHTS[name] * factor }));
}
console.log(formatTable(['', ...trials.flatMap(({ name }) => [`${name} 前五`, 'MRR@10', '零结果'])], rows));

async function rowOf(label: string, weights: Weights): Promise<string[]> {
  const cells: string[] = [];
  for (const { engine, queries } of trials) {
    const rankings = new Map<string, string[]>();
    for (const { qid, text } of queries) {
      const { leading, entries, also, near } = await findEntries(engine, text, PLAIN_WISH, weights);
      rankings.set(qid, [...new Set([...leading, ...entries, ...also, ...near].map(({ key }) => key))]);
    }
    const { success5, mrr10, zero } = measure(queries, rankings);
    cells.push(success5.toFixed(3), mrr10.toFixed(3), `${(zero * 100).toFixed(1)}%`);
  }
  return [label, ...cells];
}
