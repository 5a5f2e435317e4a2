/** Pagefind over the same collection with its own defaults, as any static site would use it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { openPage } from '../../support/browser.ts';
import type { ServedSite } from '../../support/browser.ts';
import type { CorpusDocument, CorpusQuery } from './corpus.ts';
import { PAGE } from './run-queries.ts';
import type { Run } from './run-queries.ts';

/** Writes the index below `folder`; returns its bytes and the document behind each of Pagefind's page keys. */
export async function writeShipped(
  folder: string,
  documents: readonly CorpusDocument[],
): Promise<{ bytes: number; ids: Map<string, string> }> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('; '));
  for (const document of documents) await index.addHTMLFile({ url: `/${document.id}/`, content: toHtml(document) });
  const { files } = await index.getFiles();
  await close();
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    const target = join(folder, 'pagefind', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    const key = /^fragment\/(.+)\.pf_fragment$/u.exec(path)?.[1];
    if (key) ids.set(key, urlOf(content).slice(1, -1));
  }
  await writeFile(join(folder, 'index.html'), PAGE);
  return { bytes: files.reduce((sum, { content }) => sum + content.length, 0), ids };
}

/** Runs every query through Pagefind's own `search`. */
export async function runShipped(site: ServedSite, queries: readonly CorpusQuery[], ids: ReadonlyMap<string, string>): Promise<Run> {
  const { page, context } = await openPage(site);
  await page.goto(site.at('/'));
  const answers = await page.evaluate(
    async (texts) => {
      const pagefind = await import(new URL('pagefind/pagefind.js', document.baseURI).href);
      await pagefind.init();
      await pagefind.search('的');
      const list: { keys: string[]; time: number }[] = [];
      for (const text of texts) {
        const began = performance.now();
        const { results } = await pagefind.search(text);
        const time = performance.now() - began;
        list.push({ keys: results.slice(0, 10).map(({ id }: { id: string }) => id), time });
      }
      return list;
    },
    queries.map(({ text }) => text),
  );
  await context.close();
  const rankings = new Map(queries.map(({ qid }, index) => [qid, (answers[index]?.keys ?? []).map((key) => ids.get(key) ?? key)]));
  return { rankings, times: answers.map(({ time }) => time) };
}

function urlOf(content: Uint8Array): string {
  const plain = gunzipSync(content).toString('utf8');
  return (JSON.parse(plain.slice(plain.indexOf('{'))) as { url: string }).url;
}

function toHtml({ title, headings, body }: CorpusDocument): string {
  const blocks = [`<h1>${escape(title)}</h1>`, ...headings.map((heading) => `<h2>${escape(heading)}</h2>`)];
  const paragraphs = body.split('\n').map((line) => `<p>${escape(line)}</p>`);
  return `<!doctype html><html lang="zh-CN"><head><title>${escape(title)}</title></head><body>${[...blocks, ...paragraphs].join('\n')}</body></html>`;
}

function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
}
