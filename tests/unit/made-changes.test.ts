/** What the desk has, though its answer was lost, is not offered to the editor as though it had not. */
import { expect, test } from 'vitest';
import { unmade } from '../../src/edit/browser/made-changes.ts';
import type { Change, DeskEntry } from '../../src/edit/protocol.ts';

const entry = {
  data: { title: '新标题', facts: [{ text: '一件', cites: ['S3-¶01#1'] }], figures: [] },
  body: '正文。\n',
  text: '整个文件',
  remarks: [{ date: '2026-11-28', by: '某科科长', text: '太长。' }],
} as unknown as DeskEntry;

const made: readonly Change[][] = [
  [{ path: ['title'], value: '新标题' }],
  // Its fields in another order.
  [{ path: ['facts'], value: [{ cites: ['S3-¶01#1'], text: '一件' }] }],
  [{ path: ['facts', 0, 'text'], value: '一件' }],
  [{ path: ['summary'] }],
  [{ body: '正文。\n' }],
  [{ text: '整个文件' }],
  [{ remark: { by: '某科科长', text: '太长。' } }],
  // Another has taken its place since.
  [{ path: ['title'], value: '旧标题' }, { path: ['summary'] }, { path: ['title'], value: '新标题' }],
  [
    { path: ['facts', 0, 'text'], value: '半件' },
    { path: ['facts'], value: [{ text: '一件', cites: ['S3-¶01#1'] }] },
  ],
];

test.for(made.map((changes) => ({ changes })))('the desk has $changes', ({ changes }) => {
  expect(unmade(changes, entry)).toEqual([]);
});

test.for<Change>([
  { path: ['title'], value: '别的标题' },
  { path: ['facts'], value: [] },
  { path: ['figures'], value: {} },
  { path: ['facts', 1, 'text'], value: '一件' },
  { path: ['title'] },
  { body: '别的正文。' },
  { remark: { by: '某科科长', text: '太短。' } },
  { answered: 0 },
])('the desk does not have %j', (change) => {
  expect(unmade([change], entry)).toEqual([change]);
});

test('what was typed twice and reached the desk neither time is there twice', () => {
  const changes: Change[] = [
    { path: ['title'], value: '第一次' },
    { path: ['title'], value: '第二次' },
  ];
  expect(unmade(changes, entry)).toEqual(changes);
});
