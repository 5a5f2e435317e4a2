/** What a file of the built site may weigh before compression, however many entries there are. */
import { globSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { distFolder } from './built-site.ts';

/** In bytes. `loaded`: a script, a style sheet, and each file of data that a page fetches by itself. */
export const HEAVIEST = { page: 120 * 1024, loaded: 300 * 1024 };
/** Of a page that only leads on. */
export const LEAD_ON = 512;

/** What pages fetch of their own accord or when their reader does something; files that a reader saves are not among them. */
const LOADED =
  /^(?:_astro\/.*\.(?:js|css)|scripts\/.*\.js|data\/(?:register|build|updated|region-tree|divisions)\.json(?:\.js)?|data\/(?:cards|entry|register|rows|search-details)\/.*\.json(?:\.js)?)$/u;

/** The files that are heavier than their kind may be, the heaviest first, as `path: bytes`. */
export function heavyFiles(folder = distFolder): string[] {
  return globSync('**/*', { cwd: folder })
    .map((path) => path.split(sep).join('/'))
    .flatMap((path) => {
      const most = path.endsWith('.html') ? HEAVIEST.page : LOADED.test(path) ? HEAVIEST.loaded : undefined;
      const size = most === undefined ? 0 : statSync(join(folder, path)).size;
      return most !== undefined && size > most ? [{ path, size }] : [];
    })
    .sort((a, b) => b.size - a.size)
    .map(({ path, size }) => `${path}: ${size}`);
}
