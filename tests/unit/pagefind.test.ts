/** What Pagefind 1.6.0 does with texts and queries, as far as this site relies on it or stays clear of it: another version may do otherwise. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf, stubPage } from '../support/page-in-node.ts';

interface Pagefind {
  search(term: string | null): Promise<{ results: { words: number[]; data(): Promise<{ url: string }> }[] }>;
}

const folders: string[] = [];

/** An index of pages called `a`, `b`, `c` … in a language of their own, or in none. */
const buildIndex = async (texts: readonly string[], forceLanguage?: string, names = 'abcdef') => {
  const { index } = await createIndex(forceLanguage ? { forceLanguage } : {});
  for (const [at, text] of texts.entries()) {
    const content = `<html lang="zh-CN"><body><p>${text}</p></body></html>`;
    await index?.addHTMLFile({ url: `/${names[at] ?? ''}/`, content });
  }
  const { files = [] } = (await index?.getFiles()) ?? {};
  await close();
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  folders.push(folder);
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
};

const openIndex = async (folder: string) => {
  const script = (await import(/* @vite-ignore */ `${addressOf(folder)}pagefind.js`)) as { createInstance(options: object): Pagefind };
  return script.createInstance({ basePath: addressOf(folder), noWorker: true });
};

/** The pages found, in their order, each with the places of the words. */
const ask = async (folder: string, term: string | null) => {
  const { results } = await (await openIndex(folder)).search(term);
  return Promise.all(results.map(async (result) => `${(await result.data()).url.split('/').at(-2) ?? ''} ${result.words.join()}`.trim()));
};
/** The same, whatever their order. */
const find = async (folder: string, term: string) => (await ask(folder, term)).sort().join('; ');

const own = await buildIndex(['abc def abc', 'abcdef', 'def ， abc', 'ABC', 'ab-cd-e', 'abx'], 'unknown');
const chinese = await buildIndex(['容错纠错机制', '宽容与错误', '担当、作为', '担当作为', '〔2018〕29号']);

beforeEach(() => stubPage());
afterEach(() => vi.unstubAllGlobals());
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('what search relies on: in an index without a language', () => {
  test.each([
    ['a quoted word is found whole, at its first place', '"abc"', 'a 0; c 2; d 0'],
    ['a word is found at all its places, and so are words that begin with it', 'abc', 'a 0,2; b 0; c 2; d 0; e 0'],
    ['quoted words are found side by side, at their first place', '"def abc"', 'a 1,2'],
    ['a word that no word begins with is taken for the longest word that begins it', 'abcdefg', 'b 0'],
    ['a word that is nowhere finds nothing', 'xyz', ''],
  ])('%s', async (_, term, found) => {
    expect(await find(own, term)).toBe(found);
  });

  test('without a query all pages come, in the order in which they were handed over', async () => {
    const folder = await buildIndex(['abc abc', 'def', 'abc', 'x', 'def abc def', 'y'], 'unknown', 'dafceb');
    expect((await ask(folder, null)).join('; ')).toBe('d; a; f; c; e; b');
  });

  test('a part of the index that cannot be fetched is logged, and finds nothing', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    stubPage((address) => address.endsWith('.pf_index'));
    expect(await ask(own, 'abc')).toEqual([]);
    expect(logged).toHaveBeenCalled();
    logged.mockRestore();
  });
});

describe('what search stays clear of, cutting texts itself', () => {
  test.each([
    ['Chinese is cut into words that stand anywhere on the page', '容错', 'a 0,1,3; b 0,2'],
    ['an unknown word is left out of a query', '量子容错', 'a 0,1,3; b 0,2'],
    ['punctuation in a quoted query is dropped, but takes a place in a text', '"担当、作为"', 'd 0,1'],
    ['so that a quoted document number finds nothing', '"〔2018〕29号"', ''],
  ])('%s', async (_, term, found) => {
    expect(await find(chinese, term)).toBe(found);
  });

  test('words with a hyphen are found whole and in their parts', async () => {
    expect(await Promise.all(['"abcde"', '"ab"', '"cd"'].map((term) => find(own, term)))).toEqual(['e 0', 'e 0', 'e 0']);
  });
});
