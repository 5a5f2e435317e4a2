import { expect, test } from 'vitest';
import { describeSearch } from '../../src/search/describe-search.ts';
import { readSearchAddress } from '../../src/search/search-address.ts';
import type { Outcome } from '../../src/search/search-entries.ts';

const OUTCOME: Outcome = {
  ...{ mode: 'exact', phrases: ['容错'], rewrites: [], alternatives: [], units: [], within: [] },
  ...{ count: 3, total: 3, drops: [], names: [] },
};
const told = (search: string, outcome: Partial<Outcome> = {}, also = 0) =>
  describeSearch(
    readSearchAddress(search),
    {
      outcome: { ...OUTCOME, ...outcome },
      also: Array.from({ length: also }, (_, index) => ({ key: String(index), score: 0, units: [] })),
    },
    { tolerance: '案例库' },
  );

test.each<[string, Partial<Outcome>, number, string]>([
  ['?q=容错', {}, 0, '逐字查找“容错”'],
  ['?q=rongcuo', { rewrites: [{ kind: 'pinyin', from: 'rongcuo', to: '容错' }] }, 0, '按拼音理解为“容错”；逐字查找“容错”'],
  ['?q=容錯', { rewrites: [{ kind: 'traditional', from: '容錯', to: '容错' }] }, 0, '按简体字读作“容错”；逐字查找“容错”'],
  ['?q=容错', { alternatives: ['免责'] }, 2, '逐字查找“容错”；另查了“免责”，有 2 条，不计入结果'],
  ['?q=容错', { mode: 'relaxed', units: ['容错', '备案'] }, 0, '没有逐字一致的，放宽为按词语查找：容错、备案'],
  ['?q=容错&mode=exact', {}, 0, '逐字查找“容错”；读者要求只查完全一致的，没有改写'],
  ['?q=容错&syn=0', {}, 0, '逐字查找“容错”；读者要求不查同义词'],
  ['?collection=tolerance', { mode: 'all', phrases: [] }, 0, '按筛选条件列出'],
])('%s is told with what was done to it', (search, outcome, also, rewriting) => {
  expect(told(search, outcome, also).rewriting).toBe(rewriting);
});

test('words stand as typed, filters with their names and whether all or any, and what the results must contain too', () => {
  const { words, filters } = told('?q=容错&collection=tolerance&region=浙江省&region=湖北省&all=region&within=土地');
  expect(words).toBe('容错');
  expect(filters).toEqual(['栏目：案例库', '地区：浙江省、湖北省（都要有）', '结果中含有“土地”']);
});
