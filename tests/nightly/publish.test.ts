/** Publishing, going back and comparing as an operator does it: by the commands, with a server that reads what was published. */
import { readFileSync, readlinkSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';

const HOST = { SITE_URL: 'http://127.0.0.1' };

let root: string;
let to: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  to = join(root, '服务器 上');
});

afterAll(() => remove());

const run = (command: string, args: string[], env: Record<string, string> = HOST) =>
  runNode([`src/commands/${command}.ts`, ...args], { SITE_URL: '', SITE_BASE: '', ...env }, root);
const publish = (args: string[] = [], env: Record<string, string> = HOST) => run('publish', ['--to', to, ...args], env);

describe('nothing is published', () => {
  test.each([
    ['to nowhere', ['--local'], '请写明服务器上的文件夹：npm run publish -- --to /srv/kb'],
    ['without an address', ['--to', 'out'], '没有设置网址，发布出去以后，引用、订阅和 Word 文件里都没有网址'],
    ['into the folder of the next build', ['--to', 'dist', '--local'], '下一次生成会连它一起换掉'],
    ['below a folder that is not there', ['--to', 'a/b', '--local'], '连上一层文件夹也没有'],
    [
      'in a way that nobody knows',
      ['--to', 'out', '--local', '--switch', 'copy'],
      '--switch 写的是“copy”，只能是 link（链接）或者 rename（改名）。',
    ],
  ])('%s', async (_, args, said) => {
    const { failed, output } = await run('publish', args, {});
    expect(failed).toBe(1);
    expect(output).toContain(said);
    expect(output).toContain('没有发布；服务器上的网站保持不变。');
    expect(output).not.toMatch(/\n\s+at /u);
  });

  test('while numbers and addresses are not registered', async () => {
    const { failed, output } = await publish();
    expect(failed).toBe(1);
    expect(output).toContain('有 1 个条目、0 个条款锚点、38 个页面还没有登记');
    expect((await run('register', [])).failed).toBe(0);
  });
});

describe('a site is published twice', () => {
  beforeAll(async () => {
    const first = await publish();
    expect(first.failed, first.output).toBe(0);
    expect(first.output).toContain(`网页服务器的根目录是 ${join(to, 'site')}，文件夹版在 ${join(to, 'folder')}。`);
  });

  test('and taken back', async () => {
    expect((await publish(['--built'])).output).toContain('发布了 0002-');
    expect((await run('rollback', ['--to', to])).output).toContain('服务器上现在是 0001-');
    expect(readlinkSync(join(to, 'site'))).toContain('0001-');
    const { output } = await run('rollback', ['--to', to, '--list']);
    expect(output).toMatch(/现在 → 0001-\d{8}-\d{4}-[0-9a-f]{8} {2}北京时间 \d{4}-\d\d-\d\d \d\d:\d\d 发布/u);
    expect(output).toMatch(/ {7}0002-/u);
  });

  test('but not from a dist/ of other settings, or one that does not agree with its list', async () => {
    expect((await publish(['--built'], { SITE_URL: 'http://10.0.0.8' })).output).toContain('dist 是按别的设置生成的');
    await writeFile(join(root, 'dist/index.html'), 'changed');
    expect((await publish(['--built'])).output).toContain('与校验清单不符（index.html），没有换上');
    expect(readFileSync(join(to, 'site/index.html'), 'utf8')).not.toBe('changed');
  });
});

test('a running site is compared file by file, and what is wrong with its server is told', async () => {
  const site = join(to, 'site');
  const { server, url } = await serve(site, 0);
  try {
    const sound = await run('verify', [url]);
    expect(sound.output).toMatch(/核对了 \d{3,} 个文件：0 个不符/u);
    // The server for looking sends no policy.
    expect(sound.output).toContain('要改  响应头 Content-Security-Policy 没有');
    await writeFile(join(site, 'practices/example/index.html'), 'changed');
    await rm(join(site, 'feed.xml'));
    const { failed, output } = await run('verify', [url]);
    expect(failed).toBe(1);
    expect(output).toContain('不符  feed.xml：服务器答 404，没有这个文件，或者不认这种文件');
    expect(output).toContain('不符  practices/example/index.html：内容与清单不符（收到 7 字节）');
    expect(output).toContain('2 个不符');
    expect((await run('verify', [`${url}kb/`])).output).toContain('没有拿到（服务器答 404）');
  } finally {
    server.closeAllConnections();
    server.close();
  }
  expect((await run('verify', [url])).output).toContain('连不上');
  expect((await run('verify', ['10.0.0.8'])).output).toContain('请写明网站的网址，连子路径');
});
