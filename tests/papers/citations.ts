/**
 * Every work of the library in both editions, compared with what the public CSL styles of GB/T 7714 print: each difference must have its reason in
 * `differences.ts`. Ends with a table; the exit code is 1 when one has none. `--record` writes what they print of a few works of each kind, which
 * `tests/unit/public-styles.test.ts` holds without the styles.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDITION_KEYS, formatReference } from '../../src/domain/reference/reference.ts';
import type { Work } from '../../src/domain/reference/work.ts';
import { formatTable } from '../bench/format-table.ts';
import { reportPart } from '../support/part-report.ts';
import { cslItem } from './csl-item.ts';
import { DIFFERENCES, explain } from './differences.ts';
import { installPapers, STYLES } from './install.ts';
import { FOREIGN_WORKS, libraryWorks } from './library-works.ts';
import { publicStyles } from './public-styles.ts';
import type { PrintedWork } from './printed-work.ts';

const ACCESSED = '2026-11-28';
/** So many works of each kind are recorded. */
const RECORDED = 3;
const SAME = '一字不差';
const NO_REASON = '没有理由';
const RECORD = join(import.meta.dirname, '../fixtures/printed-references.json');

installPapers(console.log);
const works = [...(await libraryWorks('http://kb.example/')), ...FOREIGN_WORKS];
const print = await publicStyles(console.log);
const printed = EDITION_KEYS.map(
  (edition) =>
    [
      edition,
      print(
        edition,
        works.map((work) => cslItem(work, ACCESSED)),
      ),
    ] as const,
);

const counts = new Map<string, number>();
const unexplained: string[] = [];
for (const [edition, texts] of printed) {
  for (const work of works) {
    const ours = formatReference(work, edition, ACCESSED);
    const theirs = texts.get(work.id) ?? '';
    const reasons = explain(ours, theirs, work);
    for (const why of reasons?.length === 0 ? [SAME] : (reasons ?? [NO_REASON])) count(`${edition} ${why}`);
    if (!reasons) unexplained.push(`${work.id}（${edition}）\n  本库 ${ours}\n  样式 ${theirs}`);
  }
}
if (process.argv.includes('--record')) record();

const rows = [SAME, ...DIFFERENCES.map(({ id }) => id), NO_REASON].map((id) => [
  id,
  ...EDITION_KEYS.map((edition) => String(counts.get(`${edition} ${id}`) ?? 0)),
  DIFFERENCES.find((difference) => difference.id === id)?.why ?? '',
]);
console.log(`${works.length} 部作品，与 ${STYLES.repository} 的样式逐条比对：`);
console.log(formatTable(['差别', ...EDITION_KEYS, '为什么'], rows));
for (const line of unexplained) console.log(line);
reportPart({ passed: works.length * EDITION_KEYS.length - unexplained.length, failed: unexplained.length });
process.exitCode = unexplained.length > 0 ? 1 : 0;

function count(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function record(): void {
  const kinds = Map.groupBy(works, kindOf);
  const sample = [...kinds.values()].flatMap((list) => list.slice(0, RECORDED));
  const kept = sample.map((work): PrintedWork => ({
    work,
    printed: Object.fromEntries(printed.map(([edition, texts]) => [edition, texts.get(work.id) ?? ''])) as PrintedWork['printed'],
  }));
  writeFileSync(RECORD, `${JSON.stringify({ accessed: ACCESSED, styles: STYLES.commit, works: kept }, null, 2)}\n`);
  console.log(`${kept.length} 部写进 ${RECORD}`);
}

function kindOf({ kind, url, date = '', authors, publisher, subtitle, place, title }: Work): string {
  const isForeign = !/\p{Script=Han}/u.test(title);
  return [
    kind,
    Boolean(url),
    date.replace(/\d/gu, '0'),
    Math.min(authors.length, 4),
    Boolean(publisher),
    Boolean(subtitle),
    Boolean(place),
    isForeign,
  ].join(' ');
}
