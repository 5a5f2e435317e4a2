/** Two units' sites on two real servers, then as folders on a stick, and a third that gathers the first: asked only with leave, counted exactly, named when they fail. */
import { readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verifySite } from '../../src/commands/verify.ts';
import { writeFolder } from '../../src/export/folder/write-folder.ts';
import { openPage, openServed } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { freePort, startNginx } from '../support/nginx.ts';
import type { Nginx } from '../support/nginx.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';
import { memberOf } from '../support/zip-member.ts';

/** So high that every hit of a page is in view: those that are not are read when the reader comes near. */
const TALL = { viewport: { width: 1280, height: 6_000 } };

const TITLE = '青川：剑门关前设容错会商窗口';

let root: string;
let remove: () => Promise<void>;
let unit: Nginx;
let site: ServedSite;
let visit: WatchedPage;
let portal: ServedSite | undefined;
let ports: { own: number; unit: number };
/** How many entries of this library have the word that is looked for. */
let own: number;

/** Builds what a folder of content holds now, and keeps it under a name. */
async function build(name: string, content = 'content'): Promise<void> {
  const { failed, output } = await runNode(['src/commands/build.ts'], { CONTENT_DIR: content }, root);
  if (failed > 0) throw new Error(output);
  await rename(join(root, 'dist'), join(root, name));
}

function startUnit(): Promise<Nginx> {
  return startNginx(join(root, '青川'), { base: '/qc/', at: ports.unit, allow: [`http://127.0.0.1:${ports.own}`] });
}

async function setSite(settings: Record<string, string>, content = 'content'): Promise<void> {
  const lines = Object.entries({ name: '库', channels: '[]', ...settings }).map(([key, value]) => `${key}: ${value}\n`);
  await writeFile(join(root, content, 'site.yaml'), lines.join(''));
}

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  const [own, other] = [await freePort(), await freePort()];
  ports = { own, unit: other };
  await cp(join(root, 'content'), join(root, 'content-unit'), { recursive: true });
  // The unit has an entry of its own under a number that the others have too.
  const practice = join(root, 'content-unit/practices/second.mdx');
  await writeFile(
    join(root, 'content-unit/practices/jianmen.mdx'),
    (await readFile(practice, 'utf8')).replace(/^title: .*$/mu, `title: ${TITLE}`),
  );
  await rm(practice);
  const ledger = join(root, 'content-unit/ledger.yaml');
  await writeFile(ledger, (await readFile(ledger, 'utf8')).replace('/practices/second/', '/practices/jianmen/'));
  await setSite({ unitCode: 'QC', base: '/qc/' }, 'content-unit');
  await build('青川', 'content-unit');
  const address = `"http://127.0.0.1:${other}/qc/"`;
  const second = `{ name: 北川, code: BC, address: "http://127.0.0.1:${other}/bc/" }`;
  await setSite({ unitCode: 'DD', units: `[{ name: 青川, code: QC, address: ${address}, folder: 青川 库 }, ${second}]` });
  // What draws its pages draws those of the site that gathers, too: both stand at the root.
  await build('own');
  await setSite({
    unitCode: 'PT',
    units: `[{ name: 青川, code: QC, address: ${address}, use: 汇集, from: 青川 }, { name: 北川, code: BC, address: /bc/, use: 汇集, from: 没有 }]`,
  });
  unit = await startUnit();
  const server = await startNginx(join(root, 'own'), { at: own, units: [`http://127.0.0.1:${other}`] });
  site = await openServed(server.url, server.close);
  visit = await openPage(site, TALL);
  await visit.page.route(`http://127.0.0.1:${other}/**`, (route) => answer(route));
});

/** How 青川 answers for the files whose address has this in it: with something else, after a while, or never. */
interface Fault {
  files: string;
  body?: string;
  status?: number;
  /** Milliseconds. */
  after?: number;
}
let fault: Fault | undefined;

