import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeArray, encodeNumber, encodeText, readItems, readNumbers, readText } from '../../src/search/cbor.ts';
import { unpackCards } from '../../src/search/card-table.ts';
import { withFacts } from '../../src/search/index-facts.ts';
import type { IndexedEntry } from '../../src/search/index-facts.ts';
import { isPair, lastOfPair, pageName, phraseWords } from '../../src/search/layout.ts';
import { NO_NAMES, NO_WORDS } from '../../src/search/names.ts';
import { writeSearchIndex } from '../../src/search/index-pages.ts';
import { readPosting } from '../../src/search/postings.ts';
import type { CurrentIndex, IndexTable } from '../../src/search/stored-index.ts';
import { tokensOf } from '../../src/search/tokens.ts';
import { makePractice, vocabulary } from '../support/make-entries.ts';

const folders: string[] = [];

/** Many rare words, and one pair that every page has so often that it fills a file. */
const textOf = (number: number) => {
  const at = (place: number) => String.fromCodePoint(0x4e00 + ((number * 37 + place * 11) % 2000));
  return Array.from({ length: 150 }, (_, place) => `${at(place)}${at(place + 1)}干部`).join('');
};

const entries = Array.from({ length: 60 }, (_, index): IndexedEntry => {
  const number = index + 1;
  const title = `标题${number}`;
  return {
    ...{ id: `SJ-${String(number).padStart(3, '0')}`, collection: 'practices', title, aliases: [], figures: [], date: '' },
    facets: { regions: [], themes: [], levels: [], natures: [], years: [], sources: [] },
    ...{ url: `/practices/p${number}/`, text: `${title}\n${textOf(number)}`, headings: [] },
  };
});

const buildIndex = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
  folders.push(folder);
  await writeSearchIndex(folder, entries, { words: NO_WORDS, names: NO_NAMES });
  const root = join(folder, 'pagefind');
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = names.map((item) => join(item.parentPath, item.name)).sort();
  return new Map(paths.map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path)]));
};

