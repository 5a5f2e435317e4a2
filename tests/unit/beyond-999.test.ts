/** The first entries whose numbers have a digit more than the smallest, from the check to the search. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from '../../src/domain/entry/blocks.ts';
import { changesOf } from '../../src/domain/entry/changes.ts';
import { lessonIndexOf, packItemOf } from '../../src/domain/course/course-lesson.ts';
import { NO_FILTER, filterCards } from '../../src/domain/list/filter.ts';
import { buildGraph, neighboursOf } from '../../src/domain/entry/graph.ts';
import { additionsTo } from '../../src/domain/site/ledger.ts';
import { entryPath } from '../../src/domain/entry/records.ts';
import { indexSite } from '../../src/domain/site/site-index.ts';
import type { Site } from '../../src/domain/site/site-index.ts';
import { exportEntries, toJsonLines } from '../../src/export/entries.ts';
import { toFeed } from '../../src/export/feed.ts';
import { checkFiles } from '../../src/lint/check-content.ts';
import { ledgerSchema } from '../../src/schema/ledger.ts';
import { packCards, unpackCards } from '../../src/search/engine/card-table.ts';
import type { EntryCard } from '../../src/search/engine/engine.ts';
import { findEntries } from '../../src/search/query/find-entries.ts';
import { gatherNames } from '../../src/search/making/index-names.ts';
import { alternativesOf } from '../../src/search/words/rewrites.ts';
import { searchEntries } from '../../src/search/query/search-entries.ts';
import { readSearchAddress } from '../../src/search/query/search-address.ts';
import { NO_LEXICON } from '../../src/search/words/lexicon.ts';
import { PLAIN_WISH } from '../../src/search/query/plan.ts';
import { contentOf, openLibrary } from '../../src/store/library.ts';
import { soundContent, storeTexts } from '../support/example-content.ts';
import { makeMeasure } from '../support/make-entries.ts';
import { makePage } from '../support/make-page.ts';
import { createOracle } from './search-oracle.ts';

const TODAY = '2026-11-22';

/** The sound content with a practice, a source, a policy, a public source and a chain that have one digit more, and links to each of them. */
const grown = new Map(soundContent);
add('practices/thousandth.mdx', 'practices/second.mdx', [
  ['id: SJ-002', 'id: SJ-1000\ncites: [S10-¶05#2, ZC-10000#part-4, GK-10000]\ncomparable: [{ id: SJ-999, why: 写法相近。 }]'],
  [/^title: .*$/mu, 'title: 第一千处：公开澄清'],
  ['先看两个数的单位', '见 [SJ-999](SJ-999)，先看两个数的单位'],
]);
add('practices/last.mdx', 'practices/second.mdx', [
  ['id: SJ-002', 'id: SJ-999'],
  [/^title: .*$/mu, 'title: 又一处：公开澄清'],
]);
add('sources/s10.mdx', 'sources/s1.mdx', [
  [/S1/gu, 'S10'],
  [/^title: .*$/mu, 'title: 第十份文献'],
]);
add('policies/ten-thousandth.mdx', 'policies/opinion.mdx', [
  ['id: ZC-0001', 'id: ZC-10000'],
  [/^title: .*$/mu, 'title: 第一万份意见'],
]);
extend('vocab/public-sources.yaml', [['GK-0001', 'GK-10000']]);
extend('vocab/chains.yaml', [['L01', 'L100']]);
grown.set(
  'ledger.yaml',
  changed(soundContent.get('ledger.yaml') ?? '', [
    ['entries:\n', 'entries:\n  - { id: SJ-1000, at: /practices/thousandth/ }\n  - { id: SJ-999, at: /practices/last/ }\n'],
    [
      'entries:\n',
      'entries:\n  - { id: S10, at: /sources/s10/ }\n  - { id: ZC-10000, at: /policies/ten-thousandth/, anchors: [part-4] }\n',
    ],
  ]),
);

const check = (texts: ReadonlyMap<string, string>) => checkFiles(storeTexts(texts), TODAY).issues.map(({ message }) => message);

let folder: string;
let site: Site;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'numbers-'));
  for (const [path, text] of grown) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  site = indexSite(contentOf(await openLibrary(folder)));
});

afterAll(() => rmSync(folder, { recursive: true }));

const entry = (id: string) => {
  const found = site.entries.find(({ data }) => data.id === id);
  if (!found) throw new Error(`${id} was not read`);
  return found;
};

