import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashFiles, unlessProved, versionAt } from '../support/proved.ts';

let root: string;
let memory: string;
let runs: number;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'proved-'));
  memory = join(root, 'kept/proved.json');
});
beforeEach(() => {
  rmSync(memory, { force: true });
  runs = 0;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const stage = (failed = 0) => ({
  name: 'lint',
  run: () => {
    runs += 1;
    return Promise.resolve({ passed: 7, failed, output: 'all of it' });
  },
});
const run = (key: string, failed = 0) => unlessProved(stage(failed), () => key, { memory }).run();

describe('a stage that passed', () => {
  test('is not run again with the same input, counts as before, and says since when', async () => {
    await run('one');
    expect(await run('one')).toMatchObject({ passed: 7, failed: 0, provedAt: expect.stringMatching(/^\d{4}-/u) as string });
    expect(runs).toBe(1);
  });

  test('is run again with the same input when asked to, and counts from then on', async () => {
    await run('one');
    await unlessProved(stage(), () => 'one', { memory, isAnew: true }).run();
    expect(runs).toBe(2);
    await unlessProved(stage(1), () => 'one', { memory, isAnew: true }).run();
    await run('one');
    expect(runs).toBe(4);
  });

  test('is run again when anything changed', async () => {
    await run('one');
    expect(await run('two')).toEqual({ passed: 7, failed: 0, output: 'all of it' });
    expect(runs).toBe(2);
  });

  test('is run again when what was kept is cut off', async () => {
    await run('one');
    writeFileSync(memory, '{"lint": {');
    await run('one');
    expect(runs).toBe(2);
  });
});

test('a stage that failed is run again, and what it proved before is forgotten', async () => {
  await run('one');
  await run('two', 1);
  await run('two', 1);
  await run('one');
  expect(runs).toBe(4);
});

test('the hash of files changes with a byte and with a name, and not with packages', () => {
  const folder = join(root, 'project');
  mkdirSync(join(folder, 'src/node_modules'), { recursive: true });
  const hash = () => hashFiles(['src/**'], folder);
  writeFileSync(join(folder, 'src/a.ts'), '1');
  const first = hash();
  writeFileSync(join(folder, 'src/node_modules/x.js'), '1');
  expect(hash()).toBe(first);
  writeFileSync(join(folder, 'src/a.ts'), '2');
  const second = hash();
  rmSync(join(folder, 'src/a.ts'));
  writeFileSync(join(folder, 'src/b.ts'), '2');
  expect(new Set([first, second, hash()]).size).toBe(3);
});

test('another version of a program is told from the one before', () => {
  const program = join(root, 'program');
  writeFileSync(program, 'one');
  const before = versionAt(program);
  expect(versionAt(program)).toBe(before);
  writeFileSync(program, 'another');
  expect(versionAt(program)).not.toBe(before);
  expect(versionAt(undefined)).toBe('none');
});
