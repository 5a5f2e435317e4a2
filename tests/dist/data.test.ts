import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import type { EntryData } from '../../src/domain/paper/entry-data.ts';
import { COLLECTION_NAMES, collectionOf } from '../../src/schema/number.ts';
import { distFolder, readBuiltFile, readBuiltPages, readExportedEntries } from '../support/built-site.ts';

const entries = readExportedEntries();
/** What the table has of them, each in one cell. */
const TABLE_FIELDS = [
  'id',
  'collection',
  'title',
  'url',
  'summary',
  'takeaway',
  'aliases',
  'asked',
  'keywords',
  'themes',
  'level',
  'regions',
  'cites',
  'figures',
  'nature',
  'status',
  'updated',
  'text',
];
const FIELDS = [...TABLE_FIELDS, 'changes', 'listed', 'details', 'rule', 'search'];

describe('the entries as data', () => {
  test('each has every field of the contract, in its order', () => {
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => Object.keys(entry).join() !== FIELDS.join()).map(({ id }) => id)).toEqual([]);
  });

  test('each has a number of its collection, and no two have the same', () => {
    const misnumbered = entries.filter(({ id, collection }) => collectionOf(id) !== collection);
    expect(misnumbered.map(({ id }) => id)).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test('each address is a page that shows the entry under its title', () => {
    // A short quotation in a title has an element of its own.
    const titleOf = (html: string) => (/<h1[^>]*>(.*?)<\/h1>/su.exec(html)?.[1] ?? '').replace(/<[^>]*>/gu, '');
    const titles = new Map(readBuiltPages().map(({ path, html }) => [path, titleOf(html)]));
    expect(entries.filter(({ url, title }) => plain(titles.get(url)) !== title).map(({ id, url }) => `${id} ${url}`)).toEqual([]);
  });

  test('each has its page text, and no text is a citation mark or a heading of the frame', () => {
    expect(entries.filter(({ text }) => text.length < 20).map(({ id }) => id)).toEqual([]);
    expect(entries.filter(({ text }) => /跳到正文|当前位置|打印本页/u.test(text)).map(({ id }) => id)).toEqual([]);
  });

  test('none is a draft', () => {
    expect(entries.filter(({ status }) => status !== '发布' && status !== '退出').map(({ id }) => id)).toEqual([]);
  });

  test('the number of each leads to its page, with a refresh and with a link', () => {
    const faulty = entries.filter(({ id, url }) => {
      const path = join(distFolder, 'id', id, 'index.html');
      if (!existsSync(path)) return true;
      const html = readBuiltFile(`id/${id}/index.html`);
      return !html.includes(`content="0; url=${url}"`) || !html.includes(`href="${url}"`);
    });
    expect(faulty.map(({ id }) => id)).toEqual([]);
  });

  test('every entry page of the site is exported', () => {
    const exported = new Set(entries.map(({ url }) => url));
    const pages = readBuiltPages().filter(({ html }) => html.includes('data-entry="'));
    expect(pages.map(({ path }) => path).filter((path) => !exported.has(path))).toEqual([]);
    expect(pages).toHaveLength(entries.length);
  });
});

describe('other shapes of the same entries', () => {
  test('the JSON lines are the entries, one a line', () => {
    const lines = readBuiltFile('data/entries.jsonl').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(entries);
  });

  test('the table has a byte order mark, the columns of the contract, and a row for each entry', () => {
    const csv = readBuiltFile('data/entries.csv');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [header, ...rows] = parseCsv(csv.slice(1));
    expect(header).toEqual(TABLE_FIELDS);
    expect(rows.map(([id]) => id)).toEqual(entries.map(({ id }) => id));
    expect(rows.filter((row) => row.length !== TABLE_FIELDS.length)).toEqual([]);
    expect(rows.map((row) => row[2])).toEqual(entries.map(({ title }) => title));
  });

  test('no cell of the table is a formula', () => {
    const cells = parseCsv(readBuiltFile('data/entries.csv').slice(1)).flat();
    expect(cells.filter((cell) => /^[=+\-@\t]/u.test(cell))).toEqual([]);
  });

  test('each entry has a file of its own with its references, and none of them is made up of unknown values', () => {
    const faulty = entries.filter(({ id, title }) => {
      const file = (JSON.parse(readBuiltFile(`data/entry/${id}.json`)) as EntryData).file;
      const named = file.works.flatMap(({ authors, title: name, date = '', subtitle = '' }) => [...authors, name, date, subtitle]);
      return file.id !== id || file.title !== title || named.some((text) => ['未载', '未公开', '隐去'].includes(text));
    });
    expect(faulty.map(({ id }) => id)).toEqual([]);
  });

  test('the build facts count the entries and name the version by its content', () => {
    const facts = JSON.parse(readBuiltFile('data/build.json')) as { version: string; entries: number; counts: Record<string, number> };
    expect(facts.entries).toBe(entries.length);
    expect(facts.counts).toEqual(
      Object.fromEntries(COLLECTION_NAMES.map((name) => [name, entries.filter(({ collection }) => collection === name).length])),
    );
    expect(facts.version).toBe(createHash('sha256').update(readBuiltFile('data/entries.json')).digest('hex').slice(0, 16));
  });

  test('each collection has a JSON Schema with a sentence for authors on its fields', () => {
    const faulty = COLLECTION_NAMES.filter((name) => {
      const schema = JSON.parse(readBuiltFile(`data/schema/${name}.json`)) as {
        $schema?: string;
        properties?: Record<string, { description?: string }>;
        additionalProperties?: boolean;
      };
      return !schema.$schema || schema.additionalProperties !== false || !schema.properties?.['summary']?.description;
    });
    expect(faulty).toEqual([]);
  });

  test('the feed holds the fifty latest entries at most, each with a name of its own and its page', () => {
    const feed = readBuiltFile('feed.xml');
    expect(feed.match(/<entry>/gu)).toHaveLength(Math.min(entries.length, 50));
    const ids = [...feed.matchAll(/<id>([^<]+)<\/id>/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(Math.min(entries.length, 50) + 1);
    const urls = new Set(entries.map(({ url }) => url));
    const pages = [...feed.matchAll(/<link href="([^"]+)"\/>\s*<published>/gu)].map(
      ([, link = '']) => new URL(link, 'http://kb.example').pathname,
    );
    expect(pages.filter((path) => !urls.has(path))).toEqual([]);
    expect(pages).toHaveLength(Math.min(entries.length, 50));
    expectWellFormed(feed);
  });
});

/** A title as it reads, without the entities of HTML. */
function plain(html: string | undefined): string {
  const [node] = fromHtml(html ?? '', { fragment: true }).children;
  return node?.type === 'text' ? node.value : '';
}

/** Rows and cells of a table as RFC 4180 has them, read without the code that wrote it. */
function parseCsv(text: string): string[][] {
  const rows = text.matchAll(/(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n/gu);
  return [...rows].map(([row]) =>
    [...row.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
    ),
  );
}

/** Tags are closed in the order in which they were opened. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, slash, name = '', selfClosing] of xml.matchAll(/<(\/)?([a-zA-Z:]+)[^<>]*?(\/)?>/gu)) {
    if (slash) expect(open.pop()).toBe(name);
    else if (!selfClosing) open.push(name);
  }
  expect(open).toEqual([]);
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#)/u);
}
