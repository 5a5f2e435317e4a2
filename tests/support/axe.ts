/** axe in a page of the browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The only rule of WCAG 2.2 AA, and axe leaves it out unless it is asked for. */
const TARGET_SIZE = 'target-size';

/** Every fault that axe finds in the page as it stands, by rule and element: WCAG 2.2 A and AA, and axe's best practices. */
export function findAxeFaults(page: Page): Promise<string[]> {
  return runAxe(page, { rules: { [TARGET_SIZE]: { enabled: true } } });
}

/** Controls too small or too near to one another for a finger; lines break elsewhere on a phone, so that a wide page says nothing of it. */
export function findSmallTargets(page: Page): Promise<string[]> {
  return runAxe(page, { runOnly: [TARGET_SIZE], rules: { [TARGET_SIZE]: { enabled: true } } });
}

async function runAxe(page: Page, asked: object): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({
      ...options,
      // For speed: the style sheets are fetched again otherwise, and only violations are read here.
      preload: false,
      resultTypes: ['violations'],
    });
  }, asked);
  return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`));
}
