/** Lists cut into pages, hubs cut to the best of a kind, and where both lead. */
import { describe, expect, test } from 'vitest';
import { bestFirst, MOST_OF_A_KIND } from '../../src/domain/entry/best-first.ts';
import { blocksOf, contextOf } from '../../src/domain/entry/blocks.ts';
import { packFilter, unpackFilter } from '../../src/domain/list/filter-table.ts';
import { cutIntoPages, pagePath, pagesNear, PAGE_SIZE } from '../../src/domain/list/paging.ts';
import { cutRegister, registerPartOf } from '../../src/domain/site/register-parts.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { formatNumber } from '../../src/schema/number.ts';
import { connectionLists, connectionsOf } from '../../src/views/connections.ts';
import { hubGroups } from '../../src/views/hub-groups.ts';
import { hubLists } from '../../src/views/hubs.ts';
import { collectionLists, facetLists, movedFacetLists, pagesOfList } from '../../src/views/lists.ts';
import { movedPages } from '../../src/views/moved.ts';
import { regionView } from '../../src/views/regions.ts';
import { citerLists, sourceParagraphs } from '../../src/views/source.ts';
import { makeEntry, makePractice, makeSite, vocabulary } from '../support/make-entries.ts';

const [THEME = '', OTHER_THEME = ''] = vocabulary.data['measure-fields'].items.map(({ id }) => id);
const count = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index));
const practices = (length: number, more = {}) =>
  count(length, (index) => makePractice({ id: formatNumber('practices', index + 1), title: `第${index + 1}种做法`, ...more }));

describe('a list', () => {
  test('is cut into pages of fifty, and an empty one has a page too', () => {
    const pages = cutIntoPages(count(120, (index) => index));
    expect(pages.map(({ items, number, count: all, total }) => [items.length, number, all, total])).toEqual([
      [50, 1, 3, 120],
      [50, 2, 3, 120],
      [20, 3, 3, 120],
    ]);
    expect(cutIntoPages([])).toHaveLength(1);
  });

  test('keeps its address on the first page, and numbers the others', () => {
    expect([1, 2].map((number) => pagePath('/tolerance/', number))).toEqual(['/tolerance/', '/tolerance/page/2/']);
  });

  test('leads to its ends and to the pages beside the one that is read, and passes over no single page', () => {
    expect(pagesNear(1, 1)).toEqual([1]);
    expect(pagesNear(2, 4)).toEqual([1, 2, 3, 4]);
    expect(pagesNear(20, 40)).toEqual([1, undefined, 19, 20, 21, undefined, 40]);
    expect(pagesNear(3, 40)).toEqual([1, 2, 3, 4, undefined, 40]);
  });
});

