import { expect, test } from 'vitest';
import { notesIn } from '../../src/edit/notes-in-source.ts';

const TEXT = `---
# 由 案例.xlsx 的“案例”第 2 行导入。
id: RC-001
# 一两句话的摘要，不超过120字。
summary:
# 事实经过。
# 原文第 3 段：抢修用了九天。
facts: []
factors:
  # 原文第 2 段：先组织抢修。
  remedy: 未载
clauses:
  # 第一条原文：第一条 为了鼓励干部。
  - no: 第一条
    anchor: art-1
---

# 标题
`;

test('comments above fields and items are told with them; what only says what belongs there, and the body, are not', () => {
  const help = (path: readonly (string | number)[]) =>
    ({ summary: '一两句话的摘要，不超过120字。', facts: '事实经过。' })[path.join('.')] ?? '';
  expect(notesIn(TEXT, help)).toEqual([
    { path: ['id'], text: '由 案例.xlsx 的“案例”第 2 行导入。' },
    { path: ['facts'], text: '原文第 3 段：抢修用了九天。' },
    { path: ['factors', 'remedy'], text: '原文第 2 段：先组织抢修。' },
    { path: ['clauses', 0], text: '第一条原文：第一条 为了鼓励干部。' },
  ]);
  expect(notesIn(TEXT.replaceAll('\n', '\r\n'), help)).toHaveLength(4);
});
