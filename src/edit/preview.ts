/**
 * The page of an entry as it would look, drawn by the components of the site itself: Vite takes them in as `astro dev` does, without a server that
 * listens, and the entry comes from memory. Scripts are left out; a page reads without them.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getViteConfig } from 'astro/config';
import { transform } from 'esbuild';
import { createServer } from 'vite';
import type { EnvironmentModuleNode, ViteDevServer } from 'vite';
import { LOWEST_TARGET } from '../domain/site/browser-contract.ts';
import type { Entry } from '../domain/entry/records.ts';
import { indexSite } from '../domain/site/site-index.ts';
import type { Site } from '../domain/site/site-index.ts';
import { NOTES_FOLDER } from '../schema/local-notes.ts';
import { contentOf } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import type * as Drawing from './preview-page.ts';

const DRAWING = '/src/edit/preview-page.ts';
const PAGE = '/src/layouts/EntryPage.astro';
const STYLES = '/src/styles/';

/** The components, ready to draw. */
interface Taken {
  server: ViteDevServer;
  draw: (site: Site, entry: Entry) => Promise<string>;
  /** Style sheets of every page. */
  styles: string[];
}

export class Preview {
  readonly #root: string;
  /** The address below which pages and styles are asked for, with slashes at both ends. */
  readonly #base: string;
  #loading: Promise<Taken> | undefined;
  #site: { of: Library; site: Site } | undefined;

  constructor(root: string, base: string) {
    this.#root = root;
    this.#base = base;
  }

  /** Takes the components in: seconds of work, worth beginning before anybody asks. */
  async warm(): Promise<void> {
    this.#loading ??= this.#load();
    await this.#loading;
  }

  /** The HTML of an entry's page in a library; `undefined` while the entry does not fit its schema. */
  async draw(library: Library, place: string): Promise<string | undefined> {
    this.#loading ??= this.#load();
    const { draw, styles } = await this.#loading;
    if (this.#site?.of !== library) this.#site = { of: library, site: indexSite(contentOf(library, { drafts: true, internal: true })) };
    const { site } = this.#site;
    const [folder, name] = place.split('/');
    // A note is looked at where readers meet it, on the page of its entry.
    const entry = site.entries.find(({ collection, slug, data }) =>
      folder === NOTES_FOLDER ? data.id === name : `${collection}/${slug}` === place,
    );
    if (!entry) return undefined;
    const html = await draw(site, entry);
    const links = styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('');
    return html
      .replaceAll(/<script\b[^>]*>.*?<\/script>|<link rel="(?:icon|alternate|canonical)"[^>]*>/gsu, '')
      .replace('</head>', () => `${links}</head>`)
      .replaceAll(`href="${STYLES}`, `href="${this.#base}styles/`);
  }

  /** A style sheet of the site, lowered as for readers. */
  async style(name: string): Promise<string | undefined> {
    if (!/^[a-z-]+\.css$/u.test(name)) return undefined;
    const css = await readFile(join(this.#root, STYLES, name), 'utf8').catch(() => undefined);
    return css === undefined ? undefined : (await transform(css, { loader: 'css', target: LOWEST_TARGET })).code;
  }

  async close(): Promise<void> {
    await (await this.#loading)?.server.close();
  }

  async #load(): Promise<Taken> {
    // The addresses within the pages begin where the desk serves them; the site's settings are read once, while its modules are taken in.
    const before = process.env['SITE_BASE'];
    process.env['SITE_BASE'] = this.#base;
    try {
      return await this.#take();
    } finally {
      if (before === undefined) delete process.env['SITE_BASE'];
      else process.env['SITE_BASE'] = before;
    }
  }

  async #take(): Promise<Taken> {
    const config = await getViteConfig({}, { root: this.#root, logLevel: 'error' })({ mode: 'development', command: 'serve' });
    const server = await createServer({
      ...config,
      configFile: false,
      appType: 'custom',
      server: { ...config.server, middlewareMode: true, hmr: false, ws: false, watch: null },
    });
    const { drawPage } = (await server.ssrLoadModule(DRAWING)) as typeof Drawing;
    const { default: page } = (await server.ssrLoadModule(PAGE)) as { default: Drawing.PageComponent };
    const start = await server.environments.ssr.moduleGraph.getModuleByUrl(PAGE);
    return {
      server,
      draw: (site, entry) => drawPage(page, site, entry),
      styles: start ? stylesOf(start).map((url) => STYLES + (url.split('/').at(-1) ?? '')) : [],
    };
  }
}

/** The style sheets that a module and what it imports bring along by themselves, in order. */
function stylesOf(start: EnvironmentModuleNode): string[] {
  const seen = new Set<EnvironmentModuleNode>();
  const found: string[] = [];
  const walk = (module: EnvironmentModuleNode) => {
    if (seen.has(module)) return;
    seen.add(module);
    for (const imported of module.importedModules) walk(imported);
    if (module.url.endsWith('.css') && module.url.includes(STYLES)) found.push(module.url);
  };
  walk(start);
  return found;
}
