/**
 * An import for tests that end it or measure it: `node import-rows.ts CONTENT TABLE ROUND` brings a table in, and prints seconds and the most memory
 * in megabytes; with a ROUND, it says that it begins and brings the table in without end, each time another one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeForm } from '../../src/export/xlsx/write-form.ts';
import { planTable, writeTable } from '../../src/import/bring-in-table.ts';
import { openLibrary } from '../../src/store/library.ts';

/** The columns of practices that have to be filled. */
export const PRACTICE_HEADS = [
  '标题',
  '摘要',
  '内容性质',
  '地区',
  '出处',
  '做事的主体',
  '做了什么',
  '遇到的困难或失败',
  '证据性质',
  '相关条文（编者联系）',
  '核对时对照什么',
];

/** A table of practices; every round has other summaries. */
export function practiceTable(rows: number, round: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, index) => [
    `宁波：第${index + 1}件事`,
    `第${round}稿的摘要。`,
    '公开报道',
    '宁波',
    'GK-0001',
    '宁波市',
    `公开澄清第${index + 1}件。\n当面反馈。【S3-¶26#2】`,
    '未载',
    '报道',
    '未找到',
    '报道',
  ]);
  return writeForm('实践', [
    { name: '实践', columns: PRACTICE_HEADS.map((head) => ({ head, width: 10, note: '' })), rows: lines, prepared: 0 },
  ]);
}

/** Brings a table in, whatever was written before. */
export async function bringInPractices(root: string, bytes: Uint8Array): Promise<ReturnType<typeof planTable>> {
  const found = planTable('实践.xlsx', bytes, { library: await openLibrary(root), root, collection: 'practices', today: '2026-11-28' });
  if (found.problems.length === 0) writeTable(found, root);
  return found;
}

if (import.meta.main) {
  const [root = '', table = '', round] = process.argv.slice(2);
  if (round === undefined) {
    const began = performance.now();
    const { problems, good } = await bringInPractices(root, readFileSync(table));
    const seconds = (performance.now() - began) / 1000;
    console.log(
      JSON.stringify({ problems: problems.length, good: good.length, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }),
    );
  } else {
    process.stdout.write('begun\n');
    for (let now = Number(round); ; now += 1) {
      const bytes = practiceTable(40, now);
      writeFileSync(table, bytes);
      await bringInPractices(root, bytes);
    }
  }
}
