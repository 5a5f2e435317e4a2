/**
 * `npm run bench:asked [-- --every N]`: asks the site every Nth of the editors' own ways of asking, each while it is left out of the index, and says
 * how often its entry comes first. Some two thousand questions tell differences that no list of a hundred does; but they have one right answer each,
 * and all collections alike, so a number that wins here is held against the lists of `bench:tune` too. Needs a built site.
 */
import { parseArgs } from 'node:util';
import type { PhraseHit } from '../../../src/search/engine/engine.ts';
import { gatherNames, gatherWords } from '../../../src/search/making/index-names.ts';
import { findEntries } from '../../../src/search/query/find-entries.ts';
import { collectionOf, COLLECTIONS } from '../../../src/schema/number.ts';
import type { CollectionName } from '../../../src/schema/number.ts';
import { createOracle } from '../../unit/search-oracle.ts';
import { formatTable } from '../format-table.ts';
import { measure } from './metrics.ts';
import { readBuiltSite, remember } from './trials.ts';

/** Of each entry's sentences one in so many is left out at a time: the others are there, as they are for a reader. */
const FOLDS = 8;

const { every } = parseArgs({ options: { every: { type: 'string', default: '5' } } }).values;
const step = Number(every);
if (!Number.isInteger(step) || step < 1) {
  console.error('用法：npm run bench:asked -- --every 5（每几句问一句）');
  process.exit(2);
}

const { content, pages } = await readBuiltSite();
const names = gatherNames(content, pages);
/** What stands in the texts is the same whatever is left out. */
const known = new Map<string, Promise<PhraseHit[]>>();
const queries: { qid: string; text: string; relevant: ReadonlySet<string>; collection: CollectionName | undefined }[] = [];
const rankings = new Map<string, string[]>();

let count = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const left: { text: string; id: string }[] = [];
  const rest = pages.map((page, place) => {
    const isLeftOut = (at: number) => (at + place) % FOLDS === fold;
    for (const [at, text] of page.asked.entries()) if (isLeftOut(at) && count++ % step === 0) left.push({ text, id: page.id });
    return { ...page, asked: page.asked.filter((_, at) => !isLeftOut(at)) };
  });
  const { words, lexicon } = gatherWords(content, rest);
  const engine = remember(createOracle(rest, names, words, lexicon), known);
  for (const { text, id } of left) {
    const { leading, entries, also, near } = await findEntries(engine, text);
    const qid = `${id} ${text}`;
    queries.push({ qid, text, relevant: new Set([id]), collection: collectionOf(id) });
    rankings.set(qid, [...new Set([...leading, ...entries, ...also, ...near].map(({ key }) => key))]);
  }
  console.log(`[${fold + 1}/${FOLDS}] 问了 ${queries.length} 句`);
}

const collections = [...new Set(queries.flatMap(({ collection }) => collection ?? []))];
const rows = [
  rowOf('全部', queries),
  ...collections.map((name) =>
    rowOf(
      COLLECTIONS[name].name,
      queries.filter((query) => query.collection === name),
    ),
  ),
];
console.log(formatTable(['', '句', '第一条', '前五条', 'MRR@10'], rows));

function rowOf(label: string, own: typeof queries): string[] {
  const first = own.filter(({ qid, relevant }) => relevant.has(rankings.get(qid)?.[0] ?? '')).length;
  const { success5, mrr10 } = measure(own, rankings);
  return [label, String(own.length), (first / own.length).toFixed(3), success5.toFixed(3), mrr10.toFixed(3)];
}
