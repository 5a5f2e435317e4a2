/** What every engine's run gives, and what runs in a browser share. */
import type { Page } from 'playwright-core';

/** Rankings, best document first, by query, and milliseconds of each query in their order. */
export interface Run {
  rankings: Map<string, string[]>;
  times: number[];
}

/** An empty page in the language of the site. */
export const PAGE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title></head><body></body></html>';

/** Starts counting bytes on the wire from addresses that contain `part`; the returned function gives the sum so far. */
export function countBytes(page: Page, part: string): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!response.url().includes(part)) return;
    const size = response.request().sizes();
    sizes.push(size.then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
