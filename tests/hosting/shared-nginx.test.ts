/** Several libraries below paths of one real nginx: each has its own settings, and none touches another's. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASKED, KEPT, POLICY_HEADER } from '../../src/hosting/headers.ts';
import { nginxParts } from '../../src/hosting/nginx.ts';
import { startSharedNginx } from '../support/nginx.ts';
import type { Nginx } from '../support/nginx.ts';

const FRIEND = 'http://10.0.0.7';
const SITES = [
  { name: '青川', base: '/qingchuan/', allow: [FRIEND] },
  { name: '北川', base: '/beichuan/', allow: [] },
  { name: '旺苍', base: '/%E6%97%BA%E8%8B%8D/%E7%9F%A5%E8%AF%86%E5%BA%93/', allow: [] },
  { name: '市里', base: '/portal/', allow: [] },
] as const;

let folder: string;
let nginx: Nginx;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shared-'));
  const sites = SITES.map(({ name, base, allow }) => ({ root: join(folder, name), base, allow: [...allow] }));
  for (const { name } of SITES) {
    const files = { 'index.html': name, '404.html': `${name}没有这一页`, 'id/RC-001/index.html': `${name}的一条`, 'data/build.json': '{}' };
    for (const [path, text] of Object.entries({ ...files, 'search-index/0123456789ab/words.json.js': '0' })) {
      await mkdir(dirname(join(folder, name, path)), { recursive: true });
      await writeFile(join(folder, name, path), text);
    }
  }
  nginx = await startSharedNginx(sites);
});

afterAll(async () => {
  await nginx.close();
  await rm(folder, { recursive: true });
});

const ask = (base: string, path: string, headers: Record<string, string> = {}) =>
  fetch(nginx.url.slice(0, -1) + base + path, { redirect: 'manual', headers });

test('nginx takes the parts of all of them without a word', () => {
  expect(nginx.warnings()).not.toMatch(/\[(?:warn|emerg|alert|crit)\]/u);
});

describe.for(SITES)('$name', ({ name, base, allow }) => {
  test('answers with its own pages, and with its own page for what is not there', async () => {
    expect(await (await ask(base, '')).text()).toBe(name);
    const missing = await ask(base, 'no-such-page/?q=secret');
    expect([missing.status, await missing.text()]).toEqual([404, `${name}没有这一页`]);
    expect((await ask(base.slice(0, -1), '')).headers.get('location')).toBe(base);
  });

  test('leads on with what was asked', async () => {
    expect((await ask(base.slice(0, -1), '?q=rc001')).headers.get('location')).toBe(`${base}?q=rc001`);
    expect((await ask(base, 'id/RC-001?q=rc001')).headers.get('location')).toBe(`${base}id/RC-001/?q=rc001`);
    expect((await ask(base, 'id/rc001?q=rc001')).headers.get('location')).toBe(`${base}id/RC-001/?q=rc001`);
  });

  test('leads numbers on below its own path', async () => {
    expect((await ask(base, 'id/rc001')).headers.get('location')).toBe(`${base}id/RC-001/`);
  });

  test('says what a browser may do and keep', async () => {
    const [page, kept] = [await ask(base, ''), await ask(base, 'search-index/0123456789ab/words.json.js')];
    expect(page.headers.get('content-security-policy')).toBe(POLICY_HEADER);
    expect([page, kept].map(({ headers }) => headers.get('cache-control'))).toEqual([ASKED, KEPT]);
    expect(kept.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('may be read by those alone that it allows', async () => {
    const { headers } = await ask(base, 'data/build.json', { origin: FRIEND });
    expect(headers.get('access-control-allow-origin')).toBe(allow.length > 0 ? FRIEND : null);
  });
});

test('no word of a reader stands in the log', () => {
  expect(nginx.requests()).toContain('/qingchuan/no-such-page/ ');
  expect(nginx.requests()).not.toContain('secret');
});

test('a library that has the whole server has no part in one', () => {
  const whole = { name: '库', root: '/srv', base: '/', host: '_', listen: '80', log: '/l', allow: [] };
  expect(() => nginxParts(whole)).toThrow('各要有自己的路径');
});
