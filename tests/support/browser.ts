/** The built site served on a free port, and a Chromium to read it with. */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../src/commands/serve.ts';
import { distFolder } from './built-site.ts';
import { findChromium } from './chromium.ts';

/** A served site with a browser; close it after the tests. */
export interface ServedSite {
  browser: Browser;
  /** The site's address, ending in the base: `http://127.0.0.1:41234/`. */
  url: string;
  /** The full address of a path below the base. */
  at(path: string): string;
  close(): Promise<void>;
}

/** Serves a built site and starts a browser. */
export async function openSite(folder = distFolder): Promise<ServedSite> {
  const { server, url } = await serve(folder, 0);
  return openServed(url, async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

/** Starts a browser for a site that some server serves at `url`, ending in the base; `stop` ends that server. */
export async function openServed(url: string, stop: () => Promise<void>): Promise<ServedSite> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: npm test installs one, CHROMIUM_PATH names one');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  return {
    browser,
    url,
    at: (path) => url.slice(0, -1) + path,
    async close() {
      await browser.close();
      await stop();
    },
  };
}

/** A page with what it said and asked for: everything that should not be there is gathered from the first moment. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** Errors and warnings of the console, uncaught exceptions, and violations of the content security policy. */
  complaints: string[];
  /** Addresses requested from anywhere but the site. */
  strayRequests: string[];
}

/** Opens an empty page in a context of its own. */
export async function openPage(site: ServedSite, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await site.browser.newContext({ locale: 'zh-CN', ...options });
  return watchPage(site, context);
}

/** Another empty page of the context of `visit`, whose own is closed: nothing is stored, and scripts need not be fetched and compiled again. */
export async function openAnother(site: ServedSite, { page: before, context }: WatchedPage): Promise<WatchedPage> {
  const visit = await watchPage(site, context);
  await before.close();
  const devtools = await context.newCDPSession(visit.page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(site.url).origin, storageTypes: 'all' });
  await devtools.detach();
  await context.clearPermissions();
  return visit;
}

async function watchPage(site: ServedSite, context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const strayRequests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(site.url).origin) strayRequests.push(request.url());
  });
  return { page, context, complaints, strayRequests };
}
