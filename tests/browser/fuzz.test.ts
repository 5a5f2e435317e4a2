/**
 * Pages that read their address or the browser's storage, with links that make no sense and with values that nobody types: nothing of them runs,
 * nothing is thrown, no policy is broken, no element grows out of a text, nothing is wider than a telephone. An element is put in anew for each value, as if the page had just been opened, which is many times
 * faster than opening it; what runs only when a page opens is opened. `FUZZ` values for each page (5), `FUZZ_SEED` (1); `npm run test:nightly -- fuzz`
 * tries thousands.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readExportedEntries } from '../support/built-site.ts';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { CANARY, hostileAddress, hostileValue } from '../support/hostile-values.ts';
import { seededRandom } from '../support/seeded-random.ts';

const COUNT = Number(process.env['FUZZ'] ?? 5);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const BATCH = 100;

/** What someone may put into a link, by mistake or not. */
const SENSELESS = [
  `ids=${Array.from({ length: 5000 }, (_, index) => `RC-${String(index).padStart(4, '0')}`).join(',')}`,
  `ids=${Array.from({ length: 5000 }, (_, index) => `SJ-${index}`).join(',')}`,
  'ids=%3Cscript%3Ealert(1)%3C%2Fscript%3E,RC-001,RC-002',
  'ids=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  'q=%22%3E%3Csvg%20onload%3Dalert(1)%3E&type=javascript:alert(1)',
  'q=%E5%AE%B9%E9%94&ids=%E5%AE,RC-001%',
  'ids=%&q=%&type=%&%=%',
  'in=../../secrets&ids=../../x,RC-001',
  'in=__proto__&constructor=1&__proto__=2&toString=3',
  'unknown=1&another=%00%01%02&sort=__proto__&all=__proto__,type',
  'type=%F0%9F%98&year=99999999999999999999&region=%2e%2e%2f',
  `q=${'%E9%95%BF'.repeat(2000)}`,
  `${'a=1&'.repeat(2000)}ids=RC-001,RC-006`,
  'ids=RC-001,RC-001,RC-001,rc-001&ids=RC-006&ids[]=RC-002',
];

interface Target {
  path: string;
  /** The element that reads. */
  element: string;
  names: string[];
}

const TARGETS: Target[] = [
  { path: '/search/', element: 'site-search', names: ['q', 'q', 'within', 'region', 'theme', 'collection', 'all', 'sort', 'mode', 'syn'] },
  { path: '/tolerance/', element: 'entry-filter', names: ['words', 'type', 'outcome', 'theme', 'region', 'all', 'sort'] },
  { path: '/practices/', element: 'entry-filter', names: ['words', 'theme', 'region', 'level', 'all', 'sort'] },
  { path: '/compare/', element: 'compare-table', names: ['ids'] },
  { path: '/report/', element: 'case-report', names: ['ids', 'q', 'in', 'type', 'theme', 'words', 'within'] },
  { path: '/pack/', element: 'pack-builder', names: ['items', 'part'] },
];
const STORED = ['compare-tray', 'pack', 'pack-before', 'text-size'];

let site: ServedSite;
const tried = { inserted: 0, opened: 0 };

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
  console.log(`fuzz: ${tried.inserted} addresses with stored values put into elements, ${tried.opened} pages opened, seed ${SEED}`);
});

describe('an element that reads its address and the storage', () => {
  test.each(TARGETS)(
    '$element on $path',
    async ({ path, element, names }) => {
      const random = seededRandom(SEED);
      const visit = await openWatched();
      await visit.page.goto(site.at(path));
      await visit.page.locator(element).first().waitFor({ state: 'attached' });
      await visit.page.setViewportSize({ width: 360, height: 640 });
      const links = SENSELESS.map((query) => ({ address: `?${query}`, stored: [] as [string, string][] }));
      const drawn = Array.from({ length: COUNT }, () => ({
        address: hostileAddress(names, random),
        stored: STORED.map((key) => [key, hostileValue(random)] as [string, string]),
      }));
      for (let done = 0; done < links.length + drawn.length; done += BATCH) {
        const values = [...links, ...drawn].slice(done, done + BATCH);
        const result = await visit.page.evaluate(tryValues, { element, values });
        expect(result).toEqual([]);
        tried.inserted += values.length;
      }
      await expectUntouched(visit);
      await visit.context.close();
    },
    600_000,
  );
});

describe('a page opened', () => {
  test.each([
    ['/tolerance/', ['type']],
    ['/measures/', ['hl', 'part']],
    ['/', ['q']],
    ['/worksheet/', ['ids']],
    ['/no-such-page/', ['q']],
  ])(
    '%s',
    async (path, names) => {
      await openMany(path, names, Math.ceil(COUNT / 10));
    },
    600_000,
  );

  test('an entry with words to mark, parts and all that is stored', async () => {
    await openMany(readExportedEntries().find(({ id }) => id === 'RC-001')?.url ?? '', ['hl', 'hl', 'part', 'q'], Math.ceil(COUNT / 4));
  }, 600_000);
});

