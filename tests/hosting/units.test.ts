/** Two units' sites on two real servers, and a third that gathers the first: asked only with leave, counted exactly, named when they fail. */
import { readFileSync } from 'node:fs';
import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, openServed } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { freePort, startNginx } from '../support/nginx.ts';
import type { Nginx } from '../support/nginx.ts';
import { copyProject, SMALL_CONTENT } from '../support/project-copy.ts';
import { runNode } from '../support/run-tool.ts';

const TITLE = '青川：剑门关前设容错会商窗口';

let root: string;
let remove: () => Promise<void>;
let unit: Nginx;
let site: ServedSite;
let visit: WatchedPage;
let portal: ServedSite | undefined;
let ports: { own: number; unit: number };

/** Builds what `content/` holds now, and keeps it under a name. */
async function build(name: string): Promise<void> {
  const { failed, output } = await runNode(['src/commands/build.ts'], {}, root);
  if (failed > 0) throw new Error(output);
  await rename(join(root, 'dist'), join(root, name));
}

async function setSite(settings: Record<string, string>): Promise<void> {
  const lines = Object.entries({ name: '库', channels: '[]', ...settings }).map(([key, value]) => `${key}: ${value}\n`);
  await writeFile(join(root, 'content/site.yaml'), lines.join(''));
}

beforeAll(async () => {
  ({ root, remove } = await copyProject(SMALL_CONTENT));
  const [own, other] = [await freePort(), await freePort()];
  ports = { own, unit: other };
  const address = `"http://127.0.0.1:${other}/qc/"`;
  await setSite({ unitCode: 'DD', units: `[{ name: 青川, code: QC, address: ${address} }]` });
  await build('own');
  await setSite({
    unitCode: 'PT',
    units: `[{ name: 青川, code: QC, address: ${address}, use: 汇集, from: 青川 }, { name: 北川, code: BC, address: /bc/, use: 汇集, from: 没有 }]`,
  });
  await cp(join(root, 'content'), join(root, 'content-portal'), { recursive: true });
  // The unit has an entry of its own under a number that the others have too.
  const practice = join(root, 'content/practices/second.mdx');
  await writeFile(
    join(root, 'content/practices/jianmen.mdx'),
    (await readFile(practice, 'utf8')).replace(/^title: .*$/mu, `title: ${TITLE}`),
  );
  await rename(practice, join(root, 'second.mdx'));
  const ledger = join(root, 'content/ledger.yaml');
  await writeFile(ledger, (await readFile(ledger, 'utf8')).replace('/practices/second/', '/practices/jianmen/'));
  await setSite({ unitCode: 'QC', base: '/qc/' });
  await build('青川');
  await rename(join(root, 'content'), join(root, 'content-unit'));
  await rename(join(root, 'content-portal'), join(root, 'content'));
  unit = await startNginx(join(root, '青川'), { base: '/qc/', at: other, allow: [`http://127.0.0.1:${own}`] });
  const server = await startNginx(join(root, 'own'), { at: own, units: [`http://127.0.0.1:${other}`] });
  site = await openServed(server.url, server.close);
  visit = await openPage(site);
});

afterAll(async () => {
  await site.close();
  await portal?.close();
  await unit.close().catch(() => undefined);
  await remove();
});

const counted = () => visit.page.locator('[data-search-count]').innerText().then(Number);
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

test('the numbers add up: what each library finds, and an entry of the common library once', async () => {
  const { page, complaints } = visit;
  complaints.length = 0;
  await page.goto(site.at('/search/?q=%E6%BE%84%E6%B8%85'));
  await done();
  const own = await counted();
  await page.locator('[data-search-units] > summary').click();
  await page.getByRole('button', { name: '同时检索这些单位' }).click();
  await page.locator('[data-search-units] [data-part="summary"]', { hasText: '1 个已问' }).waitFor();
  await done();
  expect(await counted()).toBe(own + 1);
  expect(await stateOf()).toMatch(/^共 \d+ 条，这次 1 条$/u);
  const hit = page.locator('[data-hit="青川:SJ-002"]');
  expect(await hit.locator('[data-part="unit"]').innerText()).toBe('青川');
  expect(await hit.locator('h3 a').getAttribute('href')).toContain(`http://127.0.0.1:${ports.unit}/qc/practices/jianmen/`);
  expect(await page.locator('details[data-facet="unit"]').innerText()).toMatch(new RegExp(`本库\\s+${own}\\s+青川\\s+1`, 'u'));
  expect(complaints).toEqual([]);
});

test('its entry goes into the tray, and stands beside one of this library in the comparison', async () => {
  const { page } = visit;
  const unitButton = page.locator('[data-hit="青川:SJ-002"] [data-pin]');
  await unitButton.click();
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
  expect(await page.evaluate(() => localStorage.getItem('compare-tray'))).toContain('青川:SJ-002');
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
  });
});

describe('a site that gathers the unit', () => {
  beforeAll(async () => {
    const { output } = await runNode(['src/commands/fetch-units.ts'], {}, root);
    expect(output).toContain('青川：12 条');
    expect(output).toMatch(/北川：没有取到.*没有汇集它/u);
    await build('汇集');
    const server = await startNginx(join(root, '汇集'), { units: [`http://127.0.0.1:${ports.unit}`] });
    portal = await openServed(server.url, server.close);
  });

  test('finds its entries in one index, each at its own page, and asks nobody', async () => {
    if (!portal) throw new Error('not served');
    const { page, complaints, strayRequests } = await openPage(portal);
    await page.goto(portal.at('/search/?q=%E5%89%91%E9%97%A8%E5%85%B3'));
    await page.locator('.search-body[data-search-state="done"]').waitFor();
    expect(await page.locator('[data-search-count]').innerText()).toBe('1');
    const link = page.locator('[data-hit="青川:SJ-002"] h3 a');
    expect(await link.getAttribute('href')).toContain(`http://127.0.0.1:${ports.unit}/qc/practices/jianmen/`);
    expect([complaints, strayRequests]).toEqual([[], []]);
  });

  test('lists the units, and who is left out', async () => {
    if (!portal) throw new Error('not served');
    const { page } = await openPage(portal);
    await page.goto(portal.at('/units/'));
    expect(await page.locator('main').innerText()).toMatch(/青川（库）[\s\S]*没有收进来的[\s\S]*北川：还没有取来它的数据/u);
    await page.goto(portal.at('/units/changes/'));
    expect(await page.locator('main').innerText()).toContain(TITLE);
  });
});
