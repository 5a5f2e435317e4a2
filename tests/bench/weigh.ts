/** Weighs pages and searches in a browser that has seen nothing before: bytes of response bodies as they come over the wire. */
import type { Page, Request } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import type { ServedSite } from '../support/browser.ts';

/** Bytes that opening a page takes, by kind. */
export interface Weight {
  html: number;
  css: number;
  js: number;
  rest: number;
  total: number;
}

/** What the first search takes beyond the page it starts from. */
export interface SearchWeight {
  bytes: number;
  requests: number;
  /** The number of hits that the page shows. */
  hits: string;
}

/** What a fresh browser loads when it opens a page and its reader does nothing. */
export async function weighPage(site: ServedSite, path: string): Promise<Weight> {
  const { page, context, requests } = await openCounted(site);
  await page.goto(site.at(path), { waitUntil: 'networkidle' });
  const weight: Weight = { html: 0, css: 0, js: 0, rest: 0, total: 0 };
  for (const request of requests) {
    const bytes = await bodyBytes(request);
    weight[PARTS[request.resourceType()] ?? 'rest'] += bytes;
    weight.total += bytes;
  }
  await context.close();
  return weight;
}

/** The first search on this site, from the results page with nothing asked yet. */
export async function weighSearch(site: ServedSite, query: string): Promise<SearchWeight> {
  const opened = await openCounted(site);
  const { page } = opened;
  await page.goto(site.at('/search/'), { waitUntil: 'networkidle' });
  return weighFrom(opened, async () => {
    await page.getByRole('searchbox', { name: '检索词' }).fill(query);
    await page.keyboard.press('Enter');
    await page.locator('[data-search-state="done"]').waitFor();
    await page.locator('[data-hit]').first().waitFor();
    await page.waitForLoadState('networkidle');
    return (await page.locator('[data-search-count]').first().textContent()) ?? '';
  });
}

/** What one press of a button of the pack page takes beyond the page itself: the code that writes files comes only then. */
export async function weighExport(site: ServedSite, items: string, button: string): Promise<{ page: number; bytes: number }> {
  const { page, context, requests } = await openCounted(site);
  await page.goto(site.at(`/pack/?items=${items}`), { waitUntil: 'networkidle' });
  await page.locator('pack-builder[data-state="done"]').waitFor();
  const sizes = () => Promise.all(requests.map((request) => bodyBytes(request)));
  const before = (await sizes()).reduce((sum, bytes) => sum + bytes, 0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  await download;
  await page.waitForTimeout(SETTLED);
  const after = (await sizes()).reduce((sum, bytes) => sum + bytes, 0);
  await context.close();
  return { page: before, bytes: after - before };
}

/** The first search on a Starlight site, from an entry's page. */
export async function weighStarlightSearch(site: ServedSite, path: string, query: string): Promise<SearchWeight> {
  const opened = await openCounted(site);
  const { page } = opened;
  await page.goto(site.at(path), { waitUntil: 'networkidle' });
  return weighFrom(opened, async () => {
    await page.locator('button[data-open-modal]').click();
    await page.locator('dialog input').fill(query);
    await page.locator('dialog .pagefind-ui__result-link, dialog a[href*="/"]').first().waitFor();
    await page.waitForLoadState('networkidle');
    return (await page.locator('.pagefind-ui__message').first().textContent())?.trim() ?? '';
  });
}

const PARTS: Record<string, 'html' | 'css' | 'js'> = { document: 'html', stylesheet: 'css', script: 'js' };

/** Long enough for a page to have asked for all it wants after the network went quiet once. */
const SETTLED = 1000;

interface CountedPage {
  page: Page;
  context: { close(): Promise<void> };
  requests: Request[];
}

/** Requests of workers come by the context, not by the page; a data address crosses no wire. */
async function openCounted(site: ServedSite): Promise<CountedPage> {
  const { page, context } = await openPage(site);
  const requests: Request[] = [];
  context.on('requestfinished', (request) => {
    if (request.url().startsWith('http')) requests.push(request);
  });
  return { page, context, requests };
}

async function weighFrom({ page, context, requests }: CountedPage, search: () => Promise<string>): Promise<SearchWeight> {
  const before = requests.length;
  const hits = await search();
  await page.waitForTimeout(SETTLED);
  const later = requests.slice(before);
  const sizes = await Promise.all(later.map((request) => bodyBytes(request)));
  await context.close();
  return { bytes: sizes.reduce((sum, bytes) => sum + bytes, 0), requests: later.length, hits };
}

async function bodyBytes(request: Request): Promise<number> {
  const { responseBodySize } = await request.sizes();
  return responseBodySize;
}
