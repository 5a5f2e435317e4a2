import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeArray, encodeText, readItems, readText } from '../../src/search/cbor.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/names.ts';
import { readPages, writeSearchIndex } from '../../src/search/index-pages.ts';

const folders: string[] = [];

const makeSite = () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
  folders.push(folder);
  for (let number = 1; number <= 60; number++) {
    const id = `SJ-${String(number).padStart(3, '0')}`;
    const words = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x4e00 + ((number * 37 + at * 11) % 2000))).join('');
    mkdirSync(join(folder, `practices/p${number}`), { recursive: true });
    writeFileSync(
      join(folder, `practices/p${number}/index.html`),
      `<html><body><article data-entry="${id}" data-collection="practices"><h1>标题${number}</h1><p>${words}</p></article></body></html>`,
    );
  }
  writeFileSync(join(folder, 'index.html'), '<html><body><h1>首页</h1></body></html>');
  return folder;
};

const buildIndex = async () => {
  const folder = makeSite();
  await writeSearchIndex(folder, await readPages(folder), { words: NO_WORDS, names: NO_NAMES });
  const root = join(folder, 'pagefind');
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = names.map((item) => join(item.parentPath, item.name)).sort();
  return new Map(paths.map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path)]));
};

const files = await buildIndex();
const plain = (path: string) => gunzipSync(files.get(path) ?? Buffer.alloc(0)).subarray('pagefind_dcd'.length);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the written index', () => {
  test('holds a text for every entry page and nothing for other pages', () => {
    expect([...files.keys()].filter((path) => path.startsWith('text/'))).toHaveLength(60);
  });

  test("holds none of Pagefind's interfaces", () => {
    const kinds = new Set([...files.keys()].map((path) => path.replace(/^.*\./u, '')));
    expect([...kinds].sort()).toEqual(['js', 'json', 'pagefind', 'pf_cards', 'pf_index', 'pf_meta', 'pf_text', 'pf_words']);
    expect([...files.keys()].filter((path) => path.endsWith('.js'))).toEqual(['pagefind.js']);
  });

  test('says of each file which words are in it, and of no two files the same', () => {
    const meta = [...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? '';
    const ranges = readItems(readItems(plain(meta))[2] ?? encodeArray([])).map((range) => readItems(range).map(readText));
    expect(ranges.length).toBeGreaterThan(5);
    let last = '';
    for (const [from = '', to = '', name = ''] of ranges) {
      const words = readItems(readItems(plain(`index/${name}.pf_index`))[0] ?? encodeArray([])).map((word) =>
        readText(readItems(word)[0] ?? encodeText('')),
      );
      expect([last, from, ...words, to]).toEqual([last, from, ...words, to].sort());
      expect(last).not.toBe(from);
      last = to;
    }
    expect(files.size).toBe(60 + ranges.length + 7);
  });

  test('calls each page by the number of its entry', () => {
    const meta = [...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? '';
    const pages = readItems(readItems(plain(meta))[1] ?? encodeArray([])).map((page) => readText(readItems(page)[0] ?? encodeText('')));
    expect(pages.sort()).toEqual(Array.from({ length: 60 }, (_, index) => `SJ-${String(index + 1).padStart(3, '0')}`));
  });

  test('is the same, byte for byte, for the same pages', async () => {
    const again = await buildIndex();
    expect([...again.keys()]).toEqual([...files.keys()]);
    expect([...again].filter(([path, content]) => !files.get(path)?.equals(content)).map(([path]) => path)).toEqual([]);
  });
});

describe('CBOR', () => {
  test.each([0, 23, 24, 300])('an array of %i texts comes apart into the same texts', (length) => {
    const texts = Array.from({ length }, (_, index) => '字'.repeat(index % 30));
    expect(readItems(encodeArray(texts.map(encodeText))).map(readText)).toEqual(texts);
  });

  test('an item with numbers, nested and endless arrays and maps is passed over whole', () => {
    // [[1000, -5], [_ 1, 2], {"a": 1}, h'0102', 1.5]
    const bytes = Uint8Array.from(Buffer.from('8582' + '1903e8' + '24' + '9f0102ff' + 'a1616101' + '420102' + 'f93e00', 'hex'));
    expect(readItems(bytes).map((item) => Buffer.from(item).toString('hex'))).toEqual([
      '821903e824',
      '9f0102ff',
      'a1616101',
      '420102',
      'f93e00',
    ]);
  });
});
