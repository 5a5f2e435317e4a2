import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, openServed } from '../support/browser.ts';
import type { ServedSite } from '../support/browser.ts';
import { buildCopy } from '../support/build-copy.ts';
import { distFolder, readExportedEntries } from '../support/built-site.ts';
import { freePort, startNginx, untilListening } from '../support/nginx.ts';

/** A server that operators use, and how it is started. */
interface Server {
  name: string;
  start: () => Promise<{ url: string; close: () => Promise<void> }>;
}

const SERVERS: Server[] = [
  { name: 'nginx below a sub-path', start: startBelowSubPath },
  { name: 'python3 -m http.server', start: startPython },
];

describe.each(SERVERS)('$name', ({ start }) => {
  let site: ServedSite;

  beforeAll(async () => {
    const { url, close } = await start();
    site = await openServed(url, close);
  });

  afterAll(() => site.close());

  test.for([
    ['/', 'main'],
    ['/practices/', 'main'],
    [readExportedEntries()[0]?.url, '[data-entry]'],
    ['/about/', 'main'],
    ['/search/?q=%E5%AE%B9%E9%94%99', '[data-search-state="done"]'],
    ['/compare/?ids=RC-001,RC-006', '[data-state="done"]'],
    ['/pack/?items=RC-001,SJ-008,SY-001', '[data-state="done"]'],
    ['/report/?q=%E5%AE%B9%E9%94%99&ids=RC-001,RC-006', '[data-state="done"]'],
  ])('%s opens without a complaint', async ([path = '', ready = '']) => {
    const { page, context, complaints, strayRequests } = await openPage(site);
    await page.goto(site.at(path));
    await page.locator(ready).waitFor();
    expect(complaints).toEqual([]);
    expect(strayRequests).toEqual([]);
    await context.close();
  });

  test('search leads to an entry, and its links lead on', async () => {
    const { page, context } = await openPage(site);
    await page.goto(site.at('/'));
    await page.getByRole('searchbox', { name: '检索全站' }).fill('容错');
    await page.keyboard.press('Enter');
    await page.locator('[data-search-state="done"]').waitFor();
    await page.locator('[data-search-hits] a').first().click();
    await page.locator('[data-entry]').waitFor();
    expect(page.url().startsWith(site.url)).toBe(true);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.filter((link) => new URL(link).origin === new URL(site.url).origin && !link.startsWith(site.url))).toEqual([]);
    await context.close();
  });

  test('a number and an address without its slash lead to their page', async () => {
    const { page, context } = await openPage(site);
    await page.goto(site.at('/practices'));
    expect(page.url()).toBe(site.at('/practices/'));
    await page.goto(site.at('/id/SJ-008'));
    await page.locator('[data-entry="SJ-008"]').waitFor();
    await context.close();
  });
});

async function startBelowSubPath(): ReturnType<Server['start']> {
  const { dist, remove } = await buildCopy({ SITE_BASE: '/kb/' });
  const { url, close } = await startNginx(dist, { base: '/kb/' });
  const atHost = (path: string) => fetch(new URL(path, url), { redirect: 'manual' });
  const bare = await atHost('/kb');
  expect([bare.status, bare.headers.get('location')]).toEqual([301, '/kb/']);
  expect((await atHost('/kb/no-such-page/')).status).toBe(404);
  expect(await (await atHost('/kb/no-such-page/')).text()).toContain('没有这个页面');
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
