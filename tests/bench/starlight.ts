/** A Starlight site with the same entries, to compare with. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { COLLECTIONS } from '../../src/schema/number.ts';
import type { CollectionName } from '../../src/schema/number.ts';
import { peerManifest, PEERS, writeFiles } from './peers.ts';
import { entryFile, markdownFile, plain } from './plain-entry.ts';
import type { PlainEntry } from './plain-entry.ts';

/** How a Starlight site is built, in its folder, into `dist/`. */
export const STARLIGHT_BUILD = [join(PEERS, 'node_modules/astro/bin/astro.mjs'), 'build'] as const;

/**
 * Writes the site of a name: its configuration, one Markdown file for each entry, and a list of each collection. Gives its folder, which lies within that
 * of its packages: Astro does not find the parts of packages that a link leads to.
 */
export async function writeStarlight(name: string, entries: readonly PlainEntry[]): Promise<string> {
  const folder = join(PEERS, name);
  await rm(folder, { recursive: true, force: true });
  const names = [...new Set(entries.map(({ collection }) => collection))];
  const at = (place: string) => join('src/content/docs', place);
  const files = new Map([
    ['package.json', await peerManifest()],
    ['astro.config.mjs', configuration(names)],
    ['src/content.config.ts', COLLECTION_SETUP],
    [at('index.md'), markdownFile('担当作为知识库', names.map((name) => `- [${COLLECTIONS[name].name}](/${name}/)`).join('\n'))],
    ...names.map((name) => [at(`${name}/index.md`), listPage(name, entries)] as const),
    ...entries.map((entry) => [at(`${entry.url.slice(1, -1)}.md`), entryFile(entry)] as const),
  ]);
  await writeFiles(folder, files);
  return folder;
}

const COLLECTION_SETUP = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Its cache lies beside it, since the packages are shared by sites of several sizes. */
function configuration(names: readonly CollectionName[]): string {
  const sidebar = names.map((name) => ({ label: COLLECTIONS[name].name, link: `/${name}/` }));
  return `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  cacheDir: './.cache',
  devToolbar: { enabled: false },
  integrations: [starlight({
    title: '担当作为知识库',
    locales: { root: { label: '简体中文', lang: 'zh-CN' } },
    sidebar: ${JSON.stringify(sidebar)},
  })],
});
`;
}

function listPage(collection: CollectionName, entries: readonly PlainEntry[]): string {
  const own = entries.filter((entry) => entry.collection === collection);
  return markdownFile(
    COLLECTIONS[collection].name,
    own.map(({ title, url, summary }) => `- [${plain(title)}](${url})\n\n  ${plain(summary)}`).join('\n'),
  );
}
