/** Writes the pages that only lead on: ten thousand of them are written in the time in which a hundred are drawn. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entryPath } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { movedPage, numberPage } from '../export/lead-on.ts';
import { movedPages } from '../views/moved.ts';

/** Writes into `next` the page of every number and of every address that has changed. */
export async function writeLeadOnPages(next: string, site: Site): Promise<void> {
  for (const entry of site.entries) {
    const { id, title } = entry.data;
    await writePage(join(next, 'id', id), numberPage({ id, title, path: entryPath(entry) }));
  }
  for (const page of movedPages(site)) await writePage(join(next, page.from), movedPage(page));
}

async function writePage(folder: string, html: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), html);
}
