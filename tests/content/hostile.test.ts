/** Content is data: whatever a file holds, the check says so in Chinese at its place, soon, and nothing of it runs. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent, storeFile } from '../../src/store/read-content.ts';
import { checkChange, checkFiles } from '../../src/lint/check-content.ts';
import { readLibrary } from '../../src/store/library.ts';
import { formatIssues } from '../../src/lint/report.ts';
import { soundContent, storeTexts } from '../support/example-content.ts';
import { hostileFiles } from '../support/hostile-files.ts';

const TODAY = '2026-11-22';
/** Seconds of the processor for one file: a busy machine is slow by the clock, not by this. */
const MOST_SECONDS = 5;

const library = readLibrary(storeTexts(soundContent));
const slowest = { seconds: 0, name: '' };

describe('a hostile file is refused', () => {
  test.each(hostileFiles.map((file) => [file.name, file] as const))('%j', (_, { name, place, content, rules, line }) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const began = process.cpuUsage();
    const issues = checkChange(library, storeFile({ path: `content/${place}`, place, bytes }), TODAY);
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    if (seconds > slowest.seconds) Object.assign(slowest, { seconds, name });

    const found = issues.find(({ rule, at }) => rules.includes(rule) && (line === 0 || at?.line === line));
    expect(found, formatIssues(issues.slice(0, 5)) || 'accepted').toBeDefined();
    expect(found?.file).toBe(`content/${place}`);
    expect(found?.severity).toBe('error');
    expect(found?.message).toMatch(/\p{Script=Han}.*[。？]$/su);
    expect(seconds).toBeLessThan(MOST_SECONDS);
  });

  afterAll(() => {
    console.log(`hostile files: ${hostileFiles.length} tried; slowest ${slowest.seconds.toFixed(2)} s of processor time (${slowest.name})`);
  });
});

describe('what lies in the folder and is no file of content', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'hostile-'));
    for (const [place, text] of soundContent) {
      await mkdir(join(root, place, '..'), { recursive: true });
      await writeFile(join(root, place), text);
    }
    await symlink('/etc/passwd', join(root, 'practices/linked.mdx'));
    await symlink('/etc', join(root, 'terms/folder'));
    await symlink('no-such-file', join(root, 'terms/broken.mdx'));
    await symlink('..', join(root, 'terms/loop'));
    await writeFile(join(root, 'practices/huge.mdx'), '---\n');
    await truncate(join(root, 'practices/huge.mdx'), 2 ** 33);
    if (process.platform !== 'win32') spawnSync('mkfifo', [join(root, 'practices/pipe.mdx')]);
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  test('is named, not followed, not waited for, not loaded', async () => {
    const { issues } = checkFiles(await readContent(root, root), TODAY);
    const places = new Set(issues.map(({ file, rule }) => `${file} ${rule}`));
    const expected = [
      'practices/huge.mdx too-large',
      'practices/linked.mdx unreadable-file',
      'terms/broken.mdx unreadable-file',
      'terms/folder unreadable-file',
      'terms/loop unreadable-file',
    ];
    if (process.platform !== 'win32') expected.push('practices/pipe.mdx unreadable-file');
    expect([...places].sort()).toEqual(expected.sort());
  });
});

test('a finding prints on its own lines, without the control characters that it is about', () => {
  const text = (soundContent.get('practices/example.mdx') ?? '').replace(/^status: .*/mu, 'status: "\\e[2J\\u202E\\n发"');
  const place = 'practices/example.mdx';
  const issues = checkChange(library, storeFile({ path: `content/${place}`, place, bytes: new TextEncoder().encode(text) }), TODAY);
  expect(formatIssues(issues)).toContain('status');
  expect(formatIssues(issues)).not.toMatch(/[[\p{Cc}\p{Cf}]--\n]/v);
});
