import { describe, expect, test } from 'vitest';
import { choose, filterCards, NO_FILTER, setMode } from '../../src/domain/list/filter.ts';
import type { FilterCard, FilterFacet } from '../../src/domain/list/filter.ts';
import { describeFilter, readFilterAddress, writeFilterAddress } from '../../src/domain/list/filter-address.ts';
import { filterCardOf, filtersOf } from '../../src/domain/list/list-filters.ts';
import { indexPolicies } from '../../src/domain/policy/validity.ts';
import { regionTree } from '../../src/domain/region/regions.ts';
import { makeEntry, makePolicy, makePractice, vocabulary } from '../support/make-entries.ts';

const card = (id: string, values: FilterCard['values'], more: Partial<FilterCard> = {}): FilterCard => ({
  id,
  values,
  date: '2026-11-01',
  completeness: 2,
  ...more,
});

const CARDS = [
  card('RC-001', { type: ['容错'], theme: ['容错纠错', '澄清保护'] }, { date: '2026-11-03', completeness: 3 }),
  card('RC-002', { type: ['容错'], theme: ['容错纠错'] }, { completeness: 0 }),
  card('RC-003', { type: ['澄清正名'], theme: ['澄清保护'] }, { date: '2026-11-02' }),
];
const KEYS = ['type', 'theme'];
const facet = (key: string, values: string[]): FilterFacet => ({
  key,
  name: key,
  values: values.map((value) => ({ value, label: value, count: 1 })),
});
const FACETS = [facet('type', ['容错', '澄清正名']), facet('theme', ['容错纠错', '澄清保护'])];

const idsFor = (state: Partial<typeof NO_FILTER>) => filterCards(CARDS, { ...NO_FILTER, ...state }, KEYS).ids;

describe('a filter', () => {
  test('without choices keeps everything in number order', () => {
    expect(idsFor({})).toEqual(['RC-001', 'RC-002', 'RC-003']);
  });

  test('takes any value within a facet, and all facets together', () => {
    expect(idsFor({ chosen: { theme: ['容错纠错', '澄清保护'] } })).toEqual(['RC-001', 'RC-002', 'RC-003']);
    expect(idsFor({ chosen: { theme: ['容错纠错', '澄清保护'], type: ['澄清正名'] } })).toEqual(['RC-003']);
  });

  test('takes all values of a facet that is set so', () => {
    expect(idsFor({ chosen: { theme: ['容错纠错', '澄清保护'] }, all: ['theme'] })).toEqual(['RC-001']);
  });

  test('finds words where the index has them, all of them, and numbers whatever their width and case', () => {
    const bodies = new Map([
      ['土地', new Set(['RC-001', 'RC-002'])],
      ['审批', new Set(['RC-002'])],
    ]);
    const found = (words: string) => filterCards(CARDS, { ...NO_FILTER, words }, KEYS, bodies).ids;
    expect(found('土地')).toEqual(['RC-001', 'RC-002']);
    expect(found('土地　审批')).toEqual(['RC-002']);
    expect(found('土地 没有')).toEqual([]);
    expect(found('ｒｃ-003')).toEqual(['RC-003']);
    expect(found('rc3')).toEqual(['RC-003']);
    expect(found('土地、审批')).toEqual(['RC-002']);
  });

  test('sorts by day, newest first, and by completeness, most first', () => {
    expect(idsFor({ sort: 'date' })).toEqual(['RC-001', 'RC-003', 'RC-002']);
    expect(idsFor({ sort: 'completeness' })).toEqual(['RC-002', 'RC-003', 'RC-001']);
  });

  test('sorts by the year of the matter, newest first, and what names no year at the end', () => {
    const dated = [card('RC-001', { year: ['未载'] }), card('RC-002', { year: ['2019', '2021'] }), card('RC-003', { year: ['2023'] })];
    expect(filterCards(dated, { ...NO_FILTER, sort: 'year' }, []).ids).toEqual(['RC-003', 'RC-002', 'RC-001']);
  });

  test('counts what one more value of an “any” facet would leave, with the other facets applied', () => {
    const { counts } = filterCards(CARDS, { ...NO_FILTER, chosen: { type: ['容错'] } }, KEYS);
    expect([...(counts.get('type') ?? [])]).toEqual([
      ['容错', 2],
      ['澄清正名', 1],
    ]);
    expect(counts.get('theme')?.get('澄清保护')).toBe(1);
  });

  test('counts what one more value of an “all” facet would leave', () => {
    const { counts } = filterCards(CARDS, { ...NO_FILTER, chosen: { theme: ['容错纠错'] }, all: ['theme'] }, KEYS);
    expect(counts.get('theme')?.get('澄清保护')).toBe(1);
  });

  test('forgets a facet whose last value is given up', () => {
    expect(choose(choose(NO_FILTER, 'type', '容错', true), 'type', '容错', false)).toEqual(NO_FILTER);
    expect(setMode(setMode(NO_FILTER, 'type', true), 'type', false)).toEqual(NO_FILTER);
  });
});

