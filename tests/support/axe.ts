/** axe in a page of the browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions, Spec } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The only rule of WCAG 2.2 AA, and axe leaves it out unless it is asked for. */
const TARGET_SIZE = 'target-size';
const CONTRAST = 'color-contrast';

/**
 * Every fault that axe finds in the page as it stands, by rule and element: WCAG 2.2 A and AA, and axe's best practices. Of text that looks alike
 * the contrast is judged once: `judged` holds the looks that were judged on pages before, and gets those of this one. How far controls are apart takes
 * as long as all the rest, and is left out where `findSmallTargets` tells it.
 */
export async function findAxeFaults(page: Page, judged = new Set<string>(), withTargets = true): Promise<string[]> {
  await load(page);
  const looks = await page.evaluate(markLooks, [...judged]);
  const faults = await runAxe(page, { rules: { [TARGET_SIZE]: { enabled: withTargets } } });
  for (const look of looks) judged.add(look);
  return faults;
}

/**
 * Leaves out of what axe looks at, until the page is left, what is made like the neighbours before it: rows of a table, cards of a list, links in a row.
 * Three of each are kept, and whatever differs in elements, classes, names of attributes, roles, states, or in having words at all.
 */
export async function keepToUnlike(page: Page): Promise<void> {
  await page.evaluate(markAlike);
}

/** Controls too small or too near to one another for a finger; lines break elsewhere on a phone, so that a wide page says nothing of it. */
export async function findSmallTargets(page: Page): Promise<string[]> {
  await load(page);
  return runAxe(page, { runOnly: [TARGET_SIZE], rules: { [TARGET_SIZE]: { enabled: true } } });
}

/** Half a megabyte, read once a page. Judging contrast takes longer than all the other rules, and most of a page looks alike. */
async function load(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  await page.evaluate(AXE);
  await page.evaluate(
    (spec) => {
      (globalThis as unknown as { axe: { configure(spec: Spec): void } }).axe.configure(spec);
    },
    { rules: [{ id: CONTRAST, selector: '[data-new-look]' }] },
  );
}

async function runAxe(page: Page, asked: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate((options) => {
    const { axe } = globalThis as unknown as { axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> } };
    const left = document.querySelector('[data-alike]') ? { exclude: [['[data-alike]']] } : document;
    return axe.run(left, {
      ...options,
      // For speed: the style sheets are fetched again otherwise, and only violations are read here.
      preload: false,
      resultTypes: ['violations'],
    });
  }, asked);
  return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`));
}

/** Runs in the page: marks the first text of each look that is not known, and gives the looks. All that contrast goes by is in a look. */
function markLooks(known: string[]): string[] {
  const seen = new Set(known);
  const fresh: string[] = [];
  const hasText = (element: Element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  const walk = (element: Element, ground: string) => {
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode].join();
    const below = own === 'rgba(0, 0, 0, 0),none,1,none,normal' ? ground : `${ground} on ${own}`;
    if (hasText(element) || element.matches('input, textarea, select')) {
      const place = `${element.parentElement?.tagName}.${element.parentElement?.className}>${element.tagName}.${element.className}`;
      const { color, fontSize, fontWeight, textShadow, position } = style;
      const look = [place, color, fontSize, fontWeight, textShadow, position, element.matches(':disabled'), below].join('|');
      if (!seen.has(look)) {
        element.setAttribute('data-new-look', '');
        seen.add(look);
        fresh.push(look);
      } else element.removeAttribute('data-new-look');
    }
    for (const child of element.children) walk(child, below);
  };
  walk(document.documentElement, '');
  return fresh;
}

/** Runs in the page: marks what is made like three of its neighbours before it. */
function markAlike(): void {
  const kept = 3;
  const isTelling = (name: string) => /^(?:role|type|tabindex|disabled|lang|scope|aria-(?!label|describedby|controls|owns))/u.test(name);
  /** How an element is made; neighbours alike count as one, so that two lists of unlike length are alike. */
  const shapeOf = (element: Element): string => {
    const before = new Map<string, number>();
    const children = [...element.children].flatMap((child) => {
      const shape = shapeOf(child);
      const count = (before.get(shape) ?? 0) + 1;
      before.set(shape, count);
      if (count > kept) child.setAttribute('data-alike', '');
      return count > 1 ? [] : [shape];
    });
    const attributes = [...element.attributes].map(({ name, value }) => (isTelling(name) ? `${name}=${value}` : `${name}${value === ''}`));
    const hasWords = [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim());
    return `${element.tagName}.${element.className}[${attributes.join()}]${hasWords}(${children.join()})`;
  };
  shapeOf(document.body);
}
