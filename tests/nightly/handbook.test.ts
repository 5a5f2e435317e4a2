/** The handbook for operators: every command in it is run, in the order in which it stands there, on a small site. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { freePort } from '../support/nginx.ts';
import { copyProject, OWN_CONTENT, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';

const HANDBOOK = readFileSync(join(OWN_CONTENT, 'pages/operators.mdx'), 'utf8');
const COMMANDS = [...new Set([...HANDBOOK.matchAll(/`(npm [^`]+)`/gu)].map(([, command = '']) => command))];
const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What cannot be run here, and why nothing is lost by it. */
const NOT_HERE: Record<string, string> = {
  'npm ci': 'whoever runs the tests has run it',
  'npm run 命令 -- 参数': 'the form of all the others',
  'npm run build': 'publish builds, and quiet.test.ts',
  'npm run build:folder': 'publish makes it, and served-folder.test.ts',
  'npm run fetch:units': 'wants another unit: tests/hosting/units.test.ts',
  'npm run hosting -- nginx --parts': 'wants a site below a path: tests/hosting/shared-nginx.test.ts',
  'npm run bundle -- --out kb.tar.gz': 'takes minutes: npm run test:nightly -- bundle',
};
/** Commands that tell something by their exit code beside failing. */
const MAY_END_WITH_1 = /^npm run (?:verify|report:due)\b/u;
const SAID: Record<string, RegExp> = {
  build: /完成，用时/u,
  register: /新登记 1 个条目/u,
  publish: /发布了 \d{4}-/u,
  rollback: /服务器上现在是 000\d-|现在 → 000\d-/u,
  hosting: /已写出/u,
  verify: /：0 个不符/u,
  'check:content': /没有问题/u,
  'pack:library': /打好了共同库/u,
  'upgrade:library': /加 --yes 再运行一次|换上了/u,
  'report:due': /截至/u,
};

let root: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
});

afterAll(() => remove());

let published = 0;

test('the handbook has commands, and every one is a command of the project', () => {
  expect(COMMANDS.length).toBeGreaterThan(18);
  const unknown = COMMANDS.filter((command) => !NOT_HERE[command]).filter((command) => !scripts[nameOf(command)]);
  expect(unknown).toEqual([]);
});

test.for(COMMANDS.filter((command) => !NOT_HERE[command]))('%s', async (command) => {
  const name = nameOf(command);
  if (name === 'serve') return serves();
  const { url, close } = await served(name === 'verify');
  const args = argumentsOf(command, url);
  // One build is enough to publish; the others take what it has made.
  if (name === 'publish' && published++ > 0 && !args.includes('--built')) args.push('--built');
  const { failed, output } = await runNode([...scriptOf(name), ...args], { SITE_URL: 'http://10.0.0.8' }, root);
  await close();
  if (!MAY_END_WITH_1.test(command)) expect(failed, output).toBe(0);
  expect(output).toMatch(SAID[name] ?? /^(?!)/u);
});

function nameOf(command: string): string {
  return command.split(' ')[2] ?? '';
}

function scriptOf(name: string): string[] {
  return (scripts[name] ?? '').split(' ').slice(1);
}

/** The arguments with folders and addresses of this machine. What is put there in another way is put elsewhere. */
function argumentsOf(command: string, url: string): string[] {
  const to = join(root, command.includes('--switch') ? '另一处' : '服务器 上');
  const written = command.split(' ').slice(3);
  return written.filter((arg) => arg !== '--').map((arg) => arg.replace('/srv/kb', to).replace('http://10.0.0.8/kb/', url));
}

async function served(isWanted: boolean): Promise<{ url: string; close: () => Promise<void> }> {
  if (!isWanted) return { url: '', close: () => Promise.resolve() };
  const { server, url } = await serve(join(root, '服务器 上/site'), 0);
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serves(): Promise<void> {
  const port = await freePort();
  const child = spawn(process.execPath, scriptOf('serve'), { cwd: root, env: { ...process.env, PORT: String(port) }, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const health = async () => (await fetch(`http://127.0.0.1:${port}/health.txt`).catch(() => undefined))?.text() ?? '';
  try {
    await expect.poll(health, { timeout: 30_000, interval: 200 }).toMatch(/^ok\n/u);
  } finally {
    child.kill();
    await ended;
  }
}
