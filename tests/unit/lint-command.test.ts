import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../..');

function run(...options: string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['src/commands/check-content.ts', ...options], { cwd: PROJECT, encoding: 'utf8' });
  return { status, stdout };
}

describe('check:content', () => {
  test('passes sound content and says how much it checked', () => {
    const { status, stdout } = run('--root', 'tests/fixtures/sound-content/content');
    expect(status).toBe(0);
    expect(stdout).toMatch(/检查了 12 个条目、19 个词表，用时 \d+\.\d 秒：没有问题，另有 1 条提醒。\n$/u);
  });

  test('fails with every mistake listed and counted', () => {
    const { status, stdout } = run('--root', 'tests/fixtures/twenty-mistakes/content');
    expect(status).toBe(1);
    expect(stdout).toContain('tests/fixtures/twenty-mistakes/content/practices/zhejiang.mdx:20:13  unknown-locator\n');
    expect(stdout).toMatch(/：发现 20 个问题。\n$/u);
  });

  test('prints the report for programs', () => {
    const { status, stdout } = run('--root', 'tests/fixtures/twenty-mistakes/content', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ errorCount: 20, entryCount: 11 });
  });
});
