/**
 * Entries are drawn from a tree of their own, not as modules; every one of them is MDX all the same. Here each is compiled by `@astrojs/mdx`, with
 * components that only show their words, and the two texts are compared.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributeOf } from '../../src/markdown/body-marks.ts';
import { contentOf, openLibrary } from '../../src/store/library.ts';

const PROJECT = join(import.meta.dirname, '../..');
const { entries } = contentOf(await openLibrary(join(PROJECT, 'content')), { drafts: true });

mkdirSync(join(PROJECT, '.build'), { recursive: true });
const root = mkdtempSync(join(PROJECT, '.build/mdx-'));

/** A site that does nothing but compile the entries: one page each, and what components show, in words. */
const FILES: Record<string, string> = {
  'package.json': '{ "type": "module" }',
  'astro.config.mjs': `
    import mdx from '@astrojs/mdx';
    import { unified } from '@astrojs/markdown-remark';
    import { defineConfig } from 'astro/config';
    import { remarkJoinLines } from '../../src/markdown/join-lines.ts';
    import remarkCjkFriendly from 'remark-cjk-friendly';
    import remarkGfm from 'remark-gfm';
    export default defineConfig({
      integrations: [mdx()],
      markdown: { syntaxHighlight: false, processor: unified({ gfm: false, smartypants: false, remarkPlugins: [remarkGfm, remarkCjkFriendly, remarkJoinLines] }) },
      vite: { build: { rolldownOptions: { onLog: (level, log, next) => { if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log); } } } },
    });`,
  'src/content.config.ts': `
    import { defineCollection } from 'astro:content';
    import { glob } from 'astro/loaders';
    export const collections = { entries: defineCollection({ loader: glob({ base: './content', pattern: '*/*.mdx', generateId: ({ entry }) => entry.replace('.mdx', '') }) }) };`,
  'src/Plain.astro': '<slot />',
  'src/Unknown.astro': '{Astro.props.kind}',
  'src/Figure.astro': '#{Astro.props.n}',
  'src/Nothing.astro': '',
  'src/pages/[...id].astro': `---
    import { getCollection, render } from 'astro:content';
    import Figure from '../Figure.astro';
    import Nothing from '../Nothing.astro';
    import Plain from '../Plain.astro';
    import Unknown from '../Unknown.astro';
    export async function getStaticPaths() {
      return (await getCollection('entries')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
    }
    const { Content } = await render(Astro.props.entry);
    ---
    <Content components={{ Cite: Nothing, EditorNote: Plain, TeachingNote: Plain, Quote: Plain, Term: Plain, Figure, Unknown }} />`.replace(
    /^ {4}/gmu,
    '',
  ),
};

beforeAll(() => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const collection of new Set(entries.map((entry) => entry.collection)))
    cpSync(join(PROJECT, 'content', collection), join(root, 'content', collection), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
  const astro = join(PROJECT, 'node_modules/astro/bin/astro.mjs');
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build'], { cwd: root, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
}, 600_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('an entry as MDX says what its page says', () => {
  test.each(entries.map((entry) => [entry.data.id, entry] as const))('%s', (_, entry) => {
    const html = readFileSync(join(root, 'dist', entry.collection, entry.slug, 'index.html'), 'utf8');
    expect(squeezed(textOfHtml(html))).toBe(squeezed(textOf(entry.body)));
  });
});

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if ('name' in node && 'attributes' in node) {
    if (node.name === 'Cite') return '';
    if (node.name === 'Unknown') return attributeOf(node.attributes, 'kind');
    if (node.name === 'Figure') return `#${attributeOf(node.attributes, 'n')}`;
  }
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function textOfHtml(html: string): string {
  return html
    .replace(/<!DOCTYPE[^>]*>/iu, '')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Where a text is broken into lines is not part of it. */
function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}
