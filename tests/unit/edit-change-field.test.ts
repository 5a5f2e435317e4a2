import { describe, expect, test } from 'vitest';
import { fieldsOf, withField } from '../../src/edit/change-field.ts';
import { withBody } from '../../src/edit/entry-source.ts';
import type { FieldGroup, FieldPath, FieldValue } from '../../src/edit/protocol.ts';
import { entriesOfAllKinds, entriesOfMiddleSize, tryFields, tryLists, trySaving, tryValues } from '../support/field-trials.ts';

// The nightly tests open every one.
test('entries of every size opened and saved without a change are the same bytes', () => {
  const some = entriesOfAllKinds(8);
  expect(some.length).toBeGreaterThan(50);
  for (const entry of some) trySaving(entry);
});

// The nightly tests try every field of the longest of each collection, and of others.
describe.each(entriesOfMiddleSize(2))('of $place', (entry) => {
  test('a value that is changed changes its field alone', () => {
    tryValues(entry, 6);
  });

  test('an item put in, taken out or moved changes its list alone', () => {
    tryLists(entry, 2);
  });

  test('a field taken away and written again leaves the others', () => {
    tryFields(entry, 2);
  });
});

const plain = (_: FieldPath): string[] => [];

const ENTRY = `---
id: RC-001   # 编号
title: '旧'
# 下面是地区
regions: [a, "b"] # 两个
facts:
  # 第一句
  - text: 甲
    cites: [GK-0001]   # 出处
  - text: >-
      折起来的
      乙
    cites:
      - GK-0002
changes:
  - { date: "2026-11-01", what: 收进来 }
empty:
---

正文　不动。
`;

describe('the change that is asked for', () => {
  const changed = (path: FieldPath, value: FieldValue | undefined) => withField(ENTRY, path, value, plain);

  test.each([
    ['a value keeps its quotation marks', ['title'], "新 '的", "title: '旧'", "title: '新 ''的'"],
    ['a comment after a value stays', ['id'], 'RC-002', 'id: RC-001   # 编号', 'id: RC-002   # 编号'],
    ['what YAML would cut goes into quotation marks', ['id'], '案 #3', 'id: RC-001   # 编号', 'id: "案 #3"   # 编号'],
    ['an item of a list in brackets', ['regions', 1], 'c', '[a, "b"] # 两个', '[a, "c"] # 两个'],
    ['an item more in brackets', ['regions'], ['a', 'b', 'c，d'], '[a, "b"] # 两个', '[a, "b", "c，d"] # 两个'],
    [
      'a group more in braces',
      ['changes', 1],
      { date: '2026-11-28', what: '补上' },
      '收进来 }\n',
      '收进来 }\n  - { date: "2026-11-28", what: 补上 }\n',
    ],
    ['a folded text is written in a line', ['facts', 1, 'text'], '丙', '>-\n      折起来的\n      乙', '丙'],
    ['an empty field is filled', ['empty'], '有了', 'empty:\n', 'empty: 有了\n'],
    ['a value becomes a group', ['title'], { text: '甲', cites: ['GK-0001'] }, "title: '旧'", 'title:\n  text: 甲\n  cites: [GK-0001]'],
    ['an item in the middle goes with its lines', ['facts'], [{ text: '甲', cites: ['GK-0001'] }], /\n {2}- text: >-[^]*GK-0002/u, ''],
    ['a day is written as text', ['title'], '2026-11-28', "'旧'", "'2026-11-28'"],
    ['a number that is text keeps being text', ['id'], '0123', 'RC-001', '"0123"'],
  ] as const)('%s', (_, path, value, from, to) => {
    expect(changed(path, value as FieldValue)).toBe(ENTRY.replace(from, () => to));
  });

  test('line ends and the byte order mark of the file stay', () => {
    const windows = `\uFEFF${ENTRY.replaceAll('\n', '\r\n')}`;
    const after = withField(windows, ['facts', 2], { text: '丙', cites: ['GK-0003'] }, plain);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(after.startsWith('\uFEFF---\r\n')).toBe(true);
    expect((fieldsOf(after)?.['facts'] as FieldGroup[])[2]).toEqual({ text: '丙', cites: ['GK-0003'] });
  });

  test('a new field goes where the schema has it', () => {
    const after = withField(ENTRY, ['summary'], '摘要', () => ['id', 'title', 'summary', 'regions']);
    expect(after).toContain("title: '旧'\nsummary: 摘要\n# 下面是地区\n");
  });

  test('a text whose fields cannot be read is refused', () => {
    expect(() => withField('---\na: [\n---\n', ['a'], 'x', plain)).toThrow('读不懂');
    expect(() => withField('没有字段', ['a'], 'x', plain)).toThrow('读不懂');
  });
});

describe('the body', () => {
  test('is changed without touching the fields, and lines that stay keep their line ends', () => {
    const mixed = '---\r\na: 1\r\n---\r\n甲\r\n乙\n丙\r\n';
    expect(withBody(mixed, '甲\n新\n丙\n')).toBe('---\r\na: 1\r\n---\r\n甲\r\n新\r\n丙\r\n');
    expect(withBody(mixed, '甲\n乙\n丙\n丁\n')).toBe('---\r\na: 1\r\n---\r\n甲\r\n乙\n丙\r\n丁\r\n');
  });

  test('may come where there was none, and go', () => {
    expect(withBody('---\na: 1\n---\n', '\n正文\n')).toBe('---\na: 1\n---\n\n正文\n');
    expect(withBody('---\na: 1\n---\n\n正文\n', '')).toBe('---\na: 1\n---\n');
  });
});
