import { describe, expect, test } from 'vitest';
import { joinRemarks, remarksIn, withoutRemark, withRemark } from '../../src/schema/remarks.ts';

const DRAFT = `---
# 由 案例.xlsx 导入。
id: RC-001
status: 草稿
---

# 审核意见（2026-11-28，某科科长）：这是正文。
`;
const by = '某科科长';
const date = '2026-11-28';
const first = withRemark(DRAFT, { date, by, text: '标题太长，\n删去年份。' });
const second = withRemark(first, { date, by: '保密办（主任），', text: '数字请核对。' });

describe('remarks on a draft', () => {
  test('stand at the top of its fields, a line each, and nothing else changes', () => {
    expect(first).toBe(DRAFT.replace('---\n', '---\n# 审核意见（2026-11-28，某科科长）：标题太长， 删去年份。\n'));
    expect(remarksIn(second)).toEqual([
      { date, by, text: '标题太长， 删去年份。' },
      { date, by: '保密办 主任', text: '数字请核对。' },
    ]);
    expect(remarksIn(DRAFT)).toEqual([]);
  });

  test('go one by one, and then the file is as it was', () => {
    const left = withoutRemark(second, 0);
    expect(remarksIn(left).map(({ text }) => text)).toEqual(['数字请核对。']);
    expect(withoutRemark(left, 0)).toBe(DRAFT);
  });

  test('keep the byte order mark and the line ends of Windows', () => {
    const windows = `\uFEFF${DRAFT.replaceAll('\n', '\r\n')}`;
    const remarked = withRemark(windows, { date, by, text: '改。' });
    expect(remarked.replaceAll('\r\n', '')).not.toContain('\n');
    expect(remarksIn(remarked)).toHaveLength(1);
    expect(withoutRemark(remarked, 0)).toBe(windows);
  });

  test('of two who change one file go together', () => {
    const mine = withoutRemark(second, 0);
    const theirs = withRemark(second, { date, by, text: '再补一个出处。' });
    expect(remarksIn(joinRemarks(second, mine, theirs)).map(({ text }) => text)).toEqual(['数字请核对。', '再补一个出处。']);
    expect(remarksIn(joinRemarks(DRAFT, first, DRAFT.replace('RC-001', 'RC-002')))).toHaveLength(1);
  });
});
