import { expect, test } from 'vitest';
import { describeSearch } from '../../src/search/query/describe-search.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/words/names.ts';
import { gatherLexicon } from '../../src/search/making/index-lexicon.ts';
import { readSearchAddress } from '../../src/search/query/search-address.ts';
import { searchEntries } from '../../src/search/query/search-entries.ts';
import { makePage } from '../support/make-page.ts';
import { createOracle } from './search-oracle.ts';

const pages = [
  makePage({
    id: 'SJ-001',
    title: '甲地',
    body: '容错的备案。',
    facets: { ...makePage({ id: '', title: '' }).facets, regions: ['浙江省', '湖北省'] },
  }),
  makePage({ id: 'SJ-002', title: '乙地', body: '免责的备案。' }),
  makePage({ id: 'RC-001', title: '丙地', collection: 'tolerance', body: '容错之后的土地。' }),
];
const { slots } = gatherLexicon({
  asked: [],
  words: ['容错', '备案'],
  synonyms: [{ words: ['容错', '免责'] }],
  places: [],
  texts: pages.map(({ text }) => text),
});
const engine = createOracle(
  pages,
  { ...NO_NAMES, syllables: { rong: '容', cuo: '错' }, words: ['容错'] },
  { ...NO_WORDS, traditional: '錯错' },
  slots,
);
const told = async (search: string) => {
  const state = readSearchAddress(search);
  return describeSearch(state, await searchEntries(engine, state), { tolerance: '案例库' });
};

test.each([
  ['?q=容错', '逐字查找“容错”；另查了“免责”，有 1 条，不计入结果'],
  ['?q=rongcuo', '按拼音理解为“容错”；逐字查找“容错”；另查了“免责”，有 1 条，不计入结果'],
  ['?q=容錯&syn=0', '按简体字读作“容错”；逐字查找“容错”；读者要求不查同义词'],
  ['?q=容错怎么备案', '没有逐字一致的，放宽为按词语查找：容错（“免责”也算）、备案，每一条至少有其中 2 个'],
  ['?q=容错&mode=exact', '逐字查找“容错”；读者要求只查完全一致的，没有改写'],
  ['?q=备案 -免责', '逐字查找“备案”；去掉了含有“免责”的'],
  ['?collection=tolerance', '按筛选条件列出'],
])('%s is told with what was done to it', async (search, rewriting) => {
  expect((await told(search)).rewriting).toBe(rewriting);
});

test('words stand as typed, filters with their names and whether all or any, and what the results must contain too', async () => {
  const { words, filters } = await told('?q=容错&collection=tolerance&region=浙江省&region=湖北省&all=region&within=土地');
  expect(words).toBe('容错');
  expect(filters).toEqual(['栏目：案例库', '地区：浙江省、湖北省（都要有）', '结果中含有“土地”']);
});
