/** Writes the folder edition: the built site as files that open by double click, with search, comparison, reports and packs, and no server. */
import type { EntryData } from '../../domain/paper/entry-data.ts';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mapStrings } from '../../domain/entry/map-strings.ts';
import { jsonOf, scriptForm, scriptPath } from '../../domain/site/script-form.ts';
import { CHECKSUMS, listFiles, writeChecksums } from '../checksums.ts';
import type { Covered } from '../checksums.ts';
import { bundleApart, bundleModules, plainScriptPath } from './bundle-scripts.ts';
import { folderPage } from './folder-page.ts';
import { FOLDER_README } from './folder-readme.ts';
import { fileAddress, relativeAddress } from './relative-address.ts';
import type { BuiltFiles } from './relative-address.ts';

/** What only a server can use: Pagefind's index, modules, the page for addresses that do not exist, the map for crawlers, its own settings. */
const SERVER_ONLY = /^(?:pagefind\/|_astro\/[^/]+\.js$|404\.html$|sitemap\.xml$|health\.txt$|web\.config$)/u;
/** What scripts of pages fetch from a server, and a folder must hold as scripts. */
const FETCHED =
  /^data\/(?:register|build|units|region-tree|divisions|updated|local-notes|(?:cards|entry|register|search-details|tables)\/[^/]+|(?:cards|rows)\/[^/]+\/\d+)\.json$/u;
/** What results show of an entry, in the search index. */
const TEXT = /^search-index\/[0-9a-f]{12}\/(text\/[^/]+\.json)\.js$/u;

/** A built site: its folder, and the sub-path that its addresses begin with. */
export interface BuiltSite {
  folder: string;
  base: string;
}

/** Writes the edition of a built site into the empty folder `target`; the same site gives the same bytes. */
export async function writeFolder({ folder: site, base }: BuiltSite, target: string): Promise<Covered> {
  const names = listFiles(site).filter((name) => !SERVER_ONLY.test(name) && name !== CHECKSUMS);
  const built: BuiltFiles = { files: new Set(names), base };
  const bundles = new Map<string, readonly string[]>();
  const scriptFor = (modules: readonly string[]) => {
    const path = plainScriptPath(modules);
    bundles.set(path, modules);
    return path;
  };
  for (const name of names) {
    await mkdir(dirname(join(target, name)), { recursive: true });
    const read = () => readFile(join(site, name), 'utf8');
    if (name.endsWith('.html')) await writeFile(join(target, name), folderPage(await read(), name, built, scriptFor));
    else if (TEXT.test(name)) await writeFile(join(target, name), textOfFile(name, await read()));
    else await cp(join(site, name), join(target, name));
    if (FETCHED.test(name)) {
      const data = inFolder(name, JSON.parse(await read()), built);
      await writeFile(join(target, scriptPath(name)), scriptForm(name, JSON.stringify(data)));
    }
  }
  await mkdir(join(target, 'scripts'), { recursive: true });
  const apart = new Set<string>();
  for (const modules of bundles.values()) {
    const script = await bundleModules(site, base, modules);
    await writeFile(join(target, script.path), script.code);
    for (const module of script.apart) apart.add(module);
  }
  for (const module of apart) {
    const { path, code } = await bundleApart(site, base, module);
    await writeFile(join(target, path), code);
  }
  await writeFile(join(target, '说明.txt'), FOLDER_README);
  return writeChecksums(target);
}

/**
 * A file of data with the addresses of the folder. Those for Word files and packs are paths below the base, which the page that shows them joins to
 * the address of the folder; the others are used by pages one folder down.
 */
function inFolder(name: string, data: unknown, built: BuiltFiles): unknown {
  const onPages = (text: string) => relativeAddress(text, 'any/index.html', built);
  if (name.startsWith('data/tables/')) return mapStrings(data, (text) => fileAddress(text, built));
  if (!name.startsWith('data/entry/')) return mapStrings(data, onPages);
  const { compare, ...others } = data as EntryData;
  const written = mapStrings(others, (text) => fileAddress(text, built)) as object;
  return compare ? { ...written, compare: mapStrings(compare, onPages) } : written;
}

/** The address in a search result ends in the name of a file. */
function textOfFile(file: string, script: string): string {
  const name = file.replace(TEXT, '$1');
  const text = JSON.parse(jsonOf(name, script)) as { url: string };
  return scriptForm(name, JSON.stringify({ ...text, url: `${text.url}index.html` }));
}
