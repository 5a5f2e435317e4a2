/** Writes the pages that only lead on: ten thousand of them are written in the time in which a hundred are drawn. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPath } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { movedPage, numberPage } from '../export/lead-on.ts';
import { movedPages } from '../views/moved.ts';

/** Writes into `next` the page of every number and of every address that has changed. */
export function writeLeadOnPages(next: string, site: Site): void {
  for (const entry of site.entries) {
    const { id, title } = entry.data;
    writePage(join(next, 'id', id), numberPage({ id, title, path: entryPath(entry) }));
  }
  for (const page of movedPages(site)) writePage(join(next, page.from), movedPage(page));
}

function writePage(folder: string, html: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), html);
}
