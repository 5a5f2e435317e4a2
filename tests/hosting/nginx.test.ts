import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICY_HEADER } from '../../src/hosting/headers.ts';
import { nginxConfig } from '../../src/hosting/nginx.ts';
import { openPage, openServed } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { distFolder, readBuiltFile, readBuiltPages } from '../support/built-site.ts';
import { startNginx } from '../support/nginx.ts';
import type { Nginx } from '../support/nginx.ts';
import { pageKinds } from '../support/page-kinds.ts';

let nginx: Nginx;
let site: ServedSite;
let visit: WatchedPage;

beforeAll(async () => {
  nginx = await startNginx(distFolder);
  site = await openServed(nginx.url, nginx.close);
  visit = await openPage(site);
});

afterAll(() => site.close());

const ask = (path: string, headers: Record<string, string> = {}) => fetch(site.at(path), { redirect: 'manual', headers });
const script = `/_astro/${readdirSync(join(distFolder, '_astro')).find((name) => name.endsWith('.js')) ?? ''}`;
const { folder } = JSON.parse(readFileSync(join(distFolder, 'pagefind/current.json'), 'utf8')) as { folder: string };
const index = `/pagefind/${folder}/index/${readdirSync(join(distFolder, 'pagefind', folder, 'index'))[0] ?? ''}`;

/** `ALL_KINDS=1` opens every kind, as the nightly tests do; by day those that fetch something, and a few that do not. */
const PLAIN = /^(?:home|list|figures|entry of (?:practices|policies|courses))/u;
const kinds = pageKinds().filter(({ name, ready, status }) => process.env['ALL_KINDS'] || ready || status || PLAIN.test(name));

test.for(kinds)('$name opens without a complaint ($path)', async ({ path, ready, status = 200 }) => {
  const { page, complaints, strayRequests } = visit;
  complaints.length = 0;
  const response = await page.goto(site.at(path));
  expect(response?.status()).toBe(status);
  if (ready) await page.locator(ready).waitFor();
  expect(complaints.filter((line) => !(status !== 200 && line.includes(`${status}`)))).toEqual([]);
  expect(strayRequests).toEqual([]);
});

describe('the headers', () => {
  test.for(['/', '/practices/', '/data/entries.csv', '/no-such-page/', script])('of %s say what a browser may do', async (path) => {
    const { headers } = await ask(path);
    expect(Object.fromEntries([...headers].filter(([name]) => /policy|options|^server$/u.test(name)))).toEqual({
      'content-security-policy': POLICY_HEADER,
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'referrer-policy': 'same-origin',
      server: 'nginx',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  test('allow what the meta tag of every page allows, and no page frames', () => {
    const others = readBuiltPages().filter(({ html, isRedirect }) => {
      const [, meta = ''] = /<meta http-equiv="content-security-policy" content="([^"]*)"/u.exec(html) ?? [];
      return !isRedirect && `${meta}; frame-ancestors 'none'` !== POLICY_HEADER;
    });
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});

describe('a file', () => {
  test.for([
    ['/', 'text/html; charset=utf-8'],
    ['/feed.xml', 'application/xml; charset=utf-8'],
    ['/data/entries.json', 'application/json; charset=utf-8'],
    ['/data/entries.jsonl', 'application/x-ndjson; charset=utf-8'],
    ['/data/entries.csv', 'text/csv; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
    [script, 'text/javascript; charset=utf-8'],
    [index, 'application/octet-stream'],
  ])('%s has the type %s', async ([path = '', type = '']) => {
    expect((await ask(path)).headers.get('content-type')).toBe(type);
  });

  test.for(['/', '/practices/', '/data/entries.json', '/feed.xml'])('%s is sent compressed', async (path) => {
    expect((await ask(path, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
  });

  test('of the search index is packed already and not packed again', async () => {
    expect((await ask(index, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull();
  });

  test('named after its content is kept for a year, another is asked for again, a missing one is not kept', async () => {
    const kept = async (path: string) => (await ask(path)).headers.get('cache-control');
    expect(await kept(script)).toBe('public, max-age=31536000, immutable');
    expect(await kept('/practices/')).toBe('no-cache');
    expect(await kept(index)).toBe('public, max-age=31536000, immutable');
    expect(await kept('/pagefind/current.json')).toBe('no-cache');
    expect(await kept('/pagefind/pagefind.js')).toBe('no-cache');
    expect(await kept('/_astro/gone.js')).toBe('no-cache');
  });

  test('that has not changed is not sent again', async () => {
    const tag = (await ask('/practices/')).headers.get('etag') ?? 'no tag';
    expect((await ask('/practices/', { 'if-none-match': tag })).status).toBe(304);
  });
});

test('nginx has nothing to warn of, and writes down no word of what readers look for', async () => {
  await ask('/search/?q=%E5%AE%B9%E9%94%99', { referer: site.at('/search/?q=%E6%BE%84%E6%B8%85') });
  await expect.poll(() => nginx.requests()).toContain('"GET /search/ HTTP/1.1" 200');
  expect(nginx.requests()).not.toMatch(/[?]|%E5%AE%B9|容错|澄清|%E6%BE%84/u);
  expect(nginx.warnings()).toBe('');
});

describe('an address', () => {
  test('without its slash leads to the one with it, on the same host and with its query', async () => {
    const answer = await ask('/tolerance?type=x');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/tolerance/?type=x']);
  });

  test.for([
    ['/id/rc-001/', '/id/RC-001/'],
    ['/id/RC001', '/id/RC-001/'],
    ['/id/s3/', '/id/S3/'],
    ['/id/zc0003/', '/id/ZC-0003/'],
  ])('with a number in another form, %s, leads to %s', async ([path = '', to]) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, to]);
    expect((await ask(to ?? '')).status).toBe(200);
  });

  test.for(['/no-such-page/', '/practices/no-such-page', '/_astro/', '/data/', '/..%2f..%2fetc/passwd'])(
    'without a page, %s, gets the page that says so',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(path.includes('..') ? 400 : 404);
      if (answer.status === 404) expect(await answer.text()).toBe(readBuiltFile('404.html'));
    },
  );
});

test('over https the page is cut off from the windows that opened it', async () => {
  const nginx = await startNginx(distFolder, { tls: true });
  const secure = await openServed(nginx.url, nginx.close);
  const { page, context, complaints } = await openPage(secure, { ignoreHTTPSErrors: true });
  const response = await page.goto(secure.at('/practices'));
  expect(page.url()).toBe(secure.at('/practices/'));
  expect(response?.headers()['cross-origin-opener-policy']).toBe('same-origin');
  expect(complaints).toEqual([]);
  await context.close();
  await secure.close();
});

test('a path that nginx would read as syntax is refused', () => {
  const hosting = { name: '库', base: '/', host: 'localhost', listen: '80', log: '/var/log/x.log', allow: [] };
  for (const root of ['/srv/a"b', '/srv/$host', '/srv/a;b', '/srv/a\nb'])
    expect(() => nginxConfig({ ...hosting, root }), root).toThrow(RangeError);
});
