/** `npm run report:coverage`: which sentences of the source documents no entry cites. Exit code 1 when one has no reason beside it. */
import { coverageOf } from '../domain/entry/coverage.ts';
import { indexSite } from '../domain/site/site-index.ts';
import { contentOf, openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { readArguments } from './read-arguments.ts';

readArguments({});

const coverage = coverageOf(indexSite(contentOf(await openLibrary(contentFolder()))));
let unexplained = 0;

for (const { source, paragraphs, sentences, cited } of coverage) {
  console.log(`${source.data.id} ${source.data.title}：${cited} / ${sentences} 句有条目引用`);
  for (const { uncited } of paragraphs) {
    for (const { at, reason } of uncited) {
      if (!reason) unexplained += 1;
      console.log(`  ${at}  ${reason ?? '没有条目引用，也没有写明理由'}`);
    }
  }
}

const sentences = coverage.reduce((total, source) => total + source.sentences, 0);
const cited = coverage.reduce((total, source) => total + source.cited, 0);
const share = sentences === 0 ? '' : `（${((100 * cited) / sentences).toFixed(1)}%）`;
console.log(`合计 ${cited} / ${sentences} 句${share}，其余 ${sentences - cited} 句中 ${unexplained} 句没有写明理由。`);
process.exitCode = unexplained > 0 ? 1 : 0;
