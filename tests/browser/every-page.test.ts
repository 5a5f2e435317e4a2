/** One page of every kind, opened once and asked everything. `ALL_WIDTHS=1` tries more widths and every stop of Tab, as the nightly tests do. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAxeFaults, findSmallTargets, keepToUnlike } from '../support/axe.ts';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readControls, speaksChinese, walkByTab } from '../support/controls.ts';
import { pageKinds } from '../support/page-kinds.ts';
import type { PageKind } from '../support/page-kinds.ts';
import {
  findSmallLetters,
  findUnmarkedControls,
  measureLargeLetters,
  measureOverflow,
  measureWideSpacing,
} from '../support/page-questions.ts';

const IS_WHOLE = process.env['ALL_WIDTHS'] !== undefined;
const WIDTHS = IS_WHOLE ? [320, 360, 390, 480, 600, 640, 768, 900, 1024, 1280, 1440] : [320, 640, 1280];
/** Letters twice as large are asked of the narrower one by day, which has less room for them. */
const WIDTHS_OF_LARGE_LETTERS = IS_WHOLE ? [1280, 640] : [640];
/** Of a list of a hundred entries the later ones have the controls of the first; the nightly tests walk through them all. */
const STOPS = IS_WHOLE ? Number.MAX_SAFE_INTEGER : 20;
/** In pixels. */
const SMALLEST_LETTERS = 11;
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 800 };
const FITS = { beyond: 0, cut: [], widest: '' };

/** Looks of text whose contrast has been judged: the frame of the site and most of a page look like another. At night each page is judged for itself. */
const judged = process.env['ALL_LOOKS'] ? undefined : new Set<string>();

/** A page may have hundreds of stops, and a busy machine takes its time for each. */
const WALK_TIMEOUT = 300_000;

let site: ServedSite;
let visit: WatchedPage;
let plain: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  visit = await openPage(site, { viewport: DESK });
  plain = await openPage(site, { viewport: DESK, javaScriptEnabled: false });
});

afterAll(() => site.close());

// The questions stand in the order in which they are put to one and the same page: what may change it comes last.
describe.each(pageKinds().filter(({ hasLike }) => IS_WHOLE || !hasLike))('$name ($path)', (kind) => {
  beforeAll(async () => {
    forget(visit);
    await visit.page.setViewportSize(DESK);
    await open(visit, kind);
  });

  afterAll(async () => {
    await visit.page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  });

  test('axe finds nothing', async () => {
    // Of what is made alike a few; `npm run test:nightly -- access` has all of every page.
    await keepToUnlike(visit.page);
    // A phone has the same controls nearer to one another; the desk's distances are asked by night.
    expect((await findAxeFaults(visit.page, judged, judged === undefined)).join('\n')).toBe('');
  });

  test('every control has a Chinese name', async () => {
    const controls = await readControls(visit.page);
    expect(controls.length).toBeGreaterThan(10);
    expect(controls.filter((control) => !speaksChinese(control))).toEqual([]);
  });

  test('on a phone no control is too small for a finger', async () => {
    await visit.page.setViewportSize(PHONE);
    expect(await findSmallTargets(visit.page)).toEqual([]);
  });

  test('no width from 320 px on scrolls the page sideways, or makes the letters of a drawing too small to read', async () => {
    const faults: string[] = [];
    for (const width of WIDTHS) {
      await visit.page.setViewportSize({ width, height: 800 });
      const { beyond, widest } = await measureOverflow(visit.page);
      if (beyond > 0) faults.push(`${width}: ${beyond} beyond because of ${widest}`);
      for (const letters of await findSmallLetters(visit.page, SMALLEST_LETTERS)) faults.push(`${width}: ${letters}`);
    }
    expect(faults).toEqual([]);
  });

  test('letters twice as large scroll nothing sideways and cut nothing off', async () => {
    for (const width of WIDTHS_OF_LARGE_LETTERS) {
      await visit.page.setViewportSize({ width, height: 800 });
      expect(await measureLargeLetters(visit.page), `${width}`).toEqual(FITS);
    }
  });

  test('the spacing that readers may need cuts nothing off', async () => {
    await visit.page.setViewportSize(DESK);
    expect(await measureWideSpacing(visit.page)).toEqual(FITS);
  });

  test('forced colours leave a sign of every control and of what is chosen, and nothing moves', async () => {
    await visit.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await findUnmarkedControls(visit.page)).toEqual([]);
    expect(await visit.page.evaluate(() => document.getAnimations().length)).toBe(0);
    await visit.page.emulateMedia({ forcedColors: null, reducedMotion: null });
  });

  test('字号 大 keeps every word', async () => {
    const { medium, large, pressed } = await visit.page.evaluate(readInBothSizes);
    expect(pressed).toBe('true');
    expect(large).toBe(medium);
  });

  test(
    'Tab comes to every control, and each shows that it is there',
    async () => {
      const { expected, missed, unseen } = await walkByTab(visit.page, STOPS);
      expect(expected).toBeGreaterThan(10);
      expect(missed).toEqual([]);
      expect(unseen).toEqual([]);
    },
    WALK_TIMEOUT,
  );

  test('the console stays silent, no request leaves the site, no cookie is set', async () => {
    expect(complaintsOf(visit, kind)).toEqual([]);
    expect(visit.strayRequests).toEqual([]);
    expect(await visit.context.cookies()).toEqual([]);
  });
});

