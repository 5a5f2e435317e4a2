/** Questions that situations answer lead to them first, and are counted only where the page has the words. */
import { describe, expect, test } from 'vitest';
import { situationsAsked } from '../../src/search/asked.ts';
import { findEntries, PLAIN_WISH } from '../../src/search/find-entries.ts';
import type { IndexedEntry } from '../../src/search/index-facts.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/names.ts';
import { createOracle } from './search-oracle.ts';

const asked = [
  ['QX-001', '检查组一天来三拨', '天天迎检干不了活'],
  ['QX-002', '领导打个电话就让我去办', '口头交办没有文件怎么办'],
] as const;

const makePage = (id: string, title: string, body: string): IndexedEntry => ({
  ...{
    id,
    title,
    collection: id.startsWith('QX') ? 'situations' : 'practices',
    url: `/${id}/`,
    aliases: [],
    figures: [],
    date: '',
    headings: [],
  },
  facets: { regions: [], themes: [], levels: [], natures: [], years: [], sources: [] },
  text: [id, title, body].join('\n'),
});

const pages = [
  makePage('SJ-001', '甲县：口头交办登记', '口头交办的事项登记，没有文件的补文件。'),
  makePage('QX-001', '一个月迎检十几回', '先问依据。'),
  makePage('QX-002', '没有文件，只有口头交办', '当天记下来。'),
];
const engine = createOracle(pages, NO_NAMES, { ...NO_WORDS, asked });
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('the situation of a question', () => {
  test.for([
    ['检查组一天来三拨', ['QX-001']],
    ['检查组一天来三拨？', ['QX-001']],
    ['检查组一天要来三拨', ['QX-001']],
    ['领导打电话让我去办', ['QX-002']],
  ] as const)('%s', ([typed, expected]) => {
    expect(keys(situationsAsked(typed, asked))).toEqual(expected);
  });

  test.for(['文件', '电话', '怎么办', '怎么办怎么办', '', '乡镇补贴怎么定'])('none of “%s”', (typed) => {
    expect(situationsAsked(typed, asked)).toEqual([]);
  });
});

test('a page without the words is shown beside the count', async () => {
  const { entries, asked: situations } = await findEntries(engine, '检查组一天来三拨');
  expect(keys(situations)).toEqual(['QX-001']);
  expect(keys(entries)).not.toContain('QX-001');
});

test('a page with the words comes first in the count, once', async () => {
  const { entries, also, near, asked: situations } = await findEntries(engine, '口头交办没有文件怎么办');
  expect(keys(entries)[0]).toBe('QX-002');
  expect(keys([...entries, ...also, ...near, ...situations]).filter((key) => key === 'QX-002')).toHaveLength(1);
});

test('a reader who wants the words as they stand gets no more', async () => {
  const { asked: situations } = await findEntries(engine, '检查组一天来三拨', { ...PLAIN_WISH, isExact: true });
  expect(situations).toEqual([]);
});
