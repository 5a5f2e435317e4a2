/** What is asked of a page as a reader may have it: how far it reaches, what it cuts off, what only a colour tells apart. All run in the page. */
import type { Page } from 'playwright-core';

/** How far a page reaches beyond its window, and which elements hide a part of what they hold. */
export interface Overflow {
  beyond: number;
  cut: string[];
  /** The element that reaches furthest, to look at first. */
  widest: string;
}

/** The page as it stands. */
export function measureOverflow(page: Page): Promise<Overflow> {
  return page.evaluate(overflowOf);
}

/** With letters twice as large, as a reader sets them in the browser. */
export async function measureLargeLetters(page: Page): Promise<Overflow> {
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const found = await page.evaluate(overflowOf);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  return found;
}

/** With the spacing of WCAG 1.4.12. */
export async function measureWideSpacing(page: Page): Promise<Overflow> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const found = await page.evaluate(overflowOf);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return found;
}

/** Controls that only a colour tells apart from text, and pressed buttons that look like the others; wants a page in forced colours. */
export function findUnmarkedControls(page: Page): Promise<string[]> {
  return page.evaluate(unmarkedControls);
}

/** Words of drawings that stand in smaller letters than `least`, in pixels of the window, with their size; what is not shown is not asked. */
export function findSmallLetters(page: Page, least: number): Promise<string[]> {
  return page.evaluate(smallLetters, least);
}

function smallLetters(least: number): string[] {
  return [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((text) => {
    const scale = text.getScreenCTM()?.a;
    if (scale === undefined || text.getClientRects().length === 0) return [];
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    return size < least ? [`${text.textContent} ${size.toFixed(1)}`] : [];
  });
}

function overflowOf(): Overflow {
  const isCut = (element: Element) => {
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    // Styles are asked for only where something could be cut off: a long page has thousands of elements.
    if (clientWidth <= 1 || (scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1)) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    return (hides(overflowX) && scrollWidth > clientWidth + 1) || (hides(overflowY) && scrollHeight > clientHeight + 1);
  };
  // A field of one line scrolls what it holds.
  const cut = [...document.body.querySelectorAll(':not(input, textarea)')].filter(isCut).map((element) => element.outerHTML.slice(0, 120));
  const { scrollWidth, clientWidth } = document.documentElement;
  const beyond = Math.max(0, scrollWidth - clientWidth);
  const reaching = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1;
  const last = beyond > 0 ? [...document.querySelectorAll('main *, header *, footer *, nav *')].filter(reaching).at(-1) : undefined;
  return { beyond, cut, widest: last ? `${last.tagName.toLowerCase()}.${last.className}` : '' };
}

function unmarkedControls(): string[] {
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