// What stands in the HTML of every page is asked of the files (`tests/dist/html.test.ts`); here, whether what lives by scripts does without them.
const LIVELY = pageKinds().filter(
  ({ name, ready }) => ready !== undefined || /^(?:home|worksheet|figures|list|entry of tolerance.*)$/u.test(name),
);

test.each(LIVELY)('$name reads with scripts off ($path)', async (kind) => {
  const { page } = plain;
  forget(plain);
  await page.goto(site.at(kind.path));
  expect((await page.getByRole('heading', { level: 1 }).textContent())?.trim()).not.toBe('');
  expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(30);
  for (const role of ['banner', 'main', 'contentinfo', 'search'] as const)
    expect(await page.getByRole(role).count(), role).toBeGreaterThan(0);
  expect(await page.getByRole('navigation', { name: '栏目' }).count()).toBe(1);
  expect(complaintsOf(plain, kind)).toEqual([]);
});

test('axe looks at three of what is made alike, and at whatever is not', async () => {
  const { page } = visit;
  const links = (count: number, words: string) => `<li><a href="/">${words}</a></li>`.repeat(count);
  const faults = async (list: string) => {
    await page.goto('about:blank');
    await page.setContent(`<main><ul>${list}</ul></main>`);
    await keepToUnlike(page);
    const left = await page.locator('[data-alike]').count();
    return { left, found: (await findAxeFaults(page)).filter((fault) => fault.startsWith('link-name')).length };
  };
  expect(await faults(links(9, '甲'))).toEqual({ left: 6, found: 0 });
  expect(await faults(links(9, '甲') + links(1, ''))).toEqual({ left: 6, found: 1 });
  expect(await faults(links(9, ''))).toEqual({ left: 6, found: 3 });
});

/** Runs in the page: what is to be read at 字号 中, and at 大 once its button is pressed. Waiting for the mouse takes longer than all the rest. */
function readInBothSizes(): { medium: string; large: string; pressed: string | null } {
  const button = (name: string) => {
    const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent.trim() === name);
    if (!found) throw new Error(`no button ${name}`);
    return found;
  };
  const medium = document.body.innerText;
  button('大').click();
  const read = { medium, large: document.body.innerText, pressed: button('大').getAttribute('aria-pressed') };
  button('中').click();
  return read;
}

async function open({ page }: WatchedPage, { path, ready, status = 200 }: PageKind): Promise<void> {
  const response = await page.goto(site.at(path));
  expect(response?.status()).toBe(status);
  if (ready) await page.locator(ready).waitFor();
}

function forget({ complaints, strayRequests }: WatchedPage): void {
  complaints.length = 0;
  strayRequests.length = 0;
}

/** A browser names the status of a page that is not there; that is all it may say. */
function complaintsOf({ complaints }: WatchedPage, { status }: PageKind): string[] {
  return complaints.filter((line) => !(status && line.includes(`${status}`)));
}