describe('the lists of a site', () => {
  const site = makeSite(
    ...practices(119, { themes: [THEME], regions: ['zhejiang'] }),
    makePractice({ id: 'SJ-120', title: '宁波的做法', themes: [OTHER_THEME], regions: ['ningbo'] }),
  );
  const pagesAt = (path: string) =>
    [...collectionLists(site), ...facetLists(site), ...hubLists(site)].filter((list) => list.path === path).flatMap(pagesOfList);

  test('hold every entry once over their pages, in number order', () => {
    const ids = pagesAt('/practices/').flatMap(({ part }) => part.items.map(({ data }) => data.id));
    expect(ids).toEqual(count(120, (index) => formatNumber('practices', index + 1)));
  });

  test('lead by fields and places to their hubs, and the old lists by them lead on to the same', () => {
    const { facets } = pagesAt('/practices/')[0] ?? { facets: [] };
    const links = facets.flatMap((row) => row.links.map(({ href }) => href));
    expect(movedFacetLists(site)).toHaveLength(4);
    for (const { from, path } of movedFacetLists(site)) {
      expect(from).toMatch(/^\/practices\/(?:theme|region)\//u);
      expect(path).toMatch(/^\/(?:themes|regions)\/[a-z0-9-]+\/#practices$/u);
      expect(movedPages(site).find((page) => page.from === from)?.path).toBe(path);
    }
    expect(links.filter((link) => /\/practices\/(?:theme|region)\//u.test(link))).toEqual([]);
  });

  test('below a hub hold all that the hub had no room for, and name the filter that shows the same', () => {
    const pages = pagesAt('/regions/zhejiang/practices/');
    expect(pages.map(({ part }) => part.items.length)).toEqual([50, 50, 20]);
    expect(pages[0]?.narrowed).toBe('/practices/?region=zhejiang');
  });
});

describe('a hub', () => {
  test('shows thirty of a kind, what was seen in full and is newest first, and leads to all', () => {
    const cases = count(40, (index) =>
      makeEntry('tolerance', {
        id: formatNumber('tolerance', index + 1),
        title: `案例${index + 1}`,
        completeness: index === 39 ? '全文' : '摘录',
        year: index === 20 ? '2024' : '2019',
      }),
    );
    const [group] = hubGroups(makeSite(), cases, '/themes/x/');
    expect(group?.items).toHaveLength(MOST_OF_A_KIND);
    expect(group?.items.slice(0, 3).map(({ id }) => id)).toEqual(['RC-040', 'RC-021', 'RC-001']);
    expect(group?.more).toEqual({ total: 40, label: '全部 40 条案例', href: '/themes/x/tolerance/' });
  });

  test('with many kinds has room for fewer of each', () => {
    const kinds = [
      'practices',
      'tolerance',
      'measures',
      'terms',
      'mechanisms',
      'policies',
      'problems',
      'causes',
      'courses',
      'tensions',
    ] as const;
    const many = kinds.flatMap((kind): Entry[] => count(40, (index) => makeEntry(kind, { id: formatNumber(kind, index + 1) }) as Entry));
    const groups = hubGroups(makeSite(), many, '/themes/x/');
    expect(groups.map(({ items }) => items.length)).toEqual(kinds.map(() => 20));
  });

  test('with room for all keeps their order and leads nowhere', () => {
    const [group] = hubGroups(makeSite(), practices(MOST_OF_A_KIND), '/themes/x/');
    expect(group?.items.map(({ id }) => id)[0]).toBe('SJ-001');
    expect(group?.more).toBeUndefined();
  });

  test('of a place counts in its list what lies below it', () => {
    const site = makeSite(
      ...practices(35, { regions: ['zhejiang'] }),
      ...count(5, (index) => makePractice({ id: formatNumber('practices', 36 + index), title: `宁波做法${index}`, regions: ['ningbo'] })),
    );
    const region = site.regions.byId.get('zhejiang');
    if (!region) throw new Error('the fixture has no zhejiang');
    const { groups, below } = regionView(site, region);
    expect(groups[0]?.more?.label).toBe('全部 40 条地区实践，连同下辖地区的');
    expect(below.map(({ id, items }) => [id, items.length])).toEqual([['below-practices', 5]]);
    expect(hubLists(site).find(({ path }) => path === '/regions/zhejiang/practices/')?.entries).toHaveLength(40);
  });
});

describe('an entry that three thousand others name', () => {
  const measure = makeEntry('measures', { id: 'CS-001', title: '一项举措' });
  const site = makeSite(measure, ...practices(3000, { measures: ['CS-001'] }));

  test('lists a dozen of them, says in what order, and leads to pages of all', () => {
    const groups = connectionsOf(site, measure, blocksOf(measure, contextOf(site.graph.byId)));
    const group = groups.find(({ id }) => id === 'links-practices');
    expect(group?.items).toHaveLength(12);
    expect(group?.more?.label).toContain('全部 3000 条（这里列 12 条，');
    const [list] = connectionLists(site).filter(({ path }) => group?.more?.href === path);
    expect(list?.entries).toHaveLength(3000);
    expect(pagesOfList(list ?? collectionLists(site)[0] ?? never())).toHaveLength(3000 / PAGE_SIZE);
  });
});

describe('a source document that many entries cite', () => {
  const paragraphs = count(40, (index) => ({
    n: index + 1,
    kind: '正文',
    sentences: 1,
    heading: `第${index + 1}件事`,
    gist: '公开澄清。',
  }));
  const source = makeEntry('sources', { id: 'S3', paragraphs });
  const citing = (length: number, places: readonly number[]) =>
    practices(length, { actions: [{ text: '公开澄清不实的举报。', cites: places.map((n) => `S3-¶${n}#1`) }] });
  const linesOf = (...entries: Entry[]) => {
    const site = makeSite(source, ...entries);
    return { site, lines: sourceParagraphs(site, source).map(({ citers, citerCount, all }) => [citers.length, citerCount, all]) };
  };

  test('has room for 135 lines, as many for every paragraph, and leads to lists of all', () => {
    const { site, lines } = linesOf(
      ...citing(
        20,
        count(40, (index) => index + 1),
      ),
    );
    expect(new Set(lines.map(([shown, all]) => `${String(shown)} of ${String(all)}`))).toEqual(new Set(['3 of 20']));
    const lists = citerLists(site);
    expect(lists.map(({ path }) => path)).toEqual(lines.map(([, , all]) => all));
    expect(lists.map(({ entries }) => entries.length)).toEqual(lines.map(([, all]) => all));
  });

  test('gives a paragraph the room that others leave', () => {
    const { lines } = linesOf(...citing(30, [1, 2, 3]));
    expect(lines.slice(0, 4)).toEqual([
      [30, 30, undefined],
      [30, 30, undefined],
      [30, 30, undefined],
      [0, 0, undefined],
    ]);
  });
});

describe('what the browser loads of a list', () => {
  test('is the same after packing, and takes a few characters an entry', () => {
    const cards = count(4000, (index) => ({
      id: formatNumber('tolerance', index + 1),
      values: { type: ['容错'], year: [`${2010 + (index % 15)}`], theme: index % 2 === 0 ? ['容错纠错', '澄清保护'] : ['容错纠错'] },
      date: '2026-11-28',
      completeness: index % 5,
    }));
    const packed = packFilter({ facets: [], cards });
    expect(unpackFilter(packed).cards).toEqual(cards);
    expect(Buffer.byteLength(JSON.stringify(packed))).toBeLessThan(100_000);
  });

  test('an entry without a value of a facet has none after packing', () => {
    const cards = [{ id: 'RC-001', values: {}, date: '2026-11-28', completeness: 4 }];
    const [card] = unpackFilter(
      packFilter({ facets: [], cards: [...cards, { ...cards[0], id: 'RC-002', values: { type: ['容错'] } } as never] }),
    ).cards;
    expect(card?.values['type']).toEqual([]);
  });
});

describe('the register', () => {
  test.each([
    ['RC-007', 'RC-0'],
    ['RC-100', 'RC-1'],
    ['ZC-2345', 'ZC-23'],
    ['S3', 'S-0'],
    ['RC-0014', undefined],
    ['__proto__', undefined],
  ])('has %s in part %s', (id, part) => expect(registerPartOf(id)).toBe(part));

  test('has every number in one part', () => {
    const entries = practices(250).map(({ data }) => ({ id: data.id }));
    const parts = cutRegister(entries);
    expect([...parts.keys()]).toEqual(['SJ-0', 'SJ-1', 'SJ-2']);
    expect([...parts.values()].flat()).toEqual(entries);
  });
});

test('the best of a kind are no constructed scenarios where there are real cases', () => {
  const scenario = makeEntry('tolerance', { id: 'RC-001', nature: '教学情景', completeness: '全文' });
  const real = makeEntry('tolerance', { id: 'RC-002', completeness: '仅题名' });
  expect(bestFirst([scenario, real]).map(({ data }) => data.id)).toEqual(['RC-002', 'RC-001']);
});

function never(): never {
  throw new Error('there is no list');
}
