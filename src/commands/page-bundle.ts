/**
 * The program that draws the pages, as Astro bundles it of the code. It holds nothing of the content, so it is made while the content is checked, and kept
 * while all that it is made of is the same: a build after an edit needs neither Vite nor Astro's reading of the project.
 */
import { cpSync, globSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hashOf } from '../export/checksums.ts';
import { settings } from '../site.ts';
import { contentFolder } from '../store/site-file.ts';
import { hashText } from '../store/value-cache.ts';
import { codeOfBuild } from './kept-outputs.ts';
import { openThread } from './side-thread.ts';
import type { SideThread } from './side-thread.ts';

/** A bundle that is there, ready to be imported. */
export interface PageBundle {
  /** The module that has Astro's application. */
  entry: URL;
  /** The scripts and styles of each page, by Astro's keys, as its application asks for them. */
  pages: [key: string, data: unknown][];
  /** A folder of what they load and of what is published as it lies in `public/`. */
  assets: string;
}

interface BundleRecord {
  key: string;
  entry: string;
  pages: PageBundle['pages'];
}

/** Written last, so that a bundle with it is whole. */
const RECORD = 'bundle.json';
const PROGRAM = 'program';
const ASSETS = 'assets';
/** Below the folder that Astro builds into. */
const ASTROS_PROGRAM = '.prerender';
const ENTRY = /^prerender-entry\..+\.mjs$/u;

/** Where a bundle is made, and of what. */
export interface BundleTask {
  root: string;
  /** Where it is kept; it imports packages, so this has to lie in the project. */
  folder: string;
  /** Changes with all that it is made of. */
  key: string;
  /** What Astro keeps while it works. */
  cache: string;
}

/** Changes with all that is bundled: the code, where the site stands, its own prose, and what is published as it lies in `public/`. */
export function bundleKey(root: string): string {
  const found = globSync([join(root, 'public/**'), join(contentFolder(root), 'pages/**')], { withFileTypes: true });
  const paths = found.flatMap((item) => (item.isFile() ? [join(item.parentPath, item.name)] : [])).sort();
  const files = paths.map((path) => `${path} ${hashOf(readFileSync(path))}`);
  return hashText([codeOfBuild(), process.env['NODE_ENV'], settings.url, settings.base, ...files].join('\n'));
}

/** A bundle at hand, or on its way. */
export interface ComingBundle {
  bundle: Promise<PageBundle>;
  /** Gives up a bundle that nobody needs any more. */
  giveUp: () => Promise<void>;
}

/** The bundle that is kept, or one that a thread begins to make. */
export function openPageBundle(task: BundleTask): ComingBundle {
  const kept = readRecord(task);
  if (kept) return { bundle: Promise.resolve(bundleOf(task.folder, kept)), giveUp: () => Promise.resolve() };
  const thread = openThread(new URL('bundle-worker.ts', import.meta.url));
  const bundle = makeInThread(task, thread);
  // What fails is told when the bundle is asked for.
  bundle.catch(() => undefined);
  return { bundle, giveUp: thread.end };
}

async function makeInThread(task: BundleTask, thread: SideThread): Promise<PageBundle> {
  try {
    await thread.ask(task);
  } finally {
    await thread.end();
  }
  const made = readRecord(task);
  if (!made) throw new Error(`Astro left no bundle in ${task.folder}`);
  return bundleOf(task.folder, made);
}

/** Lets Astro bundle the project, in a thread in which `announceBundling` was called; the bundle is whole when the answer is there. */
export async function makePageBundle({ root, folder, key, cache }: BundleTask): Promise<void> {
  // What a killed build, or one of other content, has left there must not come into this one.
  for (const left of [folder, cache]) rmSync(left, { recursive: true, force: true });
  const made = await bundleWithAstro(root, folder);
  writeFileSync(join(folder, RECORD), JSON.stringify({ key, ...made } satisfies BundleRecord));
}

/** Puts scripts, styles and public files into a new site. */
export function putAssets({ assets }: PageBundle, site: string): void {
  cpSync(assets, site, { recursive: true });
}

function bundleOf(folder: string, { entry, pages }: BundleRecord): PageBundle {
  return { entry: pathToFileURL(join(folder, PROGRAM, entry)), assets: join(folder, ASSETS), pages };
}

function readRecord({ folder, key }: BundleTask): BundleRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as BundleRecord;
    return record.key === key ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the program away at the moment at which Astro would begin to draw with it, and then remove it. */
async function bundleWithAstro(root: string, folder: string): Promise<Omit<BundleRecord, 'key'>> {
  let pages: ReadonlyMap<string, { styles: unknown }> = new Map();
  let made: Omit<BundleRecord, 'key'> | undefined;
  const taker: AstroIntegration = {
    name: 'page-bundle',
    hooks: {
      // Astro fills this list while it bundles.
      'astro:build:setup': (options) => {
        pages = options.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'page-bundle',
          setup: () => {
            renameSync(join(folder, ASSETS, ASTROS_PROGRAM), join(folder, PROGRAM));
            made = { entry: entryIn(join(folder, PROGRAM)), pages: [...pages].map(([page, { styles }]) => [page, { styles }]) };
            return Promise.resolve();
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('Astro was asked to draw nothing')),
        });
      },
    },
  };
  // Loaded here alone: most builds find the bundle of the last.
  const { build } = await import('astro');
  await build({ root, outDir: join(folder, ASSETS), logLevel: 'warn', integrations: [taker] });
  if (!made) throw new Error('Astro bundled the project and did not begin to draw it');
  return made;
}

function entryIn(program: string): string {
  const entry = readdirSync(program).find((name) => ENTRY.test(name));
  if (entry === undefined) throw new Error(`Astro left no module to begin with in ${program}`);
  return entry;
}
