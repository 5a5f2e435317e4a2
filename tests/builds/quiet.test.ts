/** The commands send nothing to anyone, and need nothing of the home folder of the account that runs them. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { freePort } from '../support/nginx.ts';
import { runNode } from '../support/run-tool.ts';

const WATCH = `--require "${join(import.meta.dirname, '../support/watch-network.ts').replaceAll('\\', '/')}"`;

let root: string;
let remove: () => Promise<void>;
let folder: string;
let build: Watch;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  folder = await mkdtemp(join(tmpdir(), 'quiet-'));
  build = await watched('build');
  const { failed, output } = await runNode(['src/commands/build.ts'], build.env, root);
  if (failed > 0) throw new Error(output);
});

afterAll(async () => {
  await remove();
  await rm(folder, { recursive: true, force: true });
});

test('the watch on the network sees what leaves, and lets pass what stays', async () => {
  const { env, attempts } = await watched('watch');
  const asks = (address: string) => runNode(['-e', `fetch('${address}').catch(() => {})`], env);
  await asks('https://telemetry.invalid/');
  await runNode(['-e', "require('node:net').connect(443, 'socket.invalid')"], env);
  await runNode(['-e', "require('node:https').get('https://module.invalid/')"], env);
  await runNode(['-e', `new (require('node:worker_threads').Worker)("fetch('http://worker.invalid/')", { eval: true })`], env);
  expect(attempts()).toEqual(['telemetry.invalid', 'socket.invalid', 'module.invalid', 'worker.invalid']);
  await asks(`http://127.0.0.1:${await freePort()}/`);
  expect(attempts()).toHaveLength(4);
});

test('a build reaches no other machine and leaves nothing in the home folder', () => {
  expect(build.attempts()).toEqual([]);
  expect(readdirSync(build.home)).toEqual([]);
});

test('the check of the content reaches no other machine', async () => {
  const { env, attempts } = await watched('check');
  const { failed, output } = await runNode(['src/commands/check-content.ts'], env, root);
  expect(failed, output).toBe(0);
  expect(attempts()).toEqual([]);
});

test.for(['dev', 'serve'])('npm run %s answers, and reaches no other machine', async (name) => {
  const { env, attempts } = await watched(name);
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
    await expect.poll(home, { timeout: 90_000, interval: 200 }).toContain('担当作为知识库');
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

/** An environment in which the network is watched and the home folder is empty, and the hosts that were asked for. */
interface Watch {
  env: Record<string, string>;
  home: string;
  attempts: () => string[];
}

async function watched(name: string): Promise<Watch> {
  const home = join(folder, `${name}-home`);
  const record = join(folder, `${name}.txt`);
  await mkdir(home);
  await writeFile(record, '');
  return {
    env: {
      ...{ NODE_OPTIONS: WATCH, WATCHED_NETWORK: record, HOME: home, USERPROFILE: home },
      ...{ XDG_CONFIG_HOME: '', ASTRO_TELEMETRY_DISABLED: '', TELEMETRY_DISABLED: '', ASTRO_DISABLE_UPDATE_CHECK: '', CI: '' },
    },
    home,
    attempts: () => readFileSync(record, 'utf8').split('\n').filter(Boolean),
  };
}

/** What `npm run` starts, as arguments of Node. */
function commandOf(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const [program, ...args] = (scripts[name] ?? '').split(' ');
  expect(program).toBe('node');
  return args;
}
