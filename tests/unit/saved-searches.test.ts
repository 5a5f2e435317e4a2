import { describe, expect, test } from 'vitest';
import {
  lookedAt,
  mergeSaved,
  newsOf,
  readSaved,
  readSavedFile,
  SAVED_LIMIT,
  saveSearch,
  tellNews,
  writeSaved,
} from '../../src/domain/kept/saved-searches.ts';
import type { SavedSearch } from '../../src/domain/kept/saved-searches.ts';

const search = (address: string, more: Partial<SavedSearch> = {}): SavedSearch => ({
  name: '容错',
  address,
  looked: '2026-11-20',
  seen: { '2026-11-18': ['RC-001', 'RC-002'] },
  ...more,
});

const days = new Map([
  ['RC-001', '2026-11-18'],
  ['RC-002', '2026-11-26'],
  ['RC-003', '2026-11-26'],
]);

describe('what is new in a saved search', () => {
  test('is what it did not find before, and what has been changed since', () => {
    const news = newsOf(search('?q=容错'), ['RC-001', 'RC-002', 'RC-003'], days);
    expect(news).toEqual({ added: ['RC-003'], changed: ['RC-002'], gone: 0 });
    expect(tellNews(news)).toBe('新增 1 条，改动 1 条');
  });

  test('names how many are found no more', () => {
    expect(tellNews(newsOf(search('?q=容错'), ['RC-001'], days))).toBe('有 1 条不再查到');
  });

  test('is nothing once the reader has looked, also of entries whose days are not known', () => {
    const ids = ['RC-001', 'RC-002', 'RC-003', '青川:RC-014'];
    const looked = lookedAt(search('?q=容错'), ids, days, '2026-11-28');
    expect(looked.looked).toBe('2026-11-28');
    expect(tellNews(newsOf(looked, ids, days))).toBe('没有新增和改动');
  });
});

describe('a list of saved searches', () => {
  test('is read as it was written', () => {
    const list = [search('?q=容错'), search('?q=澄清')];
    expect(readSaved(writeSaved(list))).toEqual(list);
  });

  test('keeps a search of a whole paragraph, of which each character takes nine in an address, and one that finds thousands', () => {
    const list = [
      search(`?q=${encodeURIComponent('容错'.repeat(500))}`),
      ...Array.from({ length: 25 }, (_, at) =>
        search(`?q=${at}`, { seen: { '2026-11-18': Array.from({ length: 10_000 }, (__, place) => `RC-${place + 1_000}`) } }),
      ),
    ];
    expect(readSaved(writeSaved(list))).toEqual(list);
    expect(readSavedFile(writeSaved(list))).toEqual(list);
  });

  test('loses nothing by one search in it that is damaged', () => {
    expect(readSaved(writeSaved([search('javascript:alert(1)'), search('?q=1')]))).toEqual([search('?q=1')]);
  });

  test('holds one search of an address, and at most so many', () => {
    const many = Array.from({ length: SAVED_LIMIT }, (_, index) => search(`?q=${index}`));
    const list = saveSearch(many, search('?q=7', { name: '新' }));
    expect(list).toHaveLength(SAVED_LIMIT);
    expect(list.filter(({ address }) => address === '?q=7').map(({ name }) => name)).toEqual(['新']);
  });

  test('keeps its own searches when others are read in', () => {
    const merged = mergeSaved([search('?q=1', { name: '自己的' })], [search('?q=1', { name: '别人的' }), search('?q=2')]);
    expect(merged.map(({ address, name }) => `${address} ${name}`)).toEqual(['?q=1 自己的', '?q=2 容错']);
  });

  test.each([
    ['no JSON', 'PK\u0003\u0004', '这个文件不是从“我保存的检索”导出的，没有读入。'],
    ['another list', '{"v":1,"ids":["RC-001"]}', '这个文件不是从“我保存的检索”导出的，没有读入。'],
    ['null', 'null', '这个文件不是从“我保存的检索”导出的，没有读入。'],
    ['another version', '{"kind":"saved-searches","v":2,"searches":[]}', '这个文件是本站另一个版本导出的，这一版读不了，没有读入。'],
    ['an empty list', '{"kind":"saved-searches","v":1,"searches":[]}', '文件里没有检索，没有读入。'],
    [
      'one that is damaged',
      writeSaved([search('javascript:alert(1)'), search('?q=1')]),
      '文件里有 1 项检索已经损坏，整个文件没有读入；请重新导出一次。',
    ],
    [
      'numbers that are none',
      writeSaved([search('?q=1', { seen: { '2026-11-18': ['<b>'] } })]),
      '文件里有 1 项检索已经损坏，整个文件没有读入；请重新导出一次。',
    ],
    ['too much', ' '.repeat(6_000_001), '这个文件太大，不会是导出的检索，没有读入。'],
  ])('is refused with one sentence when the file holds %s', (_, text, sentence) => {
    expect(readSavedFile(text)).toBe(sentence);
    if (!sentence.includes('损坏')) expect(readSaved(text)).toEqual([]);
  });
});