/** 北川 has what 青川 has, under its own code. */
async function answer(route: Route): Promise<void> {
  const asked = route.request().url();
  const isSecond = asked.includes('/bc/');
  const own = !isSecond && fault !== undefined && asked.includes(fault.files) ? fault : undefined;
  if (own?.after === Number.POSITIVE_INFINITY) return;
  if (own?.after !== undefined) await new Promise((resolve) => setTimeout(resolve, own.after));
  const response = await route.fetch({ url: asked.replace('/bc/', '/qc/') }).catch(() => undefined);
  if (!response) return route.abort();
  const text = asked.endsWith('build.json') && isSecond ? (await response.text()).replace('"unit": "QC"', '"unit": "BC"') : undefined;
  const body = own?.body ?? text;
  // The page may have gone on meanwhile.
  await route.fulfill({ response, ...(own?.status && { status: own.status }), ...(body !== undefined && { body }) }).catch(() => undefined);
}

afterAll(async () => {
  await site.close();
  await portal?.close();
  await unit.close().catch(() => undefined);
  await remove();
});

const counted = () => visit.page.locator('[data-search-count]').innerText().then(Number);
const beside = () => visit.page.locator('[data-part="beside"]').textContent();
const done = () => visit.page.locator('.search-body[data-search-state="done"]').waitFor();
const stateOf = () => visit.page.locator('[data-unit="青川"] [data-part="state"]').textContent();

test('no unit is asked before the reader agrees, and the page names who would be', async () => {
  const { page } = visit;
  const before = unit.requests();
  await page.goto(site.at('/search/?q=%E6%BE%84%E6%B8%85&units=1'));
  await done();
  expect(unit.requests()).toBe(before);
  expect(await page.locator('[data-search-units]').innerText()).toContain(`青川（http://127.0.0.1:${ports.unit}/qc/）没有问`);
  expect(await page.locator('[data-part="wanted"]').isVisible()).toBe(true);
});

test('verify says whether a server lets those ask that are allowed to', async () => {
  const aboutAllow = async (origin: string) => {
    const { advice } = await verifySite(`http://127.0.0.1:${ports.unit}/qc/`, new Map(), [origin]);
    return advice.filter((line) => line.includes('allow'));
  };
  expect(await aboutAllow(`http://127.0.0.1:${ports.own}`)).toEqual([]);
  expect(await aboutAllow('http://10.9.9.9')).toEqual([expect.stringMatching(/许 http:\/\/10\.9\.9\.9 .*没有答应.*npm run hosting/u)]);
});

test('the numbers add up: what each library finds, and an entry of the common library once', async () => {
  const { page, complaints } = visit;
  complaints.length = 0;
  await page.goto(site.at('/search/?q=%E6%BE%84%E6%B8%85'));
  await done();
  own = await counted();
  await page.locator('[data-search-units] > summary').click();
  await page.getByRole('button', { name: '同时检索这些单位' }).click();
  await page.locator('[data-search-units] [data-part="summary"]', { hasText: '2 个已问' }).waitFor();
  await done();
  expect(await counted()).toBe(own + 1);
  expect(await stateOf()).toMatch(/^共 \d+ 条，这次 1 条$/u);
  const hit = page.locator('[data-hit="青川:SJ-002"]');
  expect(await hit.locator('[data-part="unit"]').innerText()).toBe('青川');
  expect(await hit.locator('h3 a').getAttribute('href')).toContain(`http://127.0.0.1:${ports.unit}/qc/practices/jianmen/`);
  expect(await page.locator('details[data-facet="unit"]').innerText()).toMatch(new RegExp(`本库\\s+${own}\\s+青川\\s+1`, 'u'));
  expect(await beside()).toBe(`其中本库 ${own} 条、青川 1 条、北川 0 条。`);
  expect(complaints).toEqual([]);
});

test('its entry goes into the tray, and stands beside one of this library in the comparison', async () => {
  const { page } = visit;
  const unitButton = page.locator('[data-hit="青川:SJ-002"] [data-pin]');
  await unitButton.click();
  // The tools come with the first press.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('compare-tray'))).toContain('青川:SJ-002');
  await page.goto(site.at('/compare/?ids=SJ-002,QC:SJ-002'));
  await page.locator('compare-table[data-state="done"]').waitFor();
  const heads = await page
    .locator('thead th a')
    .evaluateAll((links) => links.map((link) => [link.textContent, (link as HTMLAnchorElement).href]));
  expect(heads[1]).toEqual([`青川：${TITLE}`, `http://127.0.0.1:${ports.unit}/qc/practices/jianmen/`]);
  expect(heads).toHaveLength(2);
  await page.goto(site.at('/report/?ids=SJ-002,%E9%9D%92%E5%B7%9D:SJ-002'));
  await page.locator('case-report[data-state="done"]').waitFor();
  const paper = await page.locator('[data-report-paper]').innerText();
  expect(paper).toContain(`http://127.0.0.1:${ports.unit}/qc/id/SJ-002/`);
  expect(paper).toContain('青川:SJ-002');
});

