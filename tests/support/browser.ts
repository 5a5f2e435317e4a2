/** The built site served on a free port, and a Chromium to read it with. */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../src/commands/serve.ts';
import { distFolder } from './built-site.ts';
import { findChromium } from './chromium.ts';
import { patience } from './patience.ts';

/** A served site with a browser; close it after the tests. */
export interface ServedSite {
  browser: Browser;
  /** What was opened on it. */
  contexts: BrowserContext[];
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
  const browser = await (IS_TEST ? (shared ??= launch()) : launch());
  const contexts: BrowserContext[] = [];
  return {
    browser,
    contexts,
    url,
    at: (path) => url.slice(0, -1) + path,
    async close() {
      for (const context of contexts) await context.close();
      if (!IS_TEST) await browser.close();
      await stop();
    },
  };
}

/** All files of a run of tests use one browser, which ends with its process; contexts know nothing of one another. */
const IS_TEST = process.env['VITEST'] !== undefined;
let shared: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: npm test installs one, CHROMIUM_PATH names one');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page with what it said and asked for: everything that should not be there is gathered from the first moment. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** Errors and warnings of the console, uncaught exceptions, and violations of the content security policy. */
  complaints: string[];
  /** Addresses requested from anywhere but the site. */
  strayRequests: string[];
  /** What a page has as long as it lives was done to it (a script before all others, a clock): it is of no use to the next test. */
  isSpoiled?: boolean;
}

/** As Playwright has it, which tests here count on. */
const DEFAULT_SIZE = { width: 1280, height: 720 };
/** Milliseconds for a page to open, or for something to show, on a machine that has nothing else to do. */
const ALONE = 30_000;

/** Opens an empty page in a context of its own. */
export async function openPage(site: ServedSite, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await site.browser.newContext({ locale: 'zh-CN', ...options });
  site.contexts.push(context);
  context.setDefaultTimeout(ALONE * patience());
  return watchPage(site, context);
}

/** The page as it was when it was opened, for the next test: nothing is stored, routed or set. A spoiled one makes way for another. */
export async function openAgain(site: ServedSite, before: WatchedPage): Promise<WatchedPage> {
  const { context, page } = before;
  context.setDefaultTimeout(ALONE * patience());
  const visit = before.isSpoiled ? await watchPage(site, context) : before;
  if (before.isSpoiled) await page.close();
  else await empty(before);
  const devtools = await context.newCDPSession(visit.page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(site.url).origin, storageTypes: 'all' });
  await devtools.detach();
  await context.clearPermissions();
  return visit;
}

/** A new page is a new process, which takes longer than many a test. */
async function empty({ page, complaints, strayRequests }: WatchedPage): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // Whoever has written something is asked whether to leave.
  page.once('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  if (page.url().startsWith('http')) await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  page.removeAllListeners('dialog');
  await page.emulateMedia({ media: null, forcedColors: null, reducedMotion: null });
  await page.setViewportSize(DEFAULT_SIZE);
  complaints.length = 0;
  strayRequests.length = 0;
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
