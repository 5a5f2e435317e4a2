import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/records.ts';
import { sameProblemElsewhere } from '../../src/domain/case/same-problem.ts';
import { makeEntry, makeMeasure, makePractice, makeProblem, makeSite } from '../support/make-entries.ts';

const regions = makeSite().regions.items;
const [first, second] = regions.filter(({ parent }) => parent === undefined).map(({ id }) => id);
const child = regions.find(({ parent }) => parent !== undefined);
const problem = makeProblem({ id: 'WT-01', title: '不敢' });
const measure = makeMeasure({ id: 'CS-001', title: '容错' });
const own = makePractice({ id: 'SJ-001', regions: [first], problems: ['WT-01'], measures: ['CS-001'] });

function elsewhere(...others: Entry[]) {
  return sameProblemElsewhere(makeSite(problem, measure, own, ...others), own).map(({ entry, why }) => ({
    id: entry.data.id,
    why,
  }));
}

describe('the same problem elsewhere', () => {
  test('says in words what is shared', () => {
    const other = makePractice({ id: 'SJ-002', regions: [second], problems: ['WT-01'], measures: ['CS-001'] });
    expect(elsewhere(other)).toEqual([{ id: 'SJ-002', why: '同样说到“不敢”' }]);
  });

  test('puts a shared problem before a shared measure', () => {
    const byMeasure = makePractice({ id: 'SJ-002', regions: [second], measures: ['CS-001'] });
    const byProblem = makePractice({
      id: 'SJ-003',
      regions: [regions.filter(({ parent }) => parent === undefined)[2]?.id ?? second],
      problems: ['WT-01'],
    });
    expect(elsewhere(byMeasure, byProblem).map(({ id }) => id)).toEqual(expect.arrayContaining(['SJ-003']));
    expect(elsewhere(byMeasure, byProblem)[0]?.id).toBe('SJ-003');
  });

  test('leaves out the same region and entries that share nothing', () => {
    const same = makePractice({ id: 'SJ-002', regions: [first], problems: ['WT-01'] });
    const unrelated = makePractice({ id: 'SJ-003', regions: [second] });
    expect(elsewhere(same, unrelated)).toEqual([]);
  });

  test('leaves out a region within the own one', () => {
    const parent = makePractice({ id: 'SJ-004', regions: [child?.parent], problems: ['WT-01'] });
    const inside = makePractice({ id: 'SJ-005', regions: [child?.id], problems: ['WT-01'] });
    const site = makeSite(problem, measure, parent, inside);
    expect(sameProblemElsewhere(site, parent)).toEqual([]);
  });

  test('leaves out constructed scenarios and retired entries', () => {
    const scenario = makeEntry('tolerance', { id: 'RC-101', nature: '教学情景', type: '教学情景', regions: [second], problems: ['WT-01'] });
    const retired = makePractice({
      id: 'SJ-006',
      regions: [second],
      problems: ['WT-01'],
      status: '退出',
      retired: { date: '2026-11-22', reason: '并入' },
    });
    expect(elsewhere(scenario, retired)).toEqual([]);
  });
});