test('its entry goes into the pack too, and out onto paper with the whole address', async () => {
  const { page } = visit;
  await page.goto(site.at('/search/?q=%E6%BE%84%E6%B8%85&units=1'));
  await done();
  const button = page.locator('[data-hit="青川:SJ-002"] [data-pack]');
  await button.click();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('pack'))).toContain('SJ-002');
  await page.goto(site.at('/pack/'));
  await page.locator('pack-builder', { hasText: TITLE }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Word/u }).first().click();
  const file = await (await download).path();
  const document = memberOf(await readFile(file), 'word/document.xml');
  // Learners are told the place alone.
  expect([`做法 青川:SJ-002：青川<`, `http://127.0.0.1:${ports.unit}/qc/id/SJ-002/`].filter((text) => !document.includes(text))).toEqual(
    [],
  );
});

describe('a unit that is late', () => {
  const SEARCH = '/search/?q=%E6%BE%84%E6%B8%85';
  const without = () => `其中本库 ${own} 条、北川 1 条。青川还没有回应，没有算在内。`;

  afterEach(() => {
    fault = undefined;
  });

  test('is not waited for: this library at once, then the others, and then it is named', async () => {
    const { page } = visit;
    fault = { files: '/data/build.json', after: Number.POSITIVE_INFINITY };
    await page.goto(site.at(SEARCH));
    await page.locator('[data-search-state="asking"]').waitFor();
    expect([await counted(), await beside()]).toEqual([own, '先列本库的，正在问别的单位，问到以后一起列。']);
    const began = Date.now();
    await done();
    expect(Date.now() - began).toBeLessThan(6_000);
    expect([await counted(), await beside()]).toEqual([own + 1, without()]);
    await page.locator('[data-unit="青川"].search-unit-away').waitFor({ state: 'attached' });
    expect(await stateOf()).toBe('回应太慢');
  });

  test('is taken in when it comes, and nothing is counted twice', async () => {
    const { page } = visit;
    fault = { files: '/data/build.json', after: 4_000 };
    await page.goto(site.at(SEARCH));
    await done();
    expect([await counted(), await beside()]).toEqual([own + 1, without()]);
    await page.locator('[data-part="beside"]', { hasText: '青川 1 条' }).waitFor();
    await done();
    expect([await counted(), await beside()]).toEqual([own + 1, `其中本库 ${own} 条、青川 1 条、北川 0 条。`]);
    await expect.poll(() => page.locator('[data-hit^="青川:"]').count()).toBe(1);
  });

  test('waits for the reader who is among the results', async () => {
    const { page } = visit;
    fault = { files: '/data/build.json', after: 4_000 };
    await page.goto(site.at(SEARCH));
    await done();
    await page.locator('[data-search-hits] h3 a').first().focus();
    const button = page.getByRole('button', { name: '把刚有回应的算进来' });
    await button.waitFor();
    expect(await beside()).toBe(`其中本库 ${own} 条、北川 1 条。青川刚有回应，没有算在内。`);
    await button.click();
    await page.locator('[data-part="beside"]', { hasText: '青川 1 条' }).waitFor();
  });

  test('does not mix into what is asked meanwhile', async () => {
    const { page } = visit;
    fault = { files: '/search-index/', after: 500 };
    await page.goto(site.at(SEARCH));
    await page.locator('[data-search-state="asking"]').waitFor();
    const box = page.getByLabel('检索词');
    for (const query of ['容错', '澄清', '剑门关']) {
      await box.fill(query);
      await page.waitForTimeout(250);
    }
    await done();
    await page.locator('[data-part="beside"]', { hasText: '青川 1 条' }).waitFor();
    expect([await counted(), await beside()]).toEqual([1, '其中本库 0 条、青川 1 条、北川 0 条。']);
  });

  test.for([
    ['its facts are half a file', { files: '/data/build.json', body: '{ "unit": "QC", "contr' }, '数据读不出来'],
    ['its index is another page', { files: '/words.json', body: '<!doctype html>' }, '数据读不出来'],
    ['a part of its index is gone', { files: '/positions/', status: 404 }, '没有回应'],
    ['the texts of its entries are gone', { files: '/text/', status: 404 }, '没有回应'],
    ['the texts of its entries never come', { files: '/text/', after: Number.POSITIVE_INFINITY }, '回应太慢'],
  ] as [string, Fault, string][])('or broken, since %s, is left out of all that is counted', async ([, one, reason]) => {
    fault = one;
    await visit.page.goto(site.at(SEARCH));
    await visit.page.locator('[data-unit="青川"].search-unit-away').waitFor({ state: 'attached' });
    await done();
    expect([await stateOf(), await counted()]).toEqual([reason, own + 1]);
    expect(await beside()).toContain(`其中本库 ${own} 条、北川 1 条。青川`);
  });

  test('is asked anew when the reader wants it', async () => {
    const { page } = visit;
    fault = { files: '/data/build.json', status: 503 };
    await page.goto(site.at(SEARCH));
    await page.locator('[data-unit="青川"].search-unit-away').waitFor({ state: 'attached' });
    await done();
    fault = undefined;
    await page.locator('[data-search-units] > summary').click();
    await page.getByRole('button', { name: '再问一次没有回应的' }).click();
    await page.locator('[data-part="beside"]', { hasText: '青川 1 条' }).waitFor();
    expect(await counted()).toBe(own + 1);
  });
});

