import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openThread, startThread } from '../../src/commands/side-thread.ts';

const folder = mkdtempSync(join(tmpdir(), 'thread-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A thread that answers a number with one more, and ends, throws or keeps silent when it is told to. */
const file = join(folder, 'worker.mjs');
writeFileSync(
  file,
  `import { parentPort, workerData } from 'node:worker_threads';
parentPort.on('message', ({ number, word }) => {
  if (word === 'stop') process.exit(0);
  if (word === 'wait') return;
  if (word === 'throw') throw new Error('no such page');
  parentPort.postMessage(number + workerData.step);
});`,
);
const start = () => openThread(pathToFileURL(file), { step: 1 });

test('messages are answered in their order', async () => {
  const thread = start();
  expect(await Promise.all([1, 2, 3].map((number) => thread.ask<number>({ number })))).toEqual([2, 3, 4]);
  await thread.end();
});

test.each([
  ['what it throws', 'throw', 'no such page'],
  ['its end', 'stop', 'ended before its work was done'],
])('%s fails all that is asked, then and later', async (_, word, message) => {
  const thread = start();
  const asked = [thread.ask({ word }), thread.ask({ number: 1 })];
  for (const result of await Promise.allSettled(asked)) expect(String('reason' in result && result.reason)).toContain(message);
  await expect(thread.ask({ number: 1 })).rejects.toThrow(message);
});

test('what a thread that is ended has not answered fails', async () => {
  const thread = start();
  const failed = expect(thread.ask({ word: 'wait' })).rejects.toThrow('ended before');
  await thread.end();
  await failed;
});

test('tasks of one file end together', async () => {
  await startThread(pathToFileURL(file), []).done;
  await expect(startThread(pathToFileURL(file), [{ word: 'throw' }]).done).rejects.toThrow('no such page');
});
