/** Lighthouse on pages of a served site, each as a phone on a slow line sees it. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort } from '../support/nginx.ts';
import { JUDGES } from './install.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Category = (typeof CATEGORIES)[number];

/** Scores from 0 to 100, and the audits that cost points, by category. */
export interface Verdict {
  scores: Record<Category, number>;
  faults: string[];
}

interface Result {
  lhr: {
    categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
    audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
    runtimeError?: { message: string };
  };
}

type Lighthouse = (url: string, flags: Record<string, unknown>) => Promise<Result | undefined>;

/** Judges one address after another in one browser; `onVerdict` gets each as it is there. */
export async function judgePages(
  urls: readonly string[],
  executablePath: string,
  onVerdict: (url: string, verdict: Verdict) => void,
): Promise<void> {
  const { default: lighthouse } = (await import(pathToFileURL(join(JUDGES, 'node_modules/lighthouse/core/index.js')).href)) as {
    default: Lighthouse;
  };
  const port = await freePort();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', `--remote-debugging-port=${port}`] });
  try {
    for (const url of urls) {
      onVerdict(url, await judge(lighthouse, url, port).catch(() => judge(lighthouse, url, port)));
    }
  } finally {
    await browser.close();
  }
}

/** Throws when Lighthouse came to no result; on a busy machine it may at a second try. */
async function judge(lighthouse: Lighthouse, url: string, port: number): Promise<Verdict> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: CATEGORIES });
  if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  return verdictOf(result);
}

function verdictOf({ lhr }: Result): Verdict {
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((lhr.categories[name].score ?? 0) * 100)])) as Record<
    Category,
    number
  >;
  const faults = CATEGORIES.flatMap((name) =>
    lhr.categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${name} ${id} ${lhr.audits[id]?.displayValue ?? ''}`.trimEnd()),
  );
  return { scores, faults };
}
