import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeskContent } from '../../src/edit/desk-content.ts';
import { newEntryIn } from '../../src/edit/new-entry.ts';
import type { DeskEntry } from '../../src/edit/protocol.ts';
import { serveDesk } from '../../src/edit/serve-desk.ts';
import type { DeskAddress } from '../../src/edit/serve-desk.ts';

const ROOT = join(import.meta.dirname, '../..');
const PLACE = 'practices/example';

let folder: string;
let desk: DeskAddress;
let own: URL;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync(join(ROOT, 'tests/fixtures/sound-content/content'), join(folder, 'content'), { recursive: true });
  const content = await DeskContent.open({ root: join(folder, 'content'), cache: join(folder, 'read') }, () => '2026-11-28');
  desk = await serveDesk(content, { root: ROOT, keep: join(folder, 'edit'), port: 0, newEntry: newEntryIn(content) });
  own = new URL(desk.url);
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What the desk answers; the headers are those given and no others, as a stranger may send them. */
function asked({ path, method = 'GET', headers = {}, body = '' }: Asked) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: own.port, path, method, headers: { host: own.host, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject).end(body);
  });
}

const json = { 'content-type': 'application/json' };

describe('the desk answers', () => {
  test('on this machine alone', () => {
    expect(desk.server.address()).toMatchObject({ address: '127.0.0.1' });
  });

  test('whoever knows the address, with headers that let nothing else in', async () => {
    const page = await asked({ path: own.pathname });
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['without the secret', '/'],
    ['with another secret', `/${'x'.repeat(24)}/api/list`],
    ['with a part of the secret', (): string => own.pathname.slice(0, 10)],
    ['without the secret, for a file', '/desk.js'],
  ])('nobody %s', async (_, path) => {
    const answer = await asked({ path: typeof path === 'string' ? path : path() });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('script');
  });

  test('nobody who reaches it by another name', async () => {
    for (const host of ['evil.example', `evil.example:${own.port}`, '127.0.0.1'])
      expect((await asked({ path: `${own.pathname}api/list`, headers: { host } })).status, host).toBe(403);
  });

  test('no page from elsewhere that would change something', async () => {
    const body = JSON.stringify({ place: PLACE, revision: 1 });
    const change = { path: `${own.pathname}api/undo`, method: 'POST', body };
    expect((await asked({ ...change, headers: { ...json, origin: 'http://evil.example' } })).status).toBe(403);
    expect((await asked({ ...change, headers: json })).status).toBe(403);
    expect((await asked({ ...change, headers: { 'content-type': 'text/plain', origin: own.origin } })).status).toBe(403);
  });
});

const post = (path: string, message: unknown) =>
  asked({ path: `${own.pathname}api/${path}`, method: 'POST', headers: { ...json, origin: own.origin }, body: JSON.stringify(message) });

describe('a change', () => {
  test('is made, and one that knows an older state is refused with the state that there is', async () => {
    const entry = JSON.parse((await asked({ path: `${own.pathname}api/entry?place=${PLACE}` })).text) as DeskEntry;
    const message = { place: PLACE, revision: entry.revision, changes: [{ path: ['title'], value: '新的标题' }] };
    const made = await post('change', message);
    expect(JSON.parse(made.text)).toMatchObject({ data: { title: '新的标题' } });
    const late = await post('change', message);
    expect(late.status).toBe(409);
    expect(JSON.parse(late.text)).toMatchObject({ entry: { data: { title: '新的标题' } } });
  });

  test.each([
    ['no message', 'nonsense', '读不懂'],
    ['a place outside', { place: '../../etc/passwd', revision: 1, changes: [] }, '没有这个条目'],
    ['a change of no kind', { place: PLACE, revision: 1, changes: [{ mode: 'x' }] }, '读不懂'],
  ])('that is %s is refused in words', async (_, message, words) => {
    const refused = await post('change', message);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(words);
  });
});

test('the page of an entry is the one of the site, with what has not been saved, and without scripts', async () => {
  const page = await asked({ path: `${own.pathname}site/${PLACE}/` });
  expect(page.status).toBe(200);
  expect(page.text).toContain('<h1');
  expect(page.text).toContain('新的标题');
  expect(page.text).not.toContain('<script');
  expect(page.headers['content-security-policy']).not.toContain('script-src');
  const styles = [...page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/gu)].map(([, href = '']) => href);
  expect(styles.map((href) => href.split('/').at(-1))).toEqual(
    expect.arrayContaining(['tokens.css', 'base.css', 'shell.css', 'entry.css']),
  );
  for (const path of styles)
    expect(await asked({ path }), path).toMatchObject({ status: 200, headers: { 'content-type': 'text/css; charset=utf-8' } });
}, 60_000);

test('no style sheet but the site’s own is given out', async () => {
  for (const name of ['../../package.json', '..%2f..%2fpackage.json', 'nothing.css'])
    expect((await asked({ path: `${own.pathname}site/styles/${name}` })).status, name).toBe(404);
});

test('nothing of it is reached from what readers get', () => {
  const astro = readFileSync(join(ROOT, 'astro.config.mjs'), 'utf8');
  expect(astro).not.toContain('edit');
});
