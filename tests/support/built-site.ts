/** The built site as tests read it: its folder, its pages, and the entries it publishes. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ExportedEntry } from '../../src/schema/contract.ts';

/** The folder of the built site; `TEST_DIST` names another than `dist/`. */
export const distFolder = process.env['TEST_DIST'] ?? join(import.meta.dirname, '../../dist');

/** One HTML file of the site. */
export interface BuiltPage {
  /** Address below the base, such as `/practices/`; `/404.html` for the error page. */
  path: string;
  html: string;
  /** The page of a number or of an old address only leads on. */
  isRedirect: boolean;
}

/** Every HTML file of the built site, in the order of its addresses; throws when there is no built site. */
export function readBuiltPages(folder = distFolder): BuiltPage[] {
  requireSite(folder);
  return globSync('**/*.html', { cwd: folder })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !file.startsWith('pagefind/'))
    .sort()
    .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }))
    .map(({ file, html }) => ({
      path: `/${file.replace(/(?:^|(?<=\/))index\.html$/u, '')}`,
      html,
      isRedirect: html.includes('http-equiv="refresh"'),
    }));
}

/** The entries as the site exports them; the site is not built anew while a test file runs, and they are megabytes. */
export function readExportedEntries(folder = distFolder): ExportedEntry[] {
  requireSite(folder);
  const known = exported.get(folder) ?? (JSON.parse(readFileSync(join(folder, 'data/entries.json'), 'utf8')) as ExportedEntry[]);
  exported.set(folder, known);
  return known;
}

const exported = new Map<string, ExportedEntry[]>();

/** The text of one file of the site. */
export function readBuiltFile(path: string, folder = distFolder): string {
  return readFileSync(join(folder, path), 'utf8');
}

function requireSite(folder: string): void {
  if (!existsSync(join(folder, 'data/entries.json'))) throw new Error(`${folder} holds no built site: run npm run build first`);
}
