import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodedBase } from '../../src/domain/site/site-address.ts';
import { openPage, openServed } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { freePort, startNginx, untilListening } from '../support/nginx.ts';
import { copyProject, OWN_CONTENT, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';

/** Entries that the site of a server has. */
interface Numbers {
  /** A practice. */
  practice: string;
  /** The address of its page. */
  page: string;
  /** Two of one collection. */
  pair: string;
  /** A case, a practice and a term. */
  three: string;
}

/** A server that operators use, and how it is started. */
interface Server {
  name: string;
  numbers: Numbers;
  start: () => Promise<{ url: string; close: () => Promise<void> }>;
}

/** `ALL_KINDS=1` puts the whole content below the sub-path, as the nightly tests do; what the path does to a page, a small site shows as well. */
const IS_WHOLE = process.env['ALL_KINDS'] !== undefined;
/** The small site stands below a path that has to be encoded. */
const TYPED_BASE = IS_WHOLE ? '/kb/' : '/干部 学习/知识库/';
const BASE = encodedBase(TYPED_BASE);
const WHOLE: Numbers = {
  practice: 'SJ-008',
  page: readExportedEntries().find(({ id }) => id === 'SJ-008')?.url ?? '',
  pair: 'RC-001,RC-006',
  three: 'RC-001,SJ-008,SY-001',
};
const SMALL: Numbers = { practice: 'SJ-001', page: '/practices/example/', pair: 'SJ-001,SJ-002', three: 'RC-001,SJ-001,SY-001' };

const SERVERS: Server[] = [
  { name: 'nginx below a sub-path', numbers: IS_WHOLE ? WHOLE : SMALL, start: startBelowSubPath },
  { name: 'python3 -m http.server', numbers: WHOLE, start: startPython },
];

describe.each(SERVERS)('$name', ({ start, numbers: { practice, page: entry, pair, three } }) => {
  let site: ServedSite;
  let visit: WatchedPage;

  beforeAll(async () => {
    const { url, close } = await start();
    site = await openServed(url, close);
    visit = await openPage(site);
  });

  afterAll(() => site.close());

  test.for([
    ['/', 'main'],
    ['/practices/', 'main'],
    [entry, '[data-entry]'],
    ['/about/', 'main'],
    ['/search/?q=%E5%AE%B9%E9%94%99', '[data-search-state="done"]'],
    [`/compare/?ids=${pair}`, '[data-state="done"]'],
    [`/pack/?items=${three}`, '[data-state="done"]'],
    [`/report/?q=%E5%AE%B9%E9%94%99&ids=${pair}`, '[data-state="done"]'],
  ])('%s opens without a complaint', async ([path = '', ready = '']) => {
    const { page, complaints, strayRequests } = visit;
    complaints.length = 0;
    await page.goto(site.at(path));
    await page.locator(ready).waitFor();
    expect(complaints).toEqual([]);
    expect(strayRequests).toEqual([]);
  });

  test('search leads to an entry, and its links lead on', async () => {
    const { page } = visit;
    await page.goto(site.at('/'));
    await page.getByRole('searchbox', { name: '检索全站' }).fill('容错');
    await page.keyboard.press('Enter');
    await page.locator('[data-search-state="done"]').waitFor();
    await page.locator('[data-search-hits] a').first().click();
    await page.locator('[data-entry]').waitFor();
    expect(page.url().startsWith(site.url)).toBe(true);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.filter((link) => new URL(link).origin === new URL(site.url).origin && !link.startsWith(site.url))).toEqual([]);
  });

  test('a number and an address without its slash lead to their page', async () => {
    const { page } = visit;
    await page.goto(site.at('/practices'));
    expect(page.url()).toBe(site.at('/practices/'));
    await page.goto(site.at(`/id/${practice}`));
    await page.locator(`[data-entry="${practice}"]`).waitFor();
  });
});

async function startBelowSubPath(): ReturnType<Server['start']> {
  const { root, remove } = await copyProject(IS_WHOLE ? OWN_CONTENT : SMALL_CONTENT);
  const { failed, output } = await runNode(['src/commands/build.ts'], { SITE_BASE: TYPED_BASE }, root);
  if (failed > 0) throw new Error(output);
  const { url, close } = await startNginx(join(root, 'dist'), { base: BASE });
  const atHost = (path: string) => fetch(new URL(path, url), { redirect: 'manual' });
  const bare = await atHost(BASE.slice(0, -1));
  expect([bare.status, bare.headers.get('location')]).toEqual([301, BASE]);
  const host = await atHost('/');
  expect([host.status, host.headers.get('location')]).toEqual([302, BASE]);
  const folder = await atHost(`${BASE}practices`);
  expect([folder.status, folder.headers.get('location')]).toEqual([301, `${BASE}practices/`]);
  const number = await atHost(`${BASE}id/rc001`);
  expect([number.status, number.headers.get('location')]).toEqual([301, `${BASE}id/RC-001/`]);
  expect((await atHost(`${BASE}no-such-page/`)).status).toBe(404);
  expect(await (await atHost(`${BASE}no-such-page/`)).text()).toContain('没有这个页面');
  return {
    url,
    close: async () => {
      await close();
      await remove();
    },
  };
}

async function startPython(): ReturnType<Server['start']> {
  const port = await freePort();
  const python = spawn('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', distFolder], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) =>
    python.once('exit', () => {
      resolve();
    }),
  );
  await untilListening(port, () => python.exitCode !== null);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      python.kill();
      await ended;
    },
  };
}
