/** Writes the data files of the built site: entries, schemas, build facts, feed, sitemap, health. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { changesOf } from '../domain/entry/changes.ts';
import { tableTexts } from '../domain/list/table-file.ts';
import type { Site } from '../domain/site/site-index.ts';
import { COLLECTION_NAMES } from '../schema/number.ts';
import { createVocabulary } from '../schema/vocabulary.ts';
import { UNIT_CONTRACT } from '../domain/site/units.ts';
import type { UnitList } from '../domain/site/units.ts';
import { publicAddress, settings } from '../site.ts';
import { exportEntries, toCsv, toJsonLines } from './entries.ts';
import type { PageFacts } from './entries.ts';
import { toFeed, toSitemap } from './feed.ts';
import { entrySchemas } from './json-schemas.ts';
import { toTable } from './table.ts';
import { tableFiles } from './tables.ts';

/** Which code made a site, from which commit of when; `null` is what nobody knows. */
export interface CodeVersion {
  code: string;
  commit: string | null;
  /** Files were changed since that commit. */
  isChanged: boolean;
  time: string | null;
}

/** The code, and the common library that the content came from, where it came as a package. */
export interface SiteVersion extends CodeVersion {
  common: { name: string; version: string } | null;
}

/**
 * Writes everything below `/data/`, the feed and, for a site that knows its address, the sitemap without the addresses that have changed (`moved`);
 * returns the number of files.
 */
export async function writeData(
  distDir: string,
  site: Site,
  pageOf: ReadonlyMap<string, PageFacts>,
  version: SiteVersion,
  moved: readonly string[],
): Promise<number> {
  const { entries, vocabulary } = site;
  const exported = exportEntries(site, pageOf);
  const json = `${JSON.stringify(exported, null, 1)}\n`;
  const facts = {
    ...buildFacts(exported, json),
    ...version,
    address: settings.url || null,
    base: settings.base,
    unit: settings.unitCode || null,
    name: settings.name,
    contract: UNIT_CONTRACT,
  };
  const files = new Map<string, string>([
    ['data/entries.json', json],
    ['data/entries.jsonl', toJsonLines(exported)],
    ['data/entries.csv', toCsv(exported)],
    ['data/build.json', `${JSON.stringify(facts, null, 1)}\n`],
    ['data/units.json', `${JSON.stringify(unitList(), null, 1)}\n`],
    ['health.txt', healthText(facts)],
    ['feed.xml', toFeed(changesOf(entries))],
  ]);
  if (settings.url !== '') {
    files.set('sitemap.xml', toSitemap((await pagePaths(distDir, new Set(moved))).map(publicAddress)));
  }
  for (const [name, table] of tableFiles(site)) files.set(`data/${name.replace('family-', 'families/')}.csv`, toTable(tableTexts(table)));
  for (const [name, schema] of entrySchemas(createVocabulary(vocabulary))) files.set(`data/schema/${name}.json`, schema);
  for (const [path, text] of files) {
    await mkdir(dirname(join(distDir, path)), { recursive: true });
    await writeFile(join(distDir, path), text);
  }
  return files.size;
}

/** The data version is the hash of the exported entries: the same content, the same version, whenever it is built. */
function buildFacts(exported: ReturnType<typeof exportEntries>, json: string) {
  const counts = Object.fromEntries(
    COLLECTION_NAMES.map((name) => [name, exported.filter(({ collection }) => collection === name).length]),
  );
  return {
    version: createHash('sha256').update(json).digest('hex').slice(0, 16),
    entries: exported.length,
    counts,
    lastUpdated:
      exported
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? null,
  };
}

/** The units whose libraries the scripts of this site may read. */
function unitList(): UnitList {
  const units = settings.units.map(({ name, code, address, folder = '', use }) => ({
    name,
    code,
    address: encodeURI(address),
    folder,
    isLive: use === '检索时问',
  }));
  return { own: settings.unitCode, units };
}

/** What a monitor asks for: a first line that never changes, and which site answers. */
function healthText({ version, commit, code }: { version: string } & CodeVersion): string {
  return `ok\ncontent ${version}\ncode ${code}\ncommit ${commit ?? 'unknown'}\n`;
}

/** Paths of all pages to read: those of permanent numbers and old addresses only lead on, and the 404 page is none. */
async function pagePaths(distDir: string, moved: ReadonlySet<string>): Promise<string[]> {
  const files = await readdir(distDir, { recursive: true });
  return files
    .map((file) => `/${file.split(sep).join('/')}`)
    .filter((file) => file.endsWith('/index.html') && !file.startsWith('/id/'))
    .map((file) => file.slice(0, -'index.html'.length))
    .filter((path) => !moved.has(path))
    .sort();
}
