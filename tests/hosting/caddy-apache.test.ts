/** Caddy and Apache with the configurations that operators get, below a path that has to be encoded; by night, since they are installed for it. */
import { readdirSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifySite } from '../../src/commands/verify.ts';
import { encodedBase } from '../../src/domain/site/site-address.ts';
import { KEPT } from '../../src/hosting/headers.ts';
import { OTHER } from '../../src/hosting/media-types.ts';
import { CHECKSUMS, readChecksums } from '../../src/export/checksums.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';
import { startApache, startCaddy } from '../support/web-servers.ts';
import type { WebServer } from '../support/web-servers.ts';

const BASE = encodedBase('/干部 学习/知识库/');

describe('a small site', () => {
  let root: string;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ root, remove } = await copyProject(SMALL_CONTENT));
    // Apache runs as another account, which has to be let into the folder.
    await chmod(root, 0o755);
    const { failed, output } = await runNode(['src/commands/build.ts'], { SITE_BASE: decodeURI(BASE) }, root);
    if (failed > 0) throw new Error(output);
  });

  afterAll(() => remove());

  describe.each([
    ['Caddy', startCaddy],
    ['Apache', startApache],
  ] as const)('behind %s', (_, start) => {
    let server: WebServer;
    const ask = (path: string) => fetch(new URL(path, server.url), { redirect: 'manual', headers: { referer: `${server.url}?q=secret` } });

    beforeAll(async () => {
      server = await start(join(root, 'dist'), BASE);
    });

    afterAll(() => server.close());

    test('is sent as its list says, with every type and header', async () => {
      const sums = readChecksums(await (await ask(CHECKSUMS)).text());
      expect(sums.size).toBeGreaterThan(500);
      expect(await verifySite(server.url, sums)).toMatchObject({ faults: [], advice: [] });
    });

    test('leads to itself from the host and from the path without its slash', async () => {
      for (const path of ['/', BASE.slice(0, -1)]) {
        const { status, headers } = await ask(path);
        expect([301, 302]).toContain(status);
        expect(decodeURI(new URL(headers.get('location') ?? '', server.url).pathname)).toBe(decodeURI(BASE));
      }
    });

    test('leads on with what was asked', async () => {
      for (const path of ['/', BASE.slice(0, -1), `${BASE}search`]) {
        const { headers } = await ask(`${path}?q=rc001`);
        expect(new URL(headers.get('location') ?? '', server.url).search).toBe('?q=rc001');
      }
    });

    test('says with its own page that something is not there', async () => {
      const answer = await ask('_astro/gone.js');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(await answer.text()).toContain('没有这个页面');
    });

    test('lets what is named after its content be kept, and nothing else', async () => {
      const script = readdirSync(join(root, 'dist/_astro')).find((name) => name.endsWith('.js')) ?? '';
      expect((await ask(`_astro/${script}`)).headers.get('cache-control')).toBe(KEPT);
      for (const path of ['', 'pagefind/current.json', '_astro/gone.js'])
        expect((await ask(path)).headers.get('cache-control')).toBe('no-cache');
    });

    test.each(['practices/', 'data/entries.jsonl', 'data/entries.csv', 'feed.xml'])('is compressed: %s', async (path) => {
      expect((await ask(path)).headers.get('content-encoding')).toBe('gzip');
    });

    test('is not sent again while it has not changed, compressed though it is', async () => {
      const etag = (await ask('practices/')).headers.get('etag') ?? '';
      const again = await fetch(new URL('practices/', server.url), { headers: { 'if-none-match': etag } });
      expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'no-cache']);
    });

    test('sends the search index as what it is, not as what it looks like', async () => {
      const file = readdirSync(join(root, 'dist/pagefind'), { recursive: true }).find((name) => String(name).endsWith('.pf_cards'));
      expect((await ask(`pagefind/${String(file)}`)).headers.get('content-type')).toBe(OTHER);
    });

    test('writes down no word of what readers look for', async () => {
      await ask('search/?q=%E5%AE%B9%E9%94%99');
      await expect.poll(() => server.requests()).toContain('/search/');
      expect(server.requests()).not.toMatch(/%E5%AE%B9%E9%94%99|容错|secret/iu);
    });
  });
});
