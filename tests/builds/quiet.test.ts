/** The commands send nothing to anyone; of a build `site-file.test.ts` asks it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { freePort } from '../support/nginx.ts';
import { runNode } from '../support/run-tool.ts';
import { watchProcess } from '../support/watched-process.ts';

let root: string;
let remove: () => Promise<void>;
let folder: string;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  folder = await mkdtemp(join(tmpdir(), 'quiet-'));
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'dist/index.html'), '<!doctype html><title>担当作为知识库</title>');
});

afterAll(async () => {
  await remove();
  await rm(folder, { recursive: true, force: true });
});

test('the watch on the network sees what leaves, and lets pass what stays', async () => {
  const { env, attempts } = watchProcess(folder, 'watch');
  const asks = (address: string) => runNode(['-e', `fetch('${address}').catch(() => {})`], env);
  await asks('https://telemetry.invalid/');
  await runNode(['-e', "require('node:net').connect(443, 'socket.invalid')"], env);
  await runNode(['-e', "require('node:https').get('https://module.invalid/')"], env);
  await runNode(['-e', `new (require('node:worker_threads').Worker)("fetch('http://worker.invalid/')", { eval: true })`], env);
  expect(attempts()).toEqual(['telemetry.invalid', 'socket.invalid', 'module.invalid', 'worker.invalid']);
  await asks(`http://127.0.0.1:${await freePort()}/`);
  expect(attempts()).toHaveLength(4);
});

test('the check of the content reaches no other machine', async () => {
  const { env, attempts } = watchProcess(folder, 'check');
  const { failed, output } = await runNode(['src/commands/check-content.ts'], env, root);
  expect(failed, output).toBe(0);
  expect(attempts()).toEqual([]);
});

test.for(['dev', 'serve'])('npm run %s answers, and reaches no other machine', async (name) => {
  const { env, attempts } = watchProcess(folder, name);
  const port = await freePort();
  const script = commandOf(name);
  const args = name === 'dev' ? [...script, '--port', String(port), '--host', '127.0.0.1'] : script;
  // Astro serves no pages under Vitest, and goes into the background when it takes what started it for a program.
  const settings = { ...process.env, ...env, PORT: String(port), ASTRO_DEV_BACKGROUND: '1', VITEST: '', NODE_ENV: '' };
  const server = spawn(process.execPath, args, { cwd: root, env: settings, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // The server of `dev` listens before it has a page to send.
  const home = async () => (await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))?.text() ?? '';
  try {
    await expect.poll(home, { timeout: 300_000, interval: 200 }).toContain('担当作为知识库');
  } finally {
    server.kill();
    await ended;
  }
  expect(attempts()).toEqual([]);
});

test('Astro stays quiet under the tests too, whatever their environment says', async () => {
  const { output } = await runNode(['-p', 'process.env.ASTRO_TELEMETRY_DISABLED']);
  expect(output.trim()).toBe('1');
});

test('npm asks nobody whether there is a newer npm', () => {
  expect(readFileSync(join(import.meta.dirname, '../../.npmrc'), 'utf8')).toMatch(/^update-notifier=false$/mu);
});

/** What `npm run` starts, as arguments of Node. */
function commandOf(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const [program, ...args] = (scripts[name] ?? '').split(' ');
  expect(program).toBe('node');
  return args;
}
