/** Dates and years as people type them: read right, written in one form, or told with the cure. */
import { describe, expect, test } from 'vitest';
import { entryTable } from '../../src/import/columns.ts';
import { readCell } from '../../src/import/read-cell.ts';
import type { KnownWords } from '../../src/import/read-cell.ts';
import type { CellKind } from '../../src/import/sheet.ts';
import { checkLibrary } from '../../src/lint/check-content.ts';
import { formOf, itemForm } from '../../src/edit/form.ts';
import { schemaAt } from '../../src/schema/field-guide.ts';
import { vocabularyFiles } from '../../src/schema/vocabulary.ts';
import { explainDate, isoDate, readDate, timeInWords } from '../../src/schema/dates.ts';
import { readLibrary } from '../../src/store/library.ts';
import { contentWith, libraryWith } from '../support/example-content.ts';

test.each([
  ['2024', '2024'],
  ['2024年', '2024'],
  ['２０２４', '2024'],
  ['2024 年度', '2024'],
  ['二〇二四年', '2024'],
  ['二○二四年度', '2024'],
  ['二零二四', '2024'],
  ['2024年3月', '2024-03'],
  ['2024年3月份', '2024-03'],
  ['２０２４．０３', '2024-03'],
  ['二〇二四年十月', '2024-10'],
  ['2024.3.5', '2024-03-05'],
  ['2024/03/05', '2024-03-05'],
  ['2024 年 3 月 5 号', '2024-03-05'],
  ['20240305', '2024-03-05'],
  ['二〇二四年十二月三十一日', '2024-12-31'],
  ['2024-03-05 00:00:00', '2024-03-05'],
])('%s is %s', (typed, iso) => {
  const date = readDate(typed);
  expect(date && isoDate(date)).toBe(iso);
});

test.each(['24年', '202403', '2024.13', '2024-02-30', '1', '去年', '2023—2024', '3年来', '2024年上半年'])('%s is no date', (typed) => {
  expect(readDate(typed)).toBeUndefined();
});

describe('a time in words has one form', () => {
  test.each([
    ['2024年', '2024', '2024年', '2024'],
    ['２０２４', '2024', '2024年', '2024'],
    ['２０２４ 年度', '2024', '2024年度', '2024'],
    ['2024.3', '2024年3月', '2024年3月', '2024-03'],
    ['2023年-2024年', '2023—2024', '2023年-2024年', '2023年-2024年'],
    ['２０２３至２０２４', '2023—2024', '2023至2024', '2023至2024'],
    ['二〇二三年行为，2024 年 3 月通报', '2023年行为，2024年3月通报', '2023年行为，2024年3月通报', '2023年行为，2024年3月通报'],
    ['未载（见于2021年8月报道）', '未载（见于2021年8月报道）', '未载（见于2021年8月报道）', '未载（见于2021年8月报道）'],
  ])('%s', (typed, year, period, date) => {
    expect([timeInWords(typed, 'year'), timeInWords(typed, 'period'), timeInWords(typed, 'date')]).toEqual([year, period, date]);
  });
});

test('what a field takes decides the remedy', () => {
  const takesMonths = (text: string) => /^\d{4}(?:-\d{2}){0,2}$/u.test(text);
  expect(explainDate('2024年3月', takesMonths)).toBe('日期的写法不对。请写成 "2024-03"，带引号。');
  expect(explainDate('2024年', takesMonths)).toBe('日期的写法不对。请写成 "2024"，带引号。');
  expect(explainDate('2024年')).toBe('只写了年。请写到日，如 "2026-11-22"。');
  expect(explainDate('二〇二四年二月三十日')).toContain('2024 年 2 月只有 29 天');
});

const told = (file: string, fields: Record<string, unknown>) =>
  checkLibrary(libraryWith({ file, fields }), '2026-11-22').issues.flatMap(({ rule, message }) => (rule === 'bad-date' ? message : []));

