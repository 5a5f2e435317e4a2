import { expect, test } from 'vitest';
import { regionList, regionView } from '../../src/views/regions.ts';
import { makePolicy, makePractice, makeSite } from '../support/make-entries.ts';

test('a province counts what lies in it at any depth, each entry once', () => {
  const site = makeSite(
    makePractice({ id: 'SJ-001', regions: ['ningbo'] }),
    makePractice({ id: 'SJ-002', regions: ['zhejiang', 'ningbo'] }),
  );
  const zhejiang = site.regions.byId.get('zhejiang');
  const { provinces } = regionList(site);
  expect(provinces.find(({ region }) => region.id === 'zhejiang')?.count).toBe(2);
  const view = zhejiang && regionView(site, zhejiang);
  expect(view?.below.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['SJ-001']);
  expect(view?.mentions).toEqual([]);
});

test('a place with nothing of its own names what mentions it or a place in it', () => {
  const site = makeSite(makePractice({ id: 'SJ-001', regions: [], title: '宁波的一件事' }));
  const zhejiang = site.regions.byId.get('zhejiang');
  const view = zhejiang && regionView(site, zhejiang);
  expect(view?.mentions.flatMap(({ items }) => items.map(({ id }) => id))).toContain('SJ-001');
});

test('a place shows its own rules before papers of the centre that name it, though those were seen in full', () => {
  const site = makeSite(
    makePolicy({ id: 'ZC-0001', scope: '中央', textSeen: '全文', regions: ['zhejiang'] }),
    makePolicy({ id: 'ZC-0002', scope: '地方', textSeen: '仅题名', regions: ['zhejiang'] }),
  );
  const zhejiang = site.regions.byId.get('zhejiang');
  const [policies] = (zhejiang && regionView(site, zhejiang).groups) ?? [];
  expect(policies?.items.map(({ id }) => id)).toEqual(['ZC-0002', 'ZC-0001']);
});

test('a province says how many rules with contents were seen in it, how many of them are drafts, and none where only papers of the centre name it', () => {
  const unseen = '未公开';
  const rule = {
    ...{ initiation: unseen, steps: unseen, deadlines: unseen, notTolerated: unseen, decider: unseen, effects: unseen, correction: unseen },
    situations: { text: '25种情形', cites: ['GK-0001'] },
  };
  const site = makeSite(
    makePolicy({ id: 'ZC-0001', scope: '地方', regions: ['ningbo'], rule }),
    makePolicy({ id: 'ZC-0002', scope: '地方', regions: ['zhejiang'] }),
    makePolicy({ id: 'ZC-0003', scope: '中央', regions: ['zhejiang'], rule }),
    makePolicy({ id: 'ZC-0004', scope: '地方', regions: ['zhejiang'], rule, documentKind: '征求意见稿' }),
  );
  const rulesOf = (id: string) => {
    const region = site.regions.byId.get(id);
    return region && regionView(site, region).rules;
  };
  expect(rulesOf('zhejiang')).toEqual({ count: 2, drafts: 1, href: '/matrix/rules/?province=%E6%B5%99%E6%B1%9F%E7%9C%81' });
  expect(rulesOf('ningbo')).toBeUndefined();
});
