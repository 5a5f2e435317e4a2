/** Sites of several units as far as one searches them: their indexes, of entries that a built site exports, in folders. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UNIT_CONTRACT } from '../../src/domain/site/units.ts';
import type { SiteContent } from '../../src/domain/entry/records.ts';
import type { ExportedEntry } from '../../src/schema/contract.ts';
import type { IndexedEntry } from '../../src/search/making/index-facts.ts';
import { gatherNames, gatherWords } from '../../src/search/making/index-names.ts';
import { writeSearchIndex } from '../../src/search/making/index-pages.ts';

/** An exported entry as an index of its own unit takes it. */
export function pageOf({ id, collection, title, url, aliases, keywords, asked, text, search }: ExportedEntry): IndexedEntry {
  return { id, collection, title, url, aliases, keywords, asked, text, ...search };
}

/** Writes what another unit's site would read of one with these entries; without Pagefind's index, which no other site reads. */
export async function writeUnitSite(
  folder: string,
  code: string,
  pages: readonly IndexedEntry[],
  content: Pick<SiteContent, 'vocabulary'>,
): Promise<void> {
  await mkdir(join(folder, 'data'), { recursive: true });
  const gather = () => ({ ...gatherWords(content, pages), names: gatherNames(content, pages) });
  await writeSearchIndex(folder, pages, gather, false);
  const facts = { unit: code, contract: UNIT_CONTRACT, version: '0', entries: pages.length, lastUpdated: null };
  await writeFile(join(folder, 'data/build.json'), JSON.stringify(facts));
}
