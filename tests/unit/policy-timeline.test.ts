import { describe, expect, test } from 'vitest';
import { layOutPolicies } from '../../src/domain/policy/policy-timeline.ts';
import type { DatedPolicy } from '../../src/domain/policy/policy-timeline.ts';

const policy = (id: string, year: string | undefined, more: Partial<DatedPolicy> = {}): DatedPolicy => ({
  id,
  title: id,
  year,
  isCentral: true,
  state: '现行',
  replaces: [],
  ...more,
});

describe('policies by year', () => {
  test('stand in a column of their year, central ones above the axis and local ones below, none upon another', () => {
    const { dots, axis, years } = layOutPolicies([
      policy('A', '2018'),
      policy('B', '2018'),
      policy('C', '2018', { isCentral: false }),
      policy('D', '2019'),
    ]);
    const at = (id: string) => dots.find((dot) => dot.policy.id === id);
    expect(at('A')?.x).toBe(at('C')?.x);
    expect(at('D')?.x).toBe(years[1]?.x);
    expect([at('A'), at('B')].every((dot) => (dot?.y ?? 0) < axis.top)).toBe(true);
    expect(at('C')?.y).toBeGreaterThan(axis.bottom);
    expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
  });

  test('without a year stand in a column of their own before all years', () => {
    const { years, dots } = layOutPolicies([policy('A', '2020'), policy('B', undefined)]);
    expect(years.map(({ name }) => name)).toEqual(['未载', '2020']);
    expect(dots.find((dot) => dot.policy.id === 'B')?.x).toBe(years[0]?.x);
  });

  test('show that years without any are left out', () => {
    const { years } = layOutPolicies([policy('A', '1980'), policy('B', '1995'), policy('C', '1996')]);
    expect(years.map(({ isAfterGap }) => isAfterGap)).toEqual([false, true, false]);
  });

  test('are joined by a bracket outside of all dots from the one replaced to the one that replaced it', () => {
    const crowd = Array.from({ length: 5 }, (_, index) => policy(`X${index}`, '2020'));
    const { dots, brackets } = layOutPolicies([policy('old', '2018'), ...crowd, policy('new', '2022', { replaces: ['old'] })]);
    expect(brackets).toHaveLength(1);
    const level = brackets[0]?.points[1]?.[1] ?? 0;
    expect(level).toBeLessThan(Math.min(...dots.map(({ y }) => y)));
    expect(brackets[0]?.label).toBe('new代替old');
  });

  test('whose brackets overlap run on lanes of their own', () => {
    const { brackets } = layOutPolicies([
      policy('a', '2015'),
      policy('b', '2016'),
      policy('A', '2018', { replaces: ['a'] }),
      policy('B', '2019', { replaces: ['b'] }),
    ]);
    expect(new Set(brackets.map(({ points }) => points[1]?.[1])).size).toBe(2);
  });

  test('stay a picture when a year has hundreds: the rest is counted', () => {
    const { dots, leftOut } = layOutPolicies(Array.from({ length: 300 }, (_, index) => policy(`P${index}`, '2020')));
    expect(dots.length + leftOut).toBe(300);
    expect(dots.length).toBeLessThan(40);
  });
});

test('many years stand closer together, so that a page shows them with letters that can be read', () => {
  const policies = Array.from({ length: 28 }, (_, at) => ({
    ...{ id: `ZC-${at}`, title: '甲', year: String(1999 + at), isCentral: true, state: '现行' as const, replaces: [] },
  }));
  const { width, years } = layOutPolicies(policies);
  expect(width).toBeLessThanOrEqual(1160);
  expect((years[1]?.x ?? 0) - (years[0]?.x ?? 0)).toBeGreaterThanOrEqual(36);
  expect(layOutPolicies(policies.slice(0, 5)).width).toBe(5 * 44);
});

test('more years than a page has room for have their earliest in one column, whose policies are all drawn', () => {
  const policies = Array.from({ length: 45 }, (_, at) => policy(`ZC-${at}`, String(1982 + at), at === 9 ? { replaces: ['ZC-2'] } : {}));
  const { width, years, dots, brackets, leftOut } = layOutPolicies([...policies, policy('undated', undefined)]);
  expect(width).toBeLessThanOrEqual(1160);
  expect(years.slice(0, 2).map(({ name }) => name)).toEqual(['未载', '以前']);
  expect(years.at(-1)?.name).toBe('2026');
  expect([dots.length, leftOut]).toEqual([46, 0]);
  expect(dots.find((dot) => dot.policy.id === 'ZC-0')?.x).toBe(years[1]?.x);
  expect(brackets).toHaveLength(1);
});
