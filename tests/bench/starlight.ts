/** A Starlight site with the same entries, to compare with: installed, written and built in the system's temporary folder. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExportedEntry } from '../../src/export/entries.ts';
import { COLLECTIONS } from '../../src/schema/number.ts';

/** Versions that install and build together, tried in November 2026. */
export const STARLIGHT_VERSIONS = { '@astrojs/starlight': '0.42.4', astro: '7.3.4' } as const;

/** Where the other site lives between two runs. */
export const STARLIGHT_FOLDER = join(tmpdir(), 'dandang-bench-starlight');

const CONTENT = join(STARLIGHT_FOLDER, 'src/content/docs');

/** Installs Starlight unless these versions are there already; `false` when nothing had to be done. */
export async function installStarlight(): Promise<boolean> {
  const manifest = JSON.stringify({ name: 'bench-starlight', private: true, type: 'module', dependencies: STARLIGHT_VERSIONS }, null, 2);
  const path = join(STARLIGHT_FOLDER, 'package.json');
  const isInstalled =
    existsSync(path) && readFileSync(path, 'utf8') === manifest && existsSync(join(STARLIGHT_FOLDER, 'node_modules/.package-lock.json'));
  if (isInstalled) return false;
  await rm(STARLIGHT_FOLDER, { recursive: true, force: true });
  await mkdir(STARLIGHT_FOLDER, { recursive: true });
  await writeFile(path, manifest);
  await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], process.platform === 'win32');
  return true;
}

/** Writes the site's configuration and one Markdown file for each entry. */
export async function writeStarlight(entries: readonly ExportedEntry[]): Promise<void> {
  const names = [...new Set(entries.map(({ collection }) => collection))] as (keyof typeof COLLECTIONS)[];
  const files = new Map([
    [join(STARLIGHT_FOLDER, 'astro.config.mjs'), configuration(names)],
    [join(STARLIGHT_FOLDER, 'src/content.config.ts'), COLLECTION_SETUP],
    [join(CONTENT, 'index.md'), page('担当作为知识库', names.map((name) => `- [${COLLECTIONS[name].name}](/${name}/)`).join('\n'))],
    ...names.map((name) => [join(CONTENT, name, 'index.md'), listPage(name, entries)] as const),
    ...entries.map((entry) => [join(CONTENT, `${pagePathOf(entry).slice(1, -1)}.md`), entryPage(entry)] as const),
  ]);
  await rm(CONTENT, { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** Builds the site and returns the folder it is in. */
export async function buildStarlight(): Promise<string> {
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build']);
  return join(STARLIGHT_FOLDER, 'dist');
}

/** The address of an entry's page on the other site: the same as on this one. */
export function pagePathOf({ url }: ExportedEntry): string {
  return url;
}

const COLLECTION_SETUP = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

function configuration(names: readonly (keyof typeof COLLECTIONS)[]): string {
  const sidebar = names.map((name) => ({ label: COLLECTIONS[name].name, link: `/${name}/` }));
  return `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  devToolbar: { enabled: false },
  integrations: [starlight({
    title: '担当作为知识库',
    locales: { root: { label: '简体中文', lang: 'zh-CN' } },
    sidebar: ${JSON.stringify(sidebar)},
  })],
});
`;
}

function listPage(collection: keyof typeof COLLECTIONS, entries: readonly ExportedEntry[]): string {
  const own = entries.filter((entry) => entry.collection === collection);
  return page(
    COLLECTIONS[collection].name,
    own.map(({ title, url, summary }) => `- [${plain(title)}](${url})\n\n  ${plain(summary)}`).join('\n'),
  );
}

function entryPage({ title, summary, text }: ExportedEntry): string {
  return page(title, text.split('\n').map(plain).join('\n\n'), summary);
}

function page(title: string, body: string, description = title): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n${body}\n`;
}

/** Text that means nothing to Markdown. */
function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>#|&]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
    .replaceAll(/^(\s*)(\d+)([.)])/gu, String.raw`$1$2\$3`);
}

function run(command: string, args: readonly string[], shell = false): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
    const child = spawn(command, [...args], { cwd: STARLIGHT_FOLDER, shell, env });
    const output: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} in ${STARLIGHT_FOLDER}:\n${output.join('').slice(-4000)}`));
    });
  });
}