describe('a unit that cannot be read', () => {
  const search = async () => {
    await visit.page.goto(site.at('/search/?q=%E6%BE%84%E6%B8%85'));
    await visit.page.locator('[data-unit="青川"].search-unit-away').waitFor({ state: 'attached' });
    await done();
  };

  test.for([
    [0, '版本比本站旧'],
    [99, '版本比本站新'],
  ] as const)('since its contract is %i is named, and this library answers', async ([contract, reason]) => {
    const path = join(root, '青川/data/build.json');
    const text = readFileSync(path, 'utf8');
    await writeFile(path, text.replace(/"contract": \d+/u, `"contract": ${contract}`));
    await search();
    expect(await stateOf()).toContain(reason);
    expect(await counted()).toBeGreaterThan(0);
    await writeFile(path, text);
  });

  test('since it is away is named, and this library answers', async () => {
    await unit.close();
    await search();
    expect(await stateOf()).toContain('没有回应');
    expect(await counted()).toBeGreaterThan(0);
    unit = await startUnit();
  });
});

describe('on a stick with the folders of two units', () => {
  const addressOf = (folder: string, path: string) => pathToFileURL(join(root, 'stick', folder, path)).href;

  beforeAll(async () => {
    for (const [name, folder, base] of [
      ['own', '本库', '/'],
      ['青川', '青川 库', '/qc/'],
    ] as const) {
      const target = join(root, 'stick', folder);
      await mkdir(target, { recursive: true });
      await writeFolder({ folder: join(root, name), base }, target);
    }
  });

  test('the other is searched from its folder and leads there; a unit without a folder is named', async () => {
    const { page, complaints, strayRequests } = await openPage(site, TALL);
    await page.goto(`${addressOf('本库', 'search/index.html')}?q=%E6%BE%84%E6%B8%85`);
    await page.locator('.search-body[data-search-state="done"]').waitFor();
    expect(await page.locator('[data-search-count]').innerText()).toBe(String(own));
    await page.locator('[data-search-units] > summary').click();
    await page.getByRole('button', { name: '同时检索这些单位' }).click();
    await page.locator('[data-part="beside"]', { hasText: '青川 1 条' }).waitFor();
    await page.locator('.search-body[data-search-state="done"]').waitFor();
    expect(await page.locator('[data-search-count]').innerText()).toBe(String(own + 1));
    expect(await page.locator('[data-unit="北川"] [data-part="state"]').textContent()).toBe('文件夹没有放在旁边');
    // That it has no folder is told, and noted for whoever looks into it.
    expect([complaints.filter((one) => !one.includes('北川')), strayRequests]).toEqual([[], []]);
    await page.locator('[data-hit="青川:SJ-002"] [data-pin]').click();
    await page.locator('[data-hit="青川:SJ-002"] h3 a').click();
    expect(page.url()).toContain(addressOf('青川 库', 'practices/jianmen/index.html'));
    expect(await page.locator('h1').innerText()).toBe(TITLE);
  });

  test('entries of both stand side by side, and what is put aside in one is not in the other', async () => {
    const { page } = await openPage(site, TALL);
    await page.goto(`${addressOf('本库', 'compare/index.html')}?ids=SJ-002,%E9%9D%92%E5%B7%9D:SJ-002`);
    await page.locator('compare-table[data-state="done"]').waitFor();
    const heads = page.locator('thead th a');
    expect(await heads.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))).toEqual([
      addressOf('本库', 'practices/second/index.html'),
      addressOf('青川 库', 'practices/jianmen/index.html'),
    ]);
    await page.goto(addressOf('本库', 'practices/second/index.html'));
    await page.locator('[data-pin]').first().click();
    await page.goto(addressOf('青川 库', 'compare/index.html'));
    await page.locator('compare-table').waitFor();
    expect(await page.locator('thead th a').count()).toBe(0);
  });
});