describe('the check', () => {
  test('accepts them, and what points to them from fields, sentences and citations', () => {
    expect(check(grown)).toEqual([]);
  });

  test.for([
    [
      '{ id: SJ-999',
      '{ id: SJ-0999',
      '“comparable”第 1 项的“id”写的是“SJ-0999”，写法不对。这里要写：地区实践条目的编号：SJ- 加三位数字，如 SJ-001；SJ-999 之后是 SJ-1000。是不是想写“SJ-999”？',
    ],
    [
      '[SJ-999]',
      '[SJ-0999]',
      '“SJ-0999”不是条目编号。地区实践的编号是 SJ- 加三位数字，如 SJ-001；SJ-999 之后是 SJ-1000。是不是想写“SJ-999 又一处：公开澄清”？',
    ],
    ['[SJ-999]', '[SJ-9999]', '没有编号为“SJ-9999”的条目（地区实践）。是不是想写“SJ-999 又一处：公开澄清”？'],
    ['S10-¶05#2', 'S10-¶05#99', '出处“S10-¶05#99”不存在：S10-¶05 共 12 句。句号可以写 1 到 12。'],
    ['S10-¶05#2', 'S11-¶05#2', '出处“S11-¶05#2”不存在：没有来源文献 S11。现有 S0、S1、S3、S10。'],
    [
      'S10-¶05#2',
      'S010-¶05#2',
      '“cites”第 1 项写的是“S010-¶05#2”，写法不对。这里要写：出处：来源文献的句子 S3-¶26#2（连续几句写 S3-¶26#2-3），政策编号 ZC-0001，公开资料编号 GK-0001，或本单位文件 WJ-001#art-3。',
    ],
    ['GK-10000', 'GK-18000', 'vocab/public-sources.yaml 里没有公开资料“GK-18000”。是不是想写“GK-10000”？'],
  ])('with %s written as %s says what is wrong', ([right = '', wrong = '', message]) => {
    const text = grown.get('practices/thousandth.mdx') ?? '';
    expect(text).toContain(right);
    expect(check(new Map([...grown, ['practices/thousandth.mdx', text.replace(right, wrong)]]))).toEqual([message]);
  });
});

test('are read in the order of their numbers', () => {
  expect(site.entries.filter(({ collection }) => collection === 'practices').map(({ data }) => data.id)).toEqual([
    'SJ-001',
    'SJ-002',
    'SJ-999',
    'SJ-1000',
  ]);
  expect(site.entries.filter(({ collection }) => collection === 'sources').map(({ data }) => data.id)).toEqual(['S0', 'S1', 'S3', 'S10']);
});

test('are entered into the ledger, which takes them', () => {
  const { entries } = additionsTo({ entries: [], pages: [], redirects: [] }, site.entries, {});
  expect(entries).toContainEqual({ id: 'SJ-1000', at: '/practices/thousandth/' });
  expect(entries.map(({ id }) => id)).toContain('S10');
  expect(ledgerSchema.safeParse({ entries, pages: [], redirects: [{ from: '/a/', to: 'SJ-1000', why: '改名' }] }).error).toBeUndefined();
  expect(ledgerSchema.safeParse({ entries: [{ id: 'SJ-0999', at: '/practices/a/' }], pages: [], redirects: [] }).success).toBe(false);
});

test('are neighbours, changes and cards in the order of their numbers', () => {
  const graph = buildGraph(site.entries);
  expect(graph.dangling).toEqual([]);
  expect(
    neighboursOf(graph, 'SJ-999')
      .get('practices')
      ?.map(({ entry: { data } }) => data.id),
  ).toEqual(['SJ-1000']);
  const changed = changesOf(site.entries.filter(({ collection }) => collection === 'practices')).filter(({ kind }) => kind === '新增');
  expect(changed.map(({ entry: { data } }) => data.id)).toEqual(['SJ-001', 'SJ-002', 'SJ-999', 'SJ-1000']);
  const cards = ['RC-1000', 'RC-999'].map((id) => ({ id, values: {}, date: TODAY, completeness: 0 }));
  for (const sort of ['date', 'completeness'] as const)
    expect(filterCards(cards, { ...NO_FILTER, sort }, []).ids).toEqual(['RC-999', 'RC-1000']);
});

test('have the stance and the citers of their own source, not of the one whose number begins alike', () => {
  const stanceOf = (source: string) => (source === 'S1' ? '建议' : source === 'S10' ? '做法' : undefined);
  const measure = makeMeasure({ actions: [{ text: '一句。', cites: ['S10-¶05#2'] }] });
  expect(blocksOf(measure, { stanceOf, policyAt: () => undefined }).map((block) => ('id' in block ? block.id : block.kind))).toContain(
    'done',
  );
  const { citers } = site;
  expect(citers.get('S10-¶05#2')?.map(({ data }) => data.id)).toEqual(['SJ-1000']);
  expect(citers.has('S1-¶05#2')).toBe(false);
});