async function openMany(path: string, names: string[], count: number): Promise<void> {
  const random = seededRandom(SEED);
  const visit = await openWatched();
  await visit.page.goto(site.at(path));
  for (let round = 0; round < count; round += 1) {
    const stored = STORED.map((key) => [key, hostileValue(random)] as [string, string]);
    await visit.page.evaluate((pairs) => {
      for (const [key, value] of pairs) localStorage.setItem(key, value);
    }, stored);
    const address = hostileAddress(names, random);
    await visit.page.goto(site.at(path) + address);
    await visit.page.mouse.move(100, 100 + (round % 300));
    tried.opened += 1;
    await expectUntouched(visit, address);
  }
  await visit.context.close();
}

async function openWatched(): Promise<WatchedPage> {
  const visit = await openPage(site);
  await visit.page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    addEventListener('error', ({ message }) => told.push(`error: ${message}`));
    addEventListener('unhandledrejection', ({ reason }) => told.push(`rejection: ${String(reason)}`));
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      told.push(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  return visit;
}

async function expectUntouched({ page, complaints, strayRequests }: WatchedPage, address = ''): Promise<void> {
  const found = await page.evaluate((canary) => {
    const told = (globalThis as unknown as { told: string[] }).told;
    // Columns of a paper have their shares of the width, and no other style.
    const isWidth = (element: Element) => element.localName === 'col' && /^width: [\d.]+%;$/u.test(element.getAttribute('style') ?? '');
    const handlers = [...document.querySelectorAll('*')].filter(
      (element) => element.getAttributeNames().some((name) => /^on|^style$/u.test(name)) && !isWidth(element),
    );
    const links = [...document.querySelectorAll('a[href]')].filter((link) => !/^https?:$/u.test((link as HTMLAnchorElement).protocol));
    const foreign = document.querySelectorAll('iframe, object, embed, script:not([src]), img[src="x"], svg[onload], base');
    return [
      ...told,
      ...(canary in globalThis ? ['a value has run'] : []),
      ...[...handlers, ...links, ...foreign].map((element) => element.outerHTML.slice(0, 200)),
    ];
  }, CANARY);
  expect(found, address).toEqual([]);
  expect(strayRequests, address).toEqual([]);
  // The server's answer to an address that is not there is no fault.
  expect(
    complaints.filter((line) => !line.includes('404')),
    address,
  ).toEqual([]);
}

/** Runs in the page: puts the element in anew for each value and waits until it has done its work. */
async function tryValues({
  element,
  values,
}: {
  element: string;
  values: { address: string; stored: [string, string][] }[];
}): Promise<string[]> {
  const kept = globalThis as unknown as { pristine?: Element };
  const present = () => document.querySelector(element);
  const first = present();
  if (!first) return [`there is no ${element}`];
  // A copy of what the server sent: it reads nothing until it stands in the page.
  if (!kept.pristine) {
    const page = await readPage();
    const found = page.querySelector(element);
    if (!found) return [`the server sends no ${element}`];
    kept.pristine = found;
  }
  const faults: string[] = [];
  for (const { address, stored } of values) {
    for (const [key, value] of stored) localStorage.setItem(key, value);
    history.replaceState(null, '', location.pathname + address);
    const fresh = document.importNode(kept.pristine, true);
    present()?.replaceWith(fresh);
    const deadline = performance.now() + 20_000;
    const isBusy = () => {
      const state =
        fresh.getAttribute('data-state') ??
        fresh.getAttribute('data-search-state') ??
        fresh.querySelector('[data-search-state]')?.getAttribute('data-search-state');
      return state === 'loading';
    };
    await new Promise((resolve) => setTimeout(resolve, 0));
    while (isBusy() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 4));
    if (isBusy()) faults.push(`still busy after 20 s: ${address.slice(0, 200)}`);
    if (document.documentElement.scrollWidth > innerWidth) faults.push(`wider than the page: ${address.slice(0, 200)}`);
    if (fresh.getAttribute('data-state') === 'error' || fresh.querySelector('[data-search-state="error"]'))
      faults.push(`an error is shown: ${address.slice(0, 200)}`);
  }
  return faults;

  /** The page as sent, parsed without running anything. Trusted Types forbid `DOMParser`; a request parses by itself. */
  function readPage(): Promise<Document> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', location.pathname);
      request.responseType = 'document';
      request.onload = () => {
        if (request.responseXML) resolve(request.responseXML);
        else reject(new Error('the page cannot be parsed'));
      };
      request.send();
    });
  }
}
