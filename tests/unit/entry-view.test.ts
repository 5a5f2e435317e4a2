import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/records.ts';
import { entryData } from '../../src/views/entry-data.ts';
import { arrangeBlocks, entryView } from '../../src/views/entry.ts';
import {
  makeEntry,
  makeMeasure,
  makePolicy,
  makePractice,
  makeProblem,
  makeSite,
  makeSource,
  vocabulary,
} from '../support/make-entries.ts';

function arranged(entry: Entry): { told: string[]; rest: string[] } {
  const { told, rest } = arrangeBlocks(entryView(makeSite(makeSource({ id: 'S3' }), entry), entry).blocks);
  return { told: told.map(({ id }) => id), rest: rest.map((block) => (block.kind === 'body' ? 'body' : block.id)) };
}

describe('what is filed', () => {
  test('stands beside the story of a case and the blocks after it', () => {
    const { told, rest } = arranged(makeEntry('tolerance'));
    expect(told).toEqual(['facts', 'outline', 'outcome', 'factors']);
    expect(rest).toContain('body');
  });

  test('has the steps of a short story beside it too, so that no gap is left', () => {
    const step = { text: '核查。', cites: ['S3-¶26#2'] };
    expect(arranged(makeEntry('tolerance', { procedureSteps: [step, step] })).told).toEqual(['facts', 'outline', 'procedure', 'outcome']);
  });

  test('never comes first, even where nothing is told before it', () => {
    const clause = { no: '第五条', anchor: 'art-5', gist: '三类情形。', cites: ['GK-0001'] };
    expect(arranged(makePolicy({ says: [], clauses: [clause] })).told).toEqual(['clauses', 'header']);
  });

  test('stands alone where the entry tells nothing', () => {
    expect(arranged(makePolicy({ says: [], clauses: [] }))).toEqual({ told: [], rest: ['header', 'body'] });
  });

  test('is not there on a measure, which is told in full width', () => {
    expect(arranged(makeMeasure()).told).toEqual([]);
  });
});

describe('a long list of neighbours', () => {
  const measure = makeMeasure({ id: 'CS-001', themes: ['澄清保护'] });
  const practices = (themes: string[]) =>
    Array.from({ length: 9 }, (_, index) => makePractice({ id: `SJ-00${index + 1}`, measures: ['CS-001'], themes }));
  const listed = (...others: Entry[]) => {
    const { connections } = entryView(makeSite(makeSource({ id: 'S3' }), measure, ...others), measure);
    return connections.find(({ id }) => id === 'links-practices');
  };

  test('is cut where the page of a field has the rest', () => {
    const group = listed(...practices(['澄清保护']));
    expect(group?.items).toHaveLength(6);
    expect(group?.more).toMatchObject({ total: 9, href: expect.stringMatching(/^\/themes\/.+#practices$/u) as string });
  });

  test('names those that are on no such page, and is whole where most are not', () => {
    const [first, ...rest] = practices(['澄清保护']);
    const elsewhere = makePractice({ id: 'SJ-099', measures: ['CS-001'] });
    expect(listed(...(first ? [first] : []), ...rest, elsewhere)?.items.map(({ id }) => id)).toContain('SJ-099');
    expect(listed(...practices([]))?.items).toHaveLength(9);
  });
});

test('an entry leads to the first situations that it helps with', () => {
  const own = makePractice({ id: 'SJ-001' });
  const situations = ['QX-001', 'QX-002', 'QX-003', 'QX-004'].map((id) =>
    makeEntry('situations', { id, elsewhere: [{ id: 'SJ-001', why: '看步骤。' }] }),
  );
  const view = entryView(makeSite(makeSource({ id: 'S3' }), own, ...situations), own);
  expect(view.situations.map(({ id }) => id)).toEqual(['QX-001', 'QX-002', 'QX-003']);
});

test('a statute leads to the situations that rest on one of its articles, though no field links them', () => {
  const statute = makePolicy({ id: 'ZC-0001' });
  const resting = makeEntry('situations', {
    id: 'QX-001',
    says: [
      { text: '先报批。', cites: ['ZC-0001#art-5'] },
      { text: '再动工。', cites: ['S3-¶26#2'] },
    ],
  });
  const other = makeEntry('situations', { id: 'QX-002' });
  const view = entryView(makeSite(makeSource({ id: 'S3' }), statute, resting, other), statute);
  expect(view.situations.map(({ id }) => id)).toEqual(['QX-001']);
});

describe('the situations of an entry', () => {
  const policy = makePolicy({ id: 'ZC-0001' });
  const viewWith = (count: number) => {
    const situations = Array.from({ length: count }, (_, index) =>
      makeEntry('situations', {
        id: `QX-00${index + 1}`,
        says: [
          { text: '先报批。', cites: ['ZC-0001'] },
          { text: '再动工。', cites: ['S3-¶26#2'] },
        ],
      }),
    );
    return entryView(makeSite(makeSource({ id: 'S3' }), policy, ...situations), policy);
  };
  const below = (count: number) => viewWith(count).connections.find(({ id }) => id === 'links-situations')?.items.length;

  test('stand under its title alone while they are few', () => {
    expect([viewWith(3).situations.length, viewWith(3).situationsBelow, below(3)]).toEqual([3, undefined, undefined]);
  });

  test('of which there are more stand below, and the title says how many', () => {
    expect([viewWith(5).situations.length, viewWith(5).situationsBelow, below(5)]).toEqual([3, 5, 5]);
  });
});

test('a problem that no situation names leads to those of its chain', () => {
  const problem = makeProblem({ id: 'WT-03' });
  const situation = makeEntry('situations', { id: 'QX-007' });
  const { chains } = vocabulary.data;
  const own = { ...chains, items: chains.items.map((chain) => ({ ...chain, problems: ['WT-03'] })) };
  const site = { ...makeSite(makeSource({ id: 'S3' }), problem, situation), vocabulary: { ...vocabulary.data, chains: own } };
  expect(entryView(site, problem).situations.map(({ id }) => id)).toEqual(['QX-007']);
});

test('what has been retired can still be shown in class, for the courses that have it', () => {
  const retired = makeEntry('tolerance', { id: 'RC-001', status: '退出', retired: { date: '2026-11-22', reason: '并入' } });
  expect(entryData(makeSite(retired), retired).pack?.id).toBe('RC-001');
});

test('what has been retired is not offered to go on to', () => {
  const own = makePractice({ id: 'SJ-001', measures: ['CS-001'] });
  const retired = makeMeasure({ id: 'CS-001', status: '退出', retired: { date: '2026-11-22', reason: '并入' } });
  expect(entryView(makeSite(makeSource({ id: 'S3' }), own, retired), own).connections).toEqual([]);
});

test('the contents of a page name its blocks, and then what stands at its end', () => {
  const own = makePractice({ id: 'SJ-001', measures: ['CS-001'] });
  const { contents } = entryView(makeSite(makeSource({ id: 'S3' }), own, makeMeasure({ id: 'CS-001' })), own);
  expect(contents.slice(-3).map(({ heading }) => heading)).toEqual(['出处', '相连的条目', '核对记录']);
});
