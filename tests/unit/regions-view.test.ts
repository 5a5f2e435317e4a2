import { expect, test } from 'vitest';
import { regionList, regionView } from '../../src/views/regions.ts';
import { makePractice, makeSite } from '../support/make-entries.ts';

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
