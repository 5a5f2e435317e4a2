import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/store/read-content.ts';
import type { StoredFile } from '../../src/store/read-content.ts';
import { isEntryFile } from '../../src/store/library.ts';
import { COLLECTION_NAMES } from '../../src/schema/number.ts';
import { today } from '../../src/commands/today.ts';
import { growContent } from '../bench/build/grow-content.ts';
import type { ContentFile } from '../bench/build/grow-content.ts';
import { OWN_CONTENT, SMALL_CONTENT } from '../support/project-copy.ts';

const GROWN = COLLECTION_NAMES.filter((name) => name !== 'situations');
const MENTION = /(?<![A-Za-z0-9/_-])(?:S|(?:ZC|WT|YY|CS|JZ|SJ|RC|KC|SY|ZD)-)\d+(?!\d)/gu;

/** Reading and checking all the content takes seconds alone, and many when others work beside it. */
const PATIENCE = 120_000;

let real: StoredFile[];

beforeAll(async () => {
  real = await readContent(OWN_CONTENT);
}, PATIENCE);

describe('content grown to five times as much', () => {
  let grown: ContentFile[];
  beforeAll(() => {
    const situations = real.filter(({ folder }) => folder === 'situations');
    grown = growContent(real, count(real) * 5 - count(situations) * 4, today());
  }, PATIENCE);

  test('has five times as many entries of every collection but the situations', () => {
    const ofCollection = (name: string) => real.filter((file) => isEntryFile(file) && file.folder === name).length;
    const counts = GROWN.map((name) => [name, grown.filter(({ place }) => place.startsWith(`${name}/`)).length]);
    expect(counts).toEqual(GROWN.map((name) => [name, ofCollection(name) * 4]));
  });

  test('has no number and no file name twice', () => {
    const ids = [...real.filter(isEntryFile).map(({ source }) => source), ...grown.map(({ text }) => text)].map(idOf);
    expect(new Set(ids).size).toBe(ids.length);
    const places = [...real.map(({ folder, name, extension }) => `${folder}/${name}${extension}`), ...grown.map(({ place }) => place)];
    expect(new Set(places).size).toBe(places.length);
  });

  test('has numbers that run on from the last, past the digits of the real ones', () => {
    const ids = grown.map(({ text }) => idOf(text));
    const last = Math.max(...real.filter(({ folder }) => folder === 'problems').map(({ source }) => Number(idOf(source).slice(3))));
    expect(ids).toContain(`WT-${last + 1}`);
    expect(ids).toContain('WT-99');
    expect(ids).toContain('WT-100');
    expect(ids).toContain('S10');
  });

  test('refers to grown entries alone', () => {
    const ids = new Set(grown.map(({ text }) => idOf(text)));
    const known = new Set(real.filter(isEntryFile).map(({ source }) => idOf(source)));
    const mentions = grown.flatMap(({ place, text }) => (text.match(MENTION) ?? []).map((id) => ({ place, id })));
    expect(mentions.length).toBeGreaterThan(grown.length * 5);
    expect(mentions.filter(({ id }) => known.has(id))).toEqual([]);
    expect(mentions.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  test('has no title, summary or body twice, numbers of entries aside', () => {
    for (const part of [/^title: (.*)$/mu, /^summary: (.*)$/mu, /\n---\n(.*)$/su]) {
      const partOf = (text: string) => part.exec(text)?.[1]?.replaceAll(MENTION, '') ?? '';
      const before = new Set(real.filter(isEntryFile).map(({ source }) => partOf(source)));
      expect(repeated([...before, ...grown.map(({ text }) => partOf(text))])).toEqual([]);
    }
  });
});

test('the same content and size give the same files', async () => {
  const small = await readContent(SMALL_CONTENT);
  expect(growContent(small, 40, today())).toEqual(growContent(small, 40, today()));
});

test('content is not cut down', async () => {
  const small = await readContent(SMALL_CONTENT);
  expect(() => growContent(small, 3, today())).toThrowErrorMatchingInlineSnapshot(`[Error: 现有 12 个条目，不能减到 3 个。]`);
});

function count(files: readonly StoredFile[]): number {
  return files.filter(isEntryFile).length;
}

function idOf(text: string): string {
  return /^id: (.*)$/mu.exec(text)?.[1] ?? '';
}

function repeated(texts: readonly string[]): string[] {
  return [...Map.groupBy(texts, (text) => text)].filter(([, same]) => same.length > 1).map(([text]) => text);
}