describe('a site that gathers the unit', () => {
  beforeAll(async () => {
    const { output } = await runNode(['src/commands/fetch-units.ts'], {}, root);
    expect(output).toContain('青川：12 条');
    expect(output).toMatch(/北川：没有取到.*没有汇集它/u);
    await build('汇集');
    const server = await startNginx(join(root, '汇集'), {
      units: [`http://127.0.0.1:${ports.unit}`],
      allow: [`http://127.0.0.1:${ports.own}`],
    });
    portal = await openServed(server.url, server.close);
  });

  test('finds its entries in one index, each at its own page, and asks nobody', async () => {
    if (!portal) throw new Error('not served');
    const { page, complaints, strayRequests } = await openPage(portal, TALL);
    await page.goto(portal.at('/search/?q=%E5%89%91%E9%97%A8%E5%85%B3'));
    await page.locator('.search-body[data-search-state="done"]').waitFor();
    expect(await page.locator('[data-search-count]').innerText()).toBe('1');
    const link = page.locator('[data-hit="青川:SJ-002"] h3 a');
    expect(await link.getAttribute('href')).toContain(`http://127.0.0.1:${ports.unit}/qc/practices/jianmen/`);
    expect([complaints, strayRequests]).toEqual([[], []]);
  });

  test('is asked by a third one like any other: what it gathered leads to the page of its unit, and counts once where the unit answers too', async () => {
    if (!portal) throw new Error('not served');
    const { page, complaints } = await openPage(site, TALL);
    // It stands where 北川 is looked for.
    const address = portal.url;
    await page.route(`http://127.0.0.1:${ports.unit}/bc/**`, async (route) => {
      const url = new URL(route.request().url().split('/bc/')[1] ?? '', address).href;
      const response = await route.fetch({ url });
      const isState = url.endsWith('build.json');
      await route.fulfill({ response, ...(isState && { body: (await response.text()).replace('"unit": "PT"', '"unit": "BC"') }) });
    });
    await page.goto(site.at('/search/?q=%E5%89%91%E9%97%A8%E5%85%B3'));
    await page.locator('.search-body[data-search-state="done"]').waitFor();
    await page.locator('[data-search-units] > summary').click();
    await page.getByRole('button', { name: '同时检索这些单位' }).click();
    await page.locator('[data-search-units] [data-part="summary"]', { hasText: '2 个已问' }).waitFor();
    await page.locator('.search-body[data-search-state="done"]').waitFor();
    expect(await page.locator('[data-search-count]').innerText()).toBe('1');
    const links = await page
      .locator('[data-hit] h3 a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href.split('?')[0]));
    expect(links).toEqual([`http://127.0.0.1:${ports.unit}/qc/practices/jianmen/`]);
    expect(complaints).toEqual([]);
  });

  test('lists the units, and who is left out', async () => {
    if (!portal) throw new Error('not served');
    const { page } = await openPage(portal, TALL);
    await page.goto(portal.at('/units/'));
    expect(await page.locator('main').innerText()).toMatch(/青川（库）[\s\S]*没有收进来的[\s\S]*北川：\d{4}-\d\d-\d\d 去取时，没有取到/u);
    await page.goto(portal.at('/units/changes/'));
    expect(await page.locator('main').innerText()).toContain(TITLE);
  });
});
