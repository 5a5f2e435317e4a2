import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildLockedError, lockBuild } from '../../src/commands/build-lock.ts';
import { workFolders } from '../../src/commands/release.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lock-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

test('a second build is refused while the first is at work, and told what to do', async () => {
  const unlock = await lockBuild(root);
  await expect(lockBuild(root)).rejects.toThrow(BuildLockedError);
  await expect(lockBuild(root)).rejects.toThrow(
    /^另一次生成正在进行（进程 \d+，在 .+），请等它结束再试。如果确定没有别的生成在运行，请删去 .+lock。$/u,
  );
  await unlock();
});

test('the next build may begin when the first has ended', async () => {
  await (
    await lockBuild(root)
  )();
  await expect(lockBuild(root)).resolves.toBeTypeOf('function');
});

test('the lock of a process that has been killed is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await (
    await lockBuild(root)
  )();
  await writeFile(join(workFolders(root).work, 'lock'), JSON.stringify({ pid: child.pid, host: hostname() }));
  await expect(lockBuild(root)).rejects.toThrow(BuildLockedError);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await expect(lockBuild(root)).resolves.toBeTypeOf('function');
});

test.each([
  ['without a sign of life for an hour', JSON.stringify({ pid: process.pid, host: hostname() }), 3600],
  ['of another machine without a sign of life for an hour', JSON.stringify({ pid: 1, host: 'another' }), 3600],
  ['cut off while it was written', '{"pi', 60],
])('a lock %s is taken over', async (_, text, age) => {
  await (
    await lockBuild(root)
  )();
  const path = join(workFolders(root).work, 'lock');
  await writeFile(path, text);
  const then = new Date(Date.now() - age * 1000);
  await utimes(path, then, then);
  await expect(lockBuild(root)).resolves.toBeTypeOf('function');
});

test('the fresh lock of another machine holds', async () => {
  await (
    await lockBuild(root)
  )();
  await writeFile(join(workFolders(root).work, 'lock'), JSON.stringify({ pid: 1, host: 'another' }));
  await expect(lockBuild(root)).rejects.toThrow(BuildLockedError);
});

test('of several builds that find the lock of a killed one, one alone begins', async () => {
  const path = join(workFolders(root).work, 'lock');
  for (let round = 0; round < 20; round += 1) {
    await (
      await lockBuild(root)
    )();
    await writeFile(path, '{"pi');
    const then = new Date(Date.now() - 60_000);
    await utimes(path, then, then);
    const begun = (await Promise.allSettled(Array.from({ length: 6 }, () => lockBuild(root)))).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value] : [],
    );
    expect(begun).toHaveLength(1);
    await begun[0]?.();
  }
});

test('a mark that was left while a lock was taken over keeps nobody from building', async () => {
  const path = join(workFolders(root).work, 'lock');
  await (
    await lockBuild(root)
  )();
  const then = new Date(Date.now() - 60_000);
  for (const left of [path, `${path}-removing`]) {
    await writeFile(left, '');
    await utimes(left, then, then);
  }
  await expect(lockBuild(root)).resolves.toBeTypeOf('function');
});

test('a build whose lock another has taken over leaves that one alone', async () => {
  const path = join(workFolders(root).work, 'lock');
  const unlock = await lockBuild(root);
  const others = JSON.stringify({ pid: 1, host: 'another' });
  await writeFile(path, others);
  await unlock();
  expect(await readFile(path, 'utf8')).toBe(others);
});
