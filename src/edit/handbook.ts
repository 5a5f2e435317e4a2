/** The authors' handbook at the desk, as its file is at that moment. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarkdownRenderer } from '@astrojs/markdown-remark';
import { rehypePlugins } from '../markdown/rehype.ts';
import { remarkPlugins } from '../markdown/parse.ts';
import { deskHtml } from './desk-page.ts';

let processor: Promise<MarkdownRenderer> | undefined;

/** The page of the handbook in the first of these folders that has one; `undefined` when none has. */
export async function handbookPage(folders: readonly string[]): Promise<string | undefined> {
  const source = await firstText(folders.map((folder) => join(folder, 'README.md')));
  if (source === undefined) return undefined;
  // Nobody waits for it who does not open the handbook.
  processor ??= import('@astrojs/markdown-remark').then(({ unified }) =>
    unified({ gfm: false, smartypants: false, remarkPlugins: [...remarkPlugins], rehypePlugins: [...rehypePlugins] }).createRenderer({
      syntaxHighlight: false,
    }),
  );
  const { code, metadata } = await (await processor).render(source);
  const parts = metadata.headings.filter(({ depth }) => depth === 2);
  const [title, ...rest] = code.split('</h1>');
  const contents = parts.map(({ slug, text }) => `<li><a href="#${slug}">${escaped(text)}</a></li>`).join('');
  const nav = `<nav class="handbook-contents" aria-label="手册各部分"><ul>${contents}</ul></nav>`;
  return deskHtml('作者手册', `<main id="desk" class="handbook" tabindex="-1">${title ?? ''}</h1>${nav}${rest.join('</h1>')}</main>`);
}

async function firstText(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
