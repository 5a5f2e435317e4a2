/** Changes made to real entries by the desk's own means, with what must be true after each of them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isMap, isScalar, parseDocument } from 'yaml';
import { fieldsOf, isSame, valueWith, withField } from '../../src/edit/change-field.ts';
import { bodyOf, splitSource, withBody } from '../../src/edit/entry-source.ts';
import type { FieldPath, FieldValue } from '../../src/edit/protocol.ts';
import { fieldNames } from '../../src/schema/field-guide.ts';
import { createSchemas } from '../../src/schema/index.ts';
import { COLLECTION_NAMES } from '../../src/schema/number.ts';
import type { CollectionName } from '../../src/schema/number.ts';
import { readVocabulary } from '../../src/store/vocabulary.ts';

export interface EntryText {
  place: string;
  text: string;
}

const ROOT = join(import.meta.dirname, '../../content');

/** Every entry of the content. */
export const entryTexts: readonly EntryText[] = globSync(`{${COLLECTION_NAMES.join(',')}}/*.mdx`, { cwd: ROOT })
  .sort()
  .map((place) => ({ place: place.replaceAll('\\', '/'), text: readFileSync(join(ROOT, place), 'utf8') }));

/** Of every collection the largest entry, and others of every size. */
export function entriesOfAllKinds(ofEach: number): EntryText[] {
  return COLLECTION_NAMES.flatMap((name) => {
    const own = bySize(name);
    return own.filter((_, index) => index % Math.ceil(own.length / ofEach) === 0);
  });
}

/** Of every collection so many of middle size: one long law alone takes as long as all of these. */
export function entriesOfMiddleSize(ofEach: number): EntryText[] {
  return COLLECTION_NAMES.flatMap((name) => {
    const own = bySize(name);
    const from = Math.max(0, Math.floor((own.length - ofEach) / 2));
    return own.slice(from, from + ofEach);
  });
}

function bySize(name: CollectionName): EntryText[] {
  return entryTexts.filter(({ place }) => place.startsWith(`${name}/`)).toSorted((a, b) => b.text.length - a.text.length);
}

const schemas = createSchemas(readVocabulary());

/** The order of fields by the schema of the entry's collection. */
function orderOf({ place }: EntryText) {
  return (path: FieldPath) => fieldNames(schemas[place.split('/')[0] as CollectionName], path);
}

/** Opened and saved without a change, the entry is the same bytes. */
export function trySaving(entry: EntryText): void {
  const { place, text } = entry;
  const title = fieldsOf(text)?.['title'];
  expect(title, place).toBeTypeOf('string');
  const same = withBody(withField(text, ['title'], title, orderOf(entry)), bodyOf(text));
  // Comparing whole texts by `expect` takes longer than all the rest.
  if (same !== text) expect(same).toBe(text);
}

/** One value after another is changed: nothing else may. */
export function tryValues(entry: EntryText, most: number): void {
  const data = fieldsOf(entry.text) ?? {};
  for (const { path, value } of spread(leaves(data), most)) expectAlone(entry, path, otherThan(value));
}

/** Items are put into lists, taken out and moved: nothing but the list may change. */
export function tryLists(entry: EntryText, most: number): void {
  const data = fieldsOf(entry.text) ?? {};
  for (const { path, items } of spread(lists(data), most)) {
    const [first] = items;
    if (first === undefined) continue;
    expectAlone(entry, path, [...items, first]);
    expectAlone(entry, path, [first, ...items]);
    expectAlone(entry, path, items.slice(1));
    expectAlone(entry, path, items.slice(0, -1));
    expectAlone(entry, path, items.toReversed());
    expectAlone(
      entry,
      path,
      items.filter((_, index) => index % 2 === 0),
    );
  }
}

/** Fields are taken away and written again: the others keep their bytes and their order. */
export function tryFields(entry: EntryText, most: number): void {
  const data = fieldsOf(entry.text) ?? {};
  for (const [name, value] of spread(Object.entries(data), most)) {
    const without = withField(entry.text, [name], undefined, orderOf(entry));
    expect(fieldsOf(without)).not.toHaveProperty(name);
    expectRestUntouched(entry.text, without, name);
    const again = withField(without, [name], value, orderOf(entry));
    expect(isSame(fieldsOf(again), data), `${entry.place} ${name}`).toBe(true);
    expectRestUntouched(entry.text, again, name);
  }
}

function expectAlone(entry: EntryText, path: FieldPath, value: FieldValue): void {
  const after = withField(entry.text, path, value, orderOf(entry));
  const wanted = valueWith(fieldsOf(entry.text) ?? {}, path, value);
  expect(isSame(fieldsOf(after), wanted), `${entry.place} ${path.join('.')}`).toBe(true);
  expectRestUntouched(entry.text, after, String(path[0]));
}

/** What should have stayed: the body, and every other field, byte for byte and in order. */
function expectRestUntouched(before: string, after: string, name: string): void {
  expect(splitSource(after)?.body).toBe(splitSource(before)?.body);
  const rest = (text: string) => chunks(text).filter(([field]) => field !== name);
  expect(rest(after)).toEqual(rest(before));
}

/** The text of each field of the first level, with what follows it. */
function chunks(text: string): [string, string][] {
  const { fields = '' } = splitSource(text) ?? {};
  const { contents } = parseDocument(fields, { logLevel: 'silent' });
  if (!isMap(contents)) throw new Error('no fields');
  const starts = contents.items.map(({ key }) => (isScalar(key) ? { name: String(key.value), at: key.range[0] } : { name: '', at: 0 }));
  return starts.map(({ name, at }, index) => [name, fields.slice(at, starts[index + 1]?.at ?? fields.length)]);
}

function otherThan(value: FieldValue): FieldValue {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `改：“${JSON.stringify(value)}” #1: x`;
}

/** Every single value within. */
function leaves(value: FieldValue, path: FieldPath = []): { path: FieldPath; value: FieldValue }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return insides(value).flatMap(([step, inner]) => leaves(inner, [...path, step]));
}

/** Every list within, and the list itself. */
function lists(value: FieldValue, path: FieldPath = []): { path: FieldPath; items: readonly FieldValue[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [{ path, items: value as readonly FieldValue[] }] : [];
  return [...own, ...insides(value).flatMap(([step, inner]) => lists(inner, [...path, step]))];
}

function insides(value: object): [string | number, FieldValue][] {
  if (Array.isArray(value)) return value.map((inner, index) => [index, inner as FieldValue]);
  return Object.entries(value) as [string, FieldValue][];
}

/** At most so many, from all over. */
function spread<T>(all: readonly T[], most: number): T[] {
  return all.filter((_, index) => index % Math.max(1, Math.ceil(all.length / most)) === 0);
}