describe('the check tells the form', () => {
  test.each([
    ['2024年', '请写成 "2024"'],
    ['２０２４', '请写成 "2024"'],
    ['二〇二四年', '请写成 "2024"'],
    ['2024.3.5', '请写成 "2024年3月5日"'],
    ['2023-2024', '请写成 "2023—2024"'],
    ['24年', '没有四位数的年份'],
    ['2024.13', '没有 13 月'],
  ])('of the year of a case: %s', (year, words) => {
    expect(told('tolerance/scenario.mdx', { year }).join()).toContain(words);
  });

  test.each(['2024', '2023—2024', '未载', '未载（原文写“去年以来”）', '约2024—2025年（页面没有年份）', '2022年11月—2025年6月'])(
    'and leaves %s alone',
    (year) => {
      expect(told('tolerance/scenario.mdx', { year })).toEqual([]);
    },
  );

  test('of a period, of a policy’s dates and of the sources in the lists', () => {
    expect(told('practices/example.mdx', { period: '２０２１年' }).join()).toContain('请写成 "2021年"');
    expect(told('policies/opinion.mdx', { dates: { issued: '2018年5月' } }).join()).toContain('请写成 "2018-05"');
    const source = {
      file: 'vocab/public-sources.yaml',
      replace: [/date: .*/u.exec(listOfSources())?.[0] ?? '', 'date: 2021年8月3日'] as [string, string],
    };
    const messages = checkLibrary(readLibrary(contentWith(source)), '2026-11-22').issues.map(({ message }) => message);
    expect(messages.join()).toContain('请写成 "2021-08-03"');
  });
});

function listOfSources(): string {
  return contentWith({}).find(({ name }) => name === 'public-sources')?.source ?? '';
}

test('the desk knows which fields are times', () => {
  const { schemas, loaded } = readLibrary(contentWith({}));
  const fields = formOf(schemas.tolerance, loaded.lists).flatMap((section) => section.fields);
  expect(fields.find(({ name }) => name === 'year')?.control).toMatchObject({ kind: 'known', of: { kind: 'text', time: 'year' } });
  expect(itemForm(sourceItem, loaded.lists).find(({ name }) => name === 'date')?.control).toMatchObject({ kind: 'text', time: 'date' });
});

const sourceItem = schemaAt(vocabularyFiles['public-sources'], ['items', 0]) ?? vocabularyFiles['public-sources'];

describe('a cell', () => {
  const { columns } = entryTable(readLibrary(contentWith({})).schemas.tolerance);
  const year = columns.find(({ path }) => path.join() === 'year');
  const known: KnownWords = {
    choices: () => new Map(),
    notes: () => new Map(),
    entries: () => new Map(),
    cites: new Map(),
    addition: () => '',
  };
  const read = (text: string, kind: CellKind = 'text') => year && readCell({ kind, text }, year, known, []);

  test.each(['2024年', '２０２４', '2024 年度', '二〇二四年'])('with %s for the year of a case is read as 2024', (text) => {
    expect(read(text)).toEqual({ value: '2024', problems: [] });
  });

  test('with a whole date keeps it in words', () => {
    expect(read('2024-03-05', 'day')).toEqual({ value: '2024年3月5日', problems: [] });
  });

  test('for plain numbers has lost the nought of October', () => {
    expect(read('2024.1', 'number')?.problems.join()).toContain('看不出是1月还是10月');
    expect(read('45356', 'number')?.problems.join()).toContain('设为日期格式');
    expect(read('2024', 'number')).toEqual({ value: '2024', problems: [] });
  });

  test.each([
    ['2024.3.5', 'day', '2024-03-05'],
    ['2024年3月', 'partial day', '2024-03'],
    ['二〇二四年三月五日', 'day', '2024-03-05'],
  ] as const)('for days: %s', (text, kind, value) => {
    expect(readCell({ kind: 'text', text }, { form: { kind }, mayBeUnknown: false, isNeeded: false }, known, [])).toEqual({
      value,
      problems: [],
    });
  });

  test.each([
    ['text', '第…条', false],
    ['choice', '同意、不同意', false],
    ['number', '万', false],
    ['number', '人', true],
    ['time', '年', true],
    ['time', '第…期', false],
  ] as const)('for a %s that shows “%s” by its format alone is read: %s', (kind, formatWords, isRead) => {
    const form = kind === 'choice' ? { kind, choices: ['2012'] } : kind === 'time' ? { kind, style: 'year' as const } : { kind };
    const { problems } = readCell({ kind: 'number', text: '2012', formatWords }, { form, mayBeUnknown: false, isNeeded: false }, known, []);
    expect(problems.length).toBe(isRead ? 0 : 1);
    expect(problems.join().includes(`看到的“${formatWords}”只是单元格格式`)).toBe(!isRead);
  });

  test('for days without one says what is missing', () => {
    expect(
      readCell({ kind: 'text', text: '2024年3月' }, { form: { kind: 'day' }, mayBeUnknown: false, isNeeded: false }, known, []).problems,
    ).toEqual(['写的是“2024年3月”，日期的写法不对。请写到日，如 2026-11-22；可以只写年月的字段写成 2024-03。']);
  });
});