describe('an address', () => {
  test('says what it was written from', () => {
    const state = { words: '土地', chosen: { theme: ['容错纠错', '澄清保护'], type: ['容错'] }, all: ['theme'], sort: 'date' as const };
    expect(readFilterAddress(writeFilterAddress(state), FACETS)).toEqual({ state, ignored: [] });
    expect(writeFilterAddress(NO_FILTER)).toBe('');
  });

  test('that asks what the page does not know is read as far as it goes, and the rest is named', () => {
    const { state, ignored } = readFilterAddress('?type=容错&type=没有&evil=<script>&sort=sideways&all=nothing', FACETS);
    expect(state).toEqual({ ...NO_FILTER, chosen: { type: ['容错'] } });
    expect(ignored).toEqual(['type：没有', 'evil=<script>']);
  });

  test.each([
    '?from=singlemessage&isappinstalled=0',
    '?nsukey=x&scene=1&subscene=2&clicktime=3&enterid=4&sessionid=5',
    '?wxshare_count=2&wx_header=0&version=6.8&lang=zh_CN&exportkey=a&pass_ticket=b',
    '?ADTAG=qq&_wv=1031&tt_from=weixin&ddtab=true&utm_source=x&spm=a.b',
  ])('nothing is said of what chat programs add: %s', (added) => {
    const { state, ignored } = readFilterAddress(`${added}&type=容错`, FACETS);
    expect(ignored).toEqual([]);
    expect(state.chosen).toEqual({ type: ['容错'] });
  });

  test.each(['?q=%', '?q=%E4%BD', '?%%%', '?type=%E5%AE', '?__proto__=1&constructor=2', `?q=${'长'.repeat(9999)}`])(
    '%.20s does not break',
    (search) => {
      const { state } = readFilterAddress(search, FACETS);
      expect(state.words.length).toBeLessThanOrEqual(100);
      expect(filterCards(CARDS, state, KEYS).ids.length).toBeLessThanOrEqual(3);
    },
  );

  test('with five thousand unknown facets names a few of them', () => {
    const search = `?${Array.from({ length: 5000 }, (_, index) => `x${index}=1`).join('&')}`;
    expect(readFilterAddress(search, FACETS).ignored).toHaveLength(6);
  });

  test('is told in words', () => {
    const state = { ...NO_FILTER, chosen: { theme: ['容错纠错', '澄清保护'], type: ['容错'] }, all: ['theme'] };
    expect(describeFilter(state, FACETS)).toEqual(['type：容错', 'theme：容错纠错、澄清保护（都要有）']);
  });
});

