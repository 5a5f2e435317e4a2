import { describe, expect, test } from 'vitest';
import { allFigures, lookAlikes } from '../../src/views/figures.ts';
import type { Entry } from '../../src/domain/entry/records.ts';
import { makeSite, makeFigure, makePractice } from '../support/make-entries.ts';

const rowsOf = (...entries: Entry[]) => allFigures(makeSite(...entries));
const practice = (id: string, regions: string[], ...figures: ReturnType<typeof makeFigure>[]) => makePractice({ id, regions, figures });

describe('the list of figures', () => {
  test('has a figure once, however many entries tell it in words of their own', () => {
    const rows = rowsOf(
      practice('SJ-001', [], makeFigure({ cite: 'S3-¶26#2', value: 12, whose: '某市' })),
      practice('SJ-002', [], makeFigure({ cite: 'S3-¶26#2', value: 12, whose: '来源隐名的市' })),
    );
    expect(rows.map(({ entry }) => entry.id)).toEqual(['SJ-001']);
  });

  test('has two figures of one sentence that happen to be equal', () => {
    const same = { cite: 'S3-¶26#2', value: 12 };
    expect(rowsOf(practice('SJ-001', [], makeFigure({ ...same, what: '甲' }), makeFigure({ ...same, what: '乙' })))).toHaveLength(2);
  });
});

test('one circular may give two places the same number: both are told, and what two entries tell of one place is told once', () => {
  const told = (id: string, whose: string) => practice(id, [], makeFigure({ cite: 'GK-0001', value: 4_000_000_000, unit: '元', whose }));
  expect(rowsOf(told('SJ-001', '甲县'), told('SJ-002', '乙县'), told('SJ-003', '甲县')).map(({ entry }) => entry.id)).toEqual([
    'SJ-001',
    'SJ-002',
  ]);
});

describe('numbers that look alike', () => {
  const shown = (...entries: Entry[]) =>
    lookAlikes(rowsOf(...entries)).map(({ value, rows }) => [value, ...rows.map(({ entry }) => entry.id)]);

  test('are equal numbers of different facts in the same unit', () => {
    const one = practice('SJ-001', ['zhejiang'], makeFigure({ cite: 'S3-¶26#2', value: 88, unit: '名', whose: '甲地' }));
    const other = practice('SJ-002', ['ningbo'], makeFigure({ cite: 'S3-¶36#3', value: 88, unit: '名', whose: '乙地' }));
    const cases = practice('SJ-003', ['songshan'], makeFigure({ cite: 'S3-¶36#3', value: 88, unit: '起', whose: '丙地' }));
    expect(shown(one, other, cases)).toEqual([[88, 'SJ-001', 'SJ-002']]);
  });

  test('are not one fact told by sentences that overlap, nor of one place by two sources', () => {
    const told = practice('SJ-001', ['zhejiang'], makeFigure({ cite: 'S3-¶26#2', value: 88, whose: '甲地' }));
    const wider = practice('SJ-002', [], makeFigure({ cite: 'S3-¶26#2-3', value: 88, whose: '别的说法' }));
    const again = practice('SJ-003', ['zhejiang'], makeFigure({ cite: 'GK-0001', value: 88, whose: '另一个说法' }));
    expect(shown(told, wider)).toEqual([]);
    expect(shown(told, again)).toEqual([]);
  });
});