test('are named as what they rest on in a class', () => {
  const item = packItemOf(entry('SJ-1000'), lessonIndexOf(site, '知识库', 'https://example.org/'));
  expect(item.sources.map(({ id }) => id)).toEqual(expect.arrayContaining(['S10', 'ZC-10000', 'GK-10000']));
  expect(item.sourceLine).toContain('某市做法');
  expect(item.address).toBe('https://example.org/id/SJ-1000/');
});

test('are exported under their numbers', () => {
  const lines = toJsonLines(exportEntries(site, new Map())).trim().split('\n');
  const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
  expect(ids).toEqual(expect.arrayContaining(['SJ-999', 'SJ-1000', 'S10']));
  expect(toFeed(changesOf(site.entries))).toContain(`<link href="${entryPath(entry('SJ-1000'))}"/>`);
});

describe('the search', () => {
  const pages = ['SJ-1000', 'SJ-999', 'SJ-100'].map((id) => makePage({ id, title: `${id} 做法`, text: `${id}\n做法。参见 SJ-1000。` }));
  const engine = createOracle(pages);

  test.for(['SJ-1000', 'sj-1000', 'ＳＪ-1000', 'SJ1000', 'sj1000'])('for %s leads to that entry first', async (typed) => {
    const { mode, entries } = await findEntries(engine, typed);
    expect([mode, entries[0]?.key]).toEqual(['exact', 'SJ-1000']);
  });

  test('says when it read a number that was typed without its stroke', async () => {
    expect((await findEntries(engine, 'sj1000')).reading.rewrites).toEqual([{ kind: 'number', from: 'sj1000', to: 'SJ-1000' }]);
    expect((await findEntries(engine, 'SJ-1000')).reading.rewrites).toEqual([]);
    expect((await findEntries(engine, 'sj1000', { ...PLAIN_WISH, isExact: true })).mode).toBe('none');
  });

  test('lists and sorts by what the digits count', async () => {
    const all = await searchEntries(engine, readSearchAddress('?q='));
    const sorted = await searchEntries(engine, readSearchAddress('?q=做法&sort=number'));
    for (const { entries } of [all, sorted]) expect(entries.map(({ key }) => key)).toEqual(['SJ-100', 'SJ-999', 'SJ-1000']);
  });

  test('takes no number of an entry for a figure', () => {
    expect(alternativesOf('SJ-1000', NO_LEXICON)).toEqual([]);
    expect(alternativesOf('1000名', NO_LEXICON)).toEqual(['一千名']);
  });

  test('packs cards whose numbers run on over 999', () => {
    const facts = { collection: 'practices', title: 0, natures: [], offers: [] };
    const cards = ['SJ-998', 'SJ-999', 'SJ-1000', 'SJ-1001'].map((id): EntryCard => ({ id, names: [1], ...facts }));
    expect(packCards(cards).ids.rows).toEqual([['SJ-', 3, 4]]);
    expect(unpackCards(packCards(cards)).map(({ id }) => id)).toEqual(cards.map(({ id }) => id));
  });

  test('packs cards of the longest numbers, and of documents of other collections that have longer ones', () => {
    const facts = { collection: 'practices', title: 0, natures: [], offers: [] };
    const ids = [
      'SJ-1',
      'SJ-999999998',
      'SJ-999999999',
      'gd-114400000069401674244010900200107',
      'gd-114400000069401674244010900200108',
      'gd-04U',
    ];
    const cards = ids.map((id): EntryCard => ({ id, names: [1], ...facts }));
    expect(unpackCards(packCards(cards)).map(({ id }) => id)).toEqual(ids);
  });

  test('suggests them with the name of their collection', () => {
    const { entries, kinds } = gatherNames(
      site,
      site.entries.map(({ data: { id, title, aliases } }) => makePage({ id, title, aliases })),
    );
    expect(entries.map(([id]) => id)).toContain('SJ-1000');
    expect([kinds['practices'], kinds['sources']]).toEqual(['地区实践', '来源文献']);
  });
});

function add(path: string, mould: string, changes: [string | RegExp, string][]): void {
  grown.set(path, changed(soundContent.get(mould) ?? '', changes));
}

/** Repeats the items of a list under other numbers. */
function extend(path: string, changes: [string, string][]): void {
  const text = soundContent.get(path) ?? '';
  const items = text.slice(text.indexOf('items:') + 'items:'.length).trimEnd();
  const [first = ''] = items.split(/\n(?=\s*- )/u).filter((item) => item.trim() !== '');
  grown.set(path, `${text.trimEnd()}${changed(`\n${first}`, changes)}\n`);
}

function changed(text: string, changes: [string | RegExp, string][]): string {
  return changes.reduce((now, [from, to]) => {
    const next = now.replace(from, to);
    if (next === now) throw new Error(`${String(from)} is not there`);
    return next;
  }, text);
}