describe('the card of an entry', () => {
  const regions = regionTree(vocabulary.data.regions.items);
  const context = { regions, policies: indexPolicies([]), asOf: '2026-11-28' };

  test('counts a place for everything above it', () => {
    const child = regions.items.find(({ parent }) => parent);
    const { values } = filterCardOf(makePractice({ regions: [child?.id] }), 'practices', context);
    expect(values['region']).toEqual([child?.id, child?.parent]);
  });

  test('takes only years that are written, and says 未载 where none is', () => {
    const yearsOf = (year: string) => filterCardOf(makeEntry('tolerance', { year }), 'tolerance', context).values['year'];
    expect(yearsOf('2011—2014年行为，2017年7月通报')).toEqual(['2011', '2014', '2017']);
    expect(yearsOf('未载')).toEqual(['未载']);
  });

  test('takes the year of a law from whichever of its dates is known, and that of its last revision beside it', () => {
    const unseen = { adopted: '未载', issued: '未载', published: '未载', effectiveFrom: '未载' };
    const yearsOf = (dates: object, edition?: object) =>
      filterCardOf(makePolicy({ dates: { ...unseen, ...dates }, edition }), 'policies', context).values['year'];
    expect(yearsOf({ issued: '2018-05-20', effectiveFrom: '2019-01-01' })).toEqual(['2018']);
    expect(yearsOf({ adopted: '2020-06-20', effectiveFrom: '2020-07-01' }, { name: '2020年公布', from: '2020-07-01' })).toEqual(['2020']);
    expect(yearsOf({ effectiveFrom: '2016-03-01' })).toEqual(['2016']);
    expect(yearsOf({ adopted: '1996-03-17' }, { name: '2021年修订', from: '2021-07-15' })).toEqual(['1996', '2021']);
    expect(yearsOf({})).toEqual(['未载']);
  });

  test.each([
    ['县纪委核查，自治区纪委监委媒体通报。', ['纪检监察机关']],
    ['济南市委组织部，会同纪委监委核查。', ['纪检监察机关', '组织部门']],
    ['联席会议审定。', ['其他写法']],
  ])('sorts a decider by the bodies its wording names: %s', (text, bodies) => {
    const entry = makeEntry('tolerance', { decidedBy: { text, cites: ['S3-¶26#2'] } });
    expect(filterCardOf(entry, 'tolerance', context).values['decider']).toEqual(bodies);
  });

  test.each([
    ['方案实行之前作了容错报备。', '写到报备或事前请示'],
    ['事前向县纪委监委请示。', '写到报备或事前请示'],
    ['没有按办法向街道报备。', '写明没有报备'],
    ['经集体研究决定。', '没有写到'],
  ])('says what the facts tell of a report beforehand: %s', (text, value) => {
    const entry = makeEntry('tolerance', { facts: [{ text, cites: ['S3-¶26#2'] }] });
    expect(filterCardOf(entry, 'tolerance', context).values['reported']).toEqual([value]);
  });

  test('tells whether a rule is in force on the day as of which the site speaks', () => {
    const stateOf = (dates: object) => filterCardOf(makePolicy({ dates }), 'policies', context).values['validity'];
    expect(stateOf({ adopted: '未载', issued: '2020-01-02', published: '未载', effectiveFrom: '2020-02-01' })).toEqual(['现行']);
    expect(
      stateOf({ adopted: '未载', issued: '2020-01-02', published: '未载', effectiveFrom: '2020-02-01', effectiveTo: '2022-02-01' }),
    ).toEqual(['已失效']);
  });

  test('finds words that only the text has, where the text has been searched', () => {
    const inBodies = new Map([['联席会议', new Set(['RC-003'])]]);
    expect(filterCards(CARDS, { ...NO_FILTER, words: '联席会议' }, KEYS, inBodies).ids).toEqual(['RC-003']);
    expect(filterCards(CARDS, { ...NO_FILTER, words: '联席会议 土地' }, KEYS, inBodies).ids).toEqual([]);
  });

  test('marks constructed scenarios', () => {
    const entry = makeEntry('tolerance', { nature: '教学情景', type: '教学情景' });
    expect(filterCardOf(entry, 'tolerance', context).values['scenario']).toEqual(['教学情景（虚构）']);
  });

  test('of every filtered collection has values in its own facets only', () => {
    const { values } = filterCardOf(makePolicy(), 'policies', context);
    expect(Object.keys(values).every((key) => filtersOf('policies').some((filter) => filter.key === key))).toBe(true);
  });
});
