/** Draws the pages and data files of a site with the program that Astro has bundled, through its own application, and writes each where it belongs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SSRManifest } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { PathWithRoute, StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { settings } from '../site.ts';
import type { PageBundle } from './page-bundle.ts';

/** Astro's application for building, as far as it is asked here. */
interface BuildApp extends StaticPathsApp {
  manifest: SSRManifest;
  routeCache: NonNullable<StaticPathsApp['routeCache']>;
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, unknown> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
}

type Route = PathWithRoute['route'];

/** Where pages stand before the site has an address; nothing that is drawn shows it. */
const NOWHERE = 'http://localhost';
const IS_WARNING = new Set(['warn', 'error']);

/** What a site consists of beside its scripts and styles, to be drawn in any order. */
export interface Drawing {
  /**
   * Draws those of what is not drawn yet whose route is made by one of these files, or all, and tells the path of each file once it is written. Throws
   * when a page cannot be drawn, and when two would be one file.
   */
  draw(makers?: readonly string[], tell?: (path: string) => void): Promise<void>;
}

/** Asks the bundle what the site in the folder `site` consists of. */
export async function planDrawing({ entry, pages }: PageBundle, site: string): Promise<Drawing> {
  const { app } = (await import(entry.href)) as { app: BuildApp };
  app.setInternals({ pagesByKeys: new Map(pages) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: printWarning } } } });
  // What an earlier build of this process had to draw is not what this one has.
  app.routeCache.clearAll();
  let open = await new StaticPaths(app).getAll();
  const folders = new Set<string>();
  const write = (path: string, content: Uint8Array, { component }: Route) => {
    const place = join(site, path);
    if (!folders.has(dirname(place))) mkdirSync(dirname(place), { recursive: true });
    folders.add(dirname(place));
    try {
      writeFileSync(place, content, { flag: 'wx' });
    } catch (error) {
      throw new Error(`${component} cannot draw ${path}`, { cause: error });
    }
  };
  return {
    async draw(makers, tell) {
      const isAsked = ({ route }: PathWithRoute) => makers?.includes(route.component) ?? true;
      const asked = open.filter(isAsked);
      open = open.filter((path) => !isAsked(path));
      for (const { pathname, route } of asked) {
        const path = fileOf(pathname, route);
        write(path, await draw(app, pathname, route), route);
        tell?.(path);
      }
    },
  };
}

async function draw(app: BuildApp, pathname: string, route: Route): Promise<Uint8Array> {
  const path = settings.base.slice(0, -1) + encodeURI(pathname);
  const request = new Request(new URL(route.type === 'page' && !path.endsWith('/') ? `${path}/` : path, settings.url || NOWHERE));
  try {
    const response = await app.render(request, { routeData: route });
    if (response.status >= 300 && response.status !== 404) throw new Error(`answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new Error(`${pathname} could not be drawn (${route.component})`, { cause: error });
  }
}

/** `/404/` is a file of that name, so that servers find it. */
function fileOf(pathname: string, { type }: Route): string {
  if (type !== 'page') return pathname;
  const path = pathname.replace(/\/$/u, '');
  return path === '/404' ? '404.html' : `${path}/index.html`;
}

function printWarning({ level, message }: { level: string; message: string }): void {
  if (IS_WARNING.has(level)) console.warn(message);
}
