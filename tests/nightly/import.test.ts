/** Imports as large and as unlucky as may come: ten thousand rows, and ended at a hundred moments. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../../src/lint/check-content.ts';
import { bringInPractices, practiceTable } from '../support/import-rows.ts';
import { seededRandom } from '../support/seeded-random.ts';

const ROOT = join(import.meta.dirname, '../..');
const SCRIPT = join(ROOT, 'tests/support/import-rows.ts');
const TIMES = Number(process.env['IMPORT_KILLS'] ?? 100);
const LONGEST = 2500;
const ROWS = 40;

let folder: string;
let content: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  content = join(folder, 'content');
  cpSync(join(ROOT, 'tests/fixtures/sound-content/content'), content, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('ten thousand rows are brought in within 30 seconds of work and 1 GB', { timeout: 300_000 }, () => {
  const table = join(folder, '实践.xlsx');
  writeFileSync(table, practiceTable(10_000, 1));
  const { stdout } = spawnSync(process.execPath, [SCRIPT, content, table], { encoding: 'utf8' });
  const told = JSON.parse(stdout) as { problems: number; good: number; seconds: number; megabytes: number };
  console.log(told);
  expect(told).toMatchObject({ problems: 0, good: 10_000 });
  expect(told.megabytes).toBeLessThan(1024);
  expect(told.seconds).toBeLessThan(30);
});

async function endAfter(milliseconds: number, round: number): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, content, join(folder, '实践.xlsx'), String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

test(
  `ended at ${TIMES} moments, an import leaves whole files, and the next one goes on with every row`,
  { timeout: 3_600_000 },
  async () => {
    const random = seededRandom(20261128);
    for (let time = 1; time <= TIMES; time += 1) {
      await endAfter(random.below(LONGEST), time * 1000);
      expect((await checkContent(content, '2026-11-28')).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      const next = await bringInPractices(content, practiceTable(ROWS, time));
      expect(next.problems).toEqual([]);
      expect(next.plan.entries.filter(({ step }) => step === 'held' || step === 'gone')).toEqual([]);
      const drafts = readdirSync(join(content, 'practices')).filter((name) => name.startsWith('ningbo'));
      expect(drafts).toHaveLength(ROWS);
      for (const name of drafts) expect(readFileSync(join(content, 'practices', name), 'utf8')).toContain(`summary: 第${time}稿的摘要。`);
    }
  },
);
