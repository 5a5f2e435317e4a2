import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readControls, speaksChinese, walkByTab } from '../support/controls.ts';
import { pageKinds } from '../support/page-kinds.ts';

/** A page may have hundreds of stops, and a busy machine takes its time for each. */
const WALK_TIMEOUT = 300_000;

let site: ServedSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(pageKinds())('$name ($path)', ({ path, ready }) => {
  let visit: WatchedPage;

  beforeAll(async () => {
    visit = await openPage(site);
    await visit.page.goto(site.at(path));
    if (ready) await visit.page.locator(ready).waitFor();
    await visit.page.evaluate(`globalThis.measureOverflow = ${String(measureOverflow)}`);
  });

  afterAll(() => visit.context.close());

  test('every control has a Chinese name', async () => {
    const controls = await readControls(visit.page);
    expect(controls.length).toBeGreaterThan(10);
    expect(controls.filter((control) => !speaksChinese(control))).toEqual([]);
  });

  test(
    'Tab comes to every control, and each shows that it is there',
    async () => {
      const { expected, missed, unseen } = await walkByTab(visit.page);
      expect(expected).toBeGreaterThan(10);
      expect(missed).toEqual([]);
      expect(unseen).toEqual([]);
    },
    WALK_TIMEOUT,
  );

  test('the spacing that readers may need cuts nothing off', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await page.evaluate(measureWideSpacing)).toEqual({ beyond: 0, cut: [] });
  });

  test('letters twice as large scroll nothing sideways and cut nothing off', async () => {
    const { page } = visit;
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(measureLargeText), `${width}`).toEqual({ beyond: 0, cut: [] });
    }
  });

  test('forced colours leave a sign of every control and of what is chosen, and nothing moves', async () => {
    const { page, context } = await openPage(site, { forcedColors: 'active', reducedMotion: 'reduce' });
    await page.goto(site.at(path));
    if (ready) await page.locator(ready).waitFor();
    expect(await page.evaluate(findUnmarkedControls)).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await context.close();
  });

  test('字号 大 keeps every word', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 800 });
    const before = await page.locator('body').innerText();
    await page.getByRole('button', { name: '大', exact: true }).click();
    expect(await page.locator('body').innerText()).toBe(before);
  });
});

/** Runs in the page: controls that only a colour told apart from text, and pressed buttons that look like the others. */
function findUnmarkedControls(): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>('button, select, textarea, input')].filter(
    ({ offsetHeight }) => offsetHeight > 0,
  );
  const unmarked = shown.filter((control) => {
    if (control.matches('[type="checkbox"], [type="radio"]')) return false;
    const { borderBottomStyle, borderBottomWidth, textDecorationLine } = getComputedStyle(control);
    return (borderBottomStyle === 'none' || borderBottomWidth === '0px') && textDecorationLine === 'none';
  });
  const sign = (button: Element) => {
    const { borderBottomWidth, fontWeight, textDecorationLine } = getComputedStyle(button);
    return [borderBottomWidth, fontWeight, textDecorationLine, getComputedStyle(button, '::before').content].join();
  };
  const alike = shown.filter((button) => {
    const other = button.parentElement?.querySelector('[aria-pressed="false"]');
    return button.getAttribute('aria-pressed') === 'true' && other && sign(button) === sign(other);
  });
  return [...unmarked, ...alike].map(({ outerHTML }) => outerHTML.slice(0, 120));
}

/** Runs in the page: what letters twice as large do to it. */
function measureLargeText(): Overflow {
  const root = document.documentElement;
  root.style.fontSize = '200%';
  const found = (globalThis as unknown as Measuring).measureOverflow();
  root.style.fontSize = '';
  return found;
}

/** Runs in the page: what the spacing of WCAG 1.4.12 does to it. */
function measureWideSpacing(): Overflow {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets = [sheet];
  const found = (globalThis as unknown as Measuring).measureOverflow();
  document.adoptedStyleSheets = [];
  return found;
}

/** Put into the page: how far it reaches beyond the window, and which elements hide a part of what they hold. */
function measureOverflow(): Overflow {
  const isCut = (element: Element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    return (
      clientWidth > 1 && ((hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1))
    );
  };
  // A field of one line scrolls what it holds.
  const cut = [...document.body.querySelectorAll(':not(input, textarea)')].filter(isCut).map((element) => element.outerHTML.slice(0, 120));
  const root = document.documentElement;
  return { beyond: Math.max(0, root.scrollWidth - root.clientWidth), cut };
}

interface Overflow {
  beyond: number;
  cut: string[];
}

interface Measuring {
  measureOverflow(): Overflow;
}