const written = await buildIndex();
const { folder: current } = JSON.parse(written.get('current.json')?.toString() ?? '') as CurrentIndex;
const inFolder = [...written].filter(([path]) => path.startsWith(`${current}/`));
const files = new Map(inFolder.map(([path, content]) => [path.slice(current.length + 1), content]));
const plain = (path: string) => gunzipSync(files.get(path) ?? Buffer.alloc(0)).subarray('pagefind_dcd'.length);
const meta = readItems(plain([...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? ''));
const ranges = readItems(meta[2] ?? encodeArray([])).map((range) => readItems(range).map(readText));
const postingsOf = (name: string) => readItems(readItems(plain(`index/${name}.pf_index`))[0] ?? encodeArray([])).map(readPosting);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the written index', () => {
  test('holds a text for every entry', () => {
    expect([...files.keys()].filter((path) => path.startsWith('text/'))).toHaveLength(60);
  });

  test("holds none of Pagefind's interfaces", () => {
    const kinds = new Set([...files.keys()].map((path) => path.replace(/^.*\./u, '')));
    expect([...kinds].sort()).toEqual(['json', 'pagefind', 'pf_cards', 'pf_index', 'pf_meta', 'pf_text', 'pf_words']);
    expect([...written.keys()].filter((path) => !path.startsWith(`${current}/`)).sort()).toEqual(['current.json', 'pagefind.js']);
  });

  test('says of each file which words are in it, and of no word two files', () => {
    expect(ranges.length).toBeGreaterThan(5);
    for (const [from = '', to = '', name = ''] of ranges) {
      const words = postingsOf(name).map(({ word }) => word);
      expect([from, ...words, to]).toEqual([from, ...words, to].sort());
      expect(words.filter((word) => ranges.filter(([least = '', most = '']) => least <= word && word <= most).length > 1)).toEqual([]);
    }
    expect(new Set(ranges.map(([, , name]) => name)).size).toBe(ranges.length);
    expect([...files.keys()].filter((path) => path.startsWith('index/'))).toHaveLength(ranges.length);
  });

  test('calls each page by the place of its card', () => {
    const pages = readItems(meta[1] ?? encodeArray([])).map((page) => readText(readItems(page)[0] ?? encodeText('')));
    expect(pages.sort()).toEqual(Array.from({ length: 60 }, (_, place) => pageName(place, 60)).sort());
    const { cards } = JSON.parse(gunzipSync(files.get('cards.pf_cards') ?? '').toString()) as IndexTable;
    expect(unpackCards(cards).map(({ id }) => id)).toEqual(
      Array.from({ length: 60 }, (_, place) => `SJ-${String(place + 1).padStart(3, '0')}`),
    );
  });

  test('has a pair that fills a file in threes too, at the same places', () => {
    const { heavy } = JSON.parse(gunzipSync(files.get('cards.pf_cards') ?? '').toString()) as IndexTable;
    expect(heavy).toEqual(phraseWords(tokensOf('干部')));
    const words = new Map(ranges.flatMap(([, , name = '']) => postingsOf(name).map(({ word, pages }) => [word, pages] as const)));
    const triples = [...words].filter(([word]) => isPair(word.slice(0, -3)) && word.length === 9);
    const placesOf = (pages: ReadonlyMap<number, number[]>, shift: number) =>
      [...pages].flatMap(([page, positions]) => positions.map((position) => `${page} ${position + shift}`));
    const [pair = ''] = heavy;
    const wanted = placesOf(words.get(pair) ?? new Map(), 0).sort();
    expect(
      triples
        .filter(([word]) => word.startsWith(pair))
        .flatMap(([, pages]) => placesOf(pages, 0))
        .sort(),
    ).toEqual(wanted);
    const ending = triples.filter(([word]) => word.slice(3) === pair);
    expect(ending.flatMap(([, pages]) => placesOf(pages, 1)).sort()).toEqual(wanted);
    expect(triples.every(([word]) => words.has(word.slice(3)) && lastOfPair(word.slice(3)).length === 3)).toBe(true);
  });

  test('is the same, byte for byte, for the same pages', async () => {
    const again = await buildIndex();
    expect([...again.keys()]).toEqual([...written.keys()]);
    expect([...again].filter(([path, content]) => !written.get(path)?.equals(content)).map(([path]) => path)).toEqual([]);
  });
});

describe('CBOR', () => {
  test.each([0, 23, 24, 300])('an array of %i texts comes apart into the same texts', (length) => {
    const texts = Array.from({ length }, (_, index) => '字'.repeat(index % 30));
    expect(readItems(encodeArray(texts.map(encodeText))).map(readText)).toEqual(texts);
  });

  test.each([[[0, 23, 24, 255, 256, 65_535, 65_536]]])('the integers of an array come back', (numbers) => {
    expect(readNumbers(encodeArray(numbers.map(encodeNumber)))).toEqual(numbers);
    expect(readNumbers(encodeNumber(300))).toEqual([300]);
    // [1000, -5]
    expect(readNumbers(Uint8Array.from(Buffer.from('821903e824', 'hex')))).toEqual([1000, -5]);
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

describe('facts', () => {
  const page = { id: 'SJ-001', url: '/practices/a/', text: '标题', headings: [] };
  const site = { entries: [makePractice({ themes: ['专业培训'], level: ['省'], aliases: ['清名'] })], vocabulary: vocabulary.data };

  test('come from the content, not from the page', () => {
    expect(withFacts([page], site)).toMatchObject([
      {
        ...page,
        collection: 'practices',
        title: '浙江：公开澄清',
        aliases: ['清名'],
        facets: { themes: ['专业培训'], natures: ['公开报道'] },
      },
    ]);
  });

  test('name a region with everything above it', () => {
    const inside = vocabulary.data.regions.items.find(({ parent }) => parent !== undefined);
    const above = vocabulary.data.regions.items.find(({ id }) => id === inside?.parent);
    const [facts] = withFacts([page], { ...site, entries: [makePractice({ regions: [inside?.id] })] });
    expect(facts?.facets.regions).toEqual([inside?.name, above?.name]);
  });

  test('are wanted for every page', () => {
    expect(() => withFacts([{ ...page, id: 'SJ-999' }], site)).toThrow('/practices/a/ shows SJ-999');
  });
});
