/**
 * The promise of the count over several units: entries of this site dealt out among six units, some of them to several, are found as often as a
 * plain substring search over all their texts finds them, each once, in whichever unit. `ALL_NAMES=1` asks 120 queries of pieces of texts instead of
 * 40, as the nightly tests do.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { jsonOf, scriptPath } from '../../src/domain/site/script-form.ts';
import type { SearchEngine } from '../../src/search/engine/engine.ts';
import { findEntries } from '../../src/search/query/find-entries.ts';
import { joinEngines } from '../../src/search/engine/joined-engine.ts';
import { parse } from '../../src/search/query/parse.ts';
import { createPositionalEngine } from '../../src/search/engine/positional-engine.ts';
import type { ScriptReader } from '../../src/search/engine/script-file.ts';
import { matchText, phraseTokens } from '../../src/search/words/tokens.ts';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { contentOf } from '../../src/store/library.ts';
import { ownLibrary } from '../support/own-library.ts';
import { addressOf, stubPage } from '../support/page-in-node.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { pageOf, writeUnitSite } from '../support/unit-sites.ts';

const UNITS = ['', '甲', '乙', '丙', '丁', '戊'];
const random = seededRandom(20_261_128);
const all = readExportedEntries();
const entries = all.filter((_, at) => at % 3 === 0);
/** Every entry is in one unit; every fifth is of the common library of three. */
const dealt = UNITS.map((_, unit) =>
  entries.filter((__, at) => at % UNITS.length === unit || (at % 5 === 0 && [1, 4].includes((at + unit) % UNITS.length))),
);
const folded = entries.map(({ id, text }) => ({ id, text: matchText(text) }));

const PIECES = process.env['ALL_NAMES'] ? 120 : 40;

/** Words of titles and pieces of texts, one or two at a time. */
const piece = () => {
  const { text } = random.pick(entries);
  const from = random.below(Math.max(1, text.length - 8));
  return text.slice(from, from + 2 + random.below(5)).replaceAll(/[^\p{Script=Han}]/gu, '');
};
const queries = [
  ...['激励干部担当作为', '干部怕被问责不敢干', '乡村振兴', '容错纠错', '澄清正名', '三个区分开来', '浙江'],
  ...Array.from({ length: PIECES }, (_, index) => (index % 3 === 0 ? `${piece()} ${piece()}` : piece())),
].filter((query) => parse(query).phrases.length > 0);

let folder: string;
let joined: SearchEngine;

beforeAll(async () => {
  stubPage();
  folder = await mkdtemp(join(tmpdir(), 'units-'));
  const content = contentOf(await ownLibrary());
  for (const [at, own] of dealt.entries()) await writeUnitSite(join(folder, String(at)), `U${at}`, own.map(pageOf), content);
  const [own, ...units] = UNITS.map((name, at) => ({
    ...{ name, root: `http://u${at}/` },
    engine: createPositionalEngine(addressOf(join(folder, String(at)))),
  }));
  if (!own) throw new Error('no units');
  joined = await joinEngines(own.engine, units, (_, answering) => Promise.all(answering));
}, 600_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

describe('a search over six units', { timeout: 600_000 }, () => {
  test('has each entry once', async () => {
    const ids = [...(await joined.cards()).values()].map(({ id }) => id);
    expect(ids.sort()).toEqual(entries.map(({ id }) => id).sort());
  });

  test('finds what a plain search of all texts finds, for every query', async () => {
    expect(queries.length).toBeGreaterThan(PIECES / 2);
    const wrong: string[] = [];
    for (const query of queries) {
      const { mode, entries: found, reading } = await findEntries(joined, query);
      // What stands nowhere as it is typed may have been read by its sound.
      const needlesOf = (phrases: readonly { text: string }[]) => phrases.map(({ text }) => phraseTokens(text).join(''));
      const having = (needles: readonly string[]) =>
        folded.filter(({ text }) => needles.every((needle) => text.includes(needle))).map(({ id }) => id);
      const typed = having(needlesOf(parse(query).phrases));
      const expected = typed.length > 0 ? typed : having(needlesOf(reading.query.phrases));
      const counted = mode === 'exact' ? found.map(({ key }) => key.replace(/^.*:/u, '')) : [];
      if (counted.sort().join() !== expected.sort().join())
        wrong.push(`${query}: ${counted.length} instead of ${expected.length} (${mode})`);
    }
    expect(wrong).toEqual([]);
  });

  test('gives the same count however often, and whatever else is asked meanwhile', async () => {
    const some = queries.slice(0, PIECES / 4);
    const count = async (query: string) => (await findEntries(joined, query)).entries.length;
    const alone: number[] = [];
    for (const query of some) alone.push(await count(query));
    expect(await Promise.all(some.map(count))).toEqual(alone);
  });
});

/** Of every kind that readers ask, and those that cost the most: many synonyms, long questions, sounds. */
const ASKED = [
  ...['容错纠错', '澄清正名', '激励干部担当作为', '浙江', '三个区分开来', '干部怕被问责不敢干怎么办', '受处分影响期满还能提拔吗'],
  ...[
    '浙江澄清了多少人',
    '乡村振兴',
    'rongcuo',
    '受了处分什么时候能恢复提拔',
    '口头交办没有登记能不能免责',
    '诬告陷害 查处',
    '形式主义官僚主义',
  ],
];
/** What a first search may read of another unit, as it is compressed on its way. */
const MOST_BYTES = 80 * 1024;

test('a first search reads at most 80 KB of a unit, of one that is larger than those with 500 entries', { timeout: 120_000 }, async () => {
  expect(all.length).toBeGreaterThan(500);
  const weights: [string, number][] = [];
  for (const query of ASKED) {
    const read = new Map<string, number>();
    const take = (path: string) => {
      const text = readFileSync(fileURLToPath(path), 'utf8');
      read.set(path, gzipSync(text).length);
      return text;
    };
    const reader: ScriptReader = {
      read: <T>(at: string, path: string) => Promise.resolve(JSON.parse(jsonOf(path, take(at + scriptPath(path)))) as T),
      readAnew: <T>(at: string, path: string) => Promise.resolve(JSON.parse(jsonOf(path, take(at + scriptPath(path)))) as T),
    };
    // An engine of its own, which knows nothing of the query before.
    const unit = createPositionalEngine(`${addressOf(distFolder)}${'./'.repeat(weights.length + 1)}`, reader);
    take(`${addressOf(distFolder)}data/build.json`);
    const { entries: found } = await findEntries(unit, query);
    // The ten that are shown are of eleven libraries.
    for (const { key } of found.slice(0, 3)) await unit.load(key);
    weights.push([query, [...read.values()].reduce((sum, one) => sum + one, 0)]);
  }
  expect(weights.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([]);
});
