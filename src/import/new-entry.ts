/** A new entry of a collection as a draft: what is known is filled in, what may be unknown says so, and what must be chosen stands open. */
import type { z } from 'astro/zod';
import { freeSlug, pinyinSlug, placeSlugs } from '../domain/chinese/pinyin-slug.ts';
import { definitionOf, describeField, mayBeUnknown, schemaAt, unwrap } from '../schema/field-guide.ts';
import { freeNumber } from '../lint/free-number.ts';
import { contextOf } from '../lint/gather-context.ts';
import { nearest } from '../schema/nearest.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import type { Library } from '../store/library.ts';
import { textOf } from '../store/loose-data.ts';
import { writeDraft } from './write-draft.ts';
import type { FieldGroup, FieldValue } from '../store/write-yaml.ts';

/** An entry to be written: where, and what. */
export interface NewEntry {
  collection: CollectionName;
  id: string;
  title: string;
  slug: string;
  text: string;
  /** The fields that stand open, with the sentence that says what belongs there. */
  open: { name: string; what: string }[];
}

/** What is known of an entry beforehand: fields, and what is to stand above fields, by their path with dots. */
export interface KnownOfEntry {
  fields: FieldGroup;
  notes: ReadonlyMap<string, string>;
}

const NOTHING: KnownOfEntry = { fields: {}, notes: new Map() };

/** Why there can be no such entry; the message is for the editor. */
export class NewEntryError extends Error {}

/** The collection that an editor means by 案例, 容错案例, tolerance or RC. Throws a `NewEntryError` that names all of them. */
export function collectionNamed(word: string): CollectionName {
  const known = collectionWords();
  const found = known.get(word.trim().toLowerCase());
  if (found) return found;
  const chinese = [...known.keys()].filter((name) => /\p{Script=Han}/u.test(name));
  const near = chinese.find((name) => name.includes(word)) ?? nearest(word, known.keys());
  const all = COLLECTION_NAMES.map((name) => COLLECTION_WORDS[name][0] ?? name).join('、');
  throw new NewEntryError(`没有“${word}”这一类条目。${near ? `是不是想写“${near}”？` : ''}可以写：${all}。`);
}

/** The short name by which editors call a collection: 案例. */
export function shortNameOf(collection: CollectionName): string {
  return COLLECTION_WORDS[collection][0] ?? collection;
}

/** A draft with the next free number and an address from its title. Throws a `NewEntryError` when the title cannot be one. */
export function newEntry(
  library: Library,
  collection: CollectionName,
  title: string,
  today: string,
  known: KnownOfEntry = NOTHING,
): NewEntry {
  const clean = title.trim();
  requireTitle(clean, collection, library);
  const id = freeNumber(contextOf(library, today).known, collection);
  const schema = library.schemas[collection];
  const fields: Record<string, FieldValue> = {};
  const notes = new Map<string, string>();
  const open: NewEntry['open'] = [];
  const shape = definitionOf(schema).shape ?? {};
  const given: FieldGroup = {
    id,
    title: clean,
    status: '草稿',
    published: today,
    updated: today,
    checked: { date: today, against: null },
    ...(collection === 'terms' && { term: clean, pinyin: pinyinSlug(clean).replaceAll('-', ' ') }),
    ...known.fields,
  };
  for (const [name, field] of Object.entries(shape)) {
    const value = given[name] ?? (isNeeded(field) ? emptyValue(schema, [name]) : undefined);
    if (value === undefined) continue;
    fields[name] = value;
    const what = noteOn(schema, name);
    if (what !== '' && !(name in given && name !== 'checked')) notes.set(name, what);
    const told = known.notes.get(name);
    if (told !== undefined) notes.set(name, [notes.get(name), told].filter(Boolean).join('\n'));
    if (value === null || name === 'checked' || (Array.isArray(value) && value.length === 0)) open.push({ name, what });
  }
  for (const [path, note] of known.notes) if (path.includes('.')) notes.set(path, note);
  return {
    collection,
    id,
    title: clean,
    slug: addressGiver(library, collection)(clean, id),
    text: writeDraft(fields, '', notes).text,
    open,
  };
}

/** Gives addresses that no entry of the collection has, each of them once. */
export function addressGiver(library: Library, collection: CollectionName): (title: string, id: string) => string {
  const names = takenNames(library, collection);
  const places = placeSlugs(library.loaded.lists.regions?.items ?? []);
  return (title, id) => {
    // Source documents go by their number.
    if (collection === 'sources') return id.toLowerCase();
    const slug = freeSlug(pinyinSlug(title, places) || id.toLowerCase(), (name) => names.has(name));
    names.add(slug);
    return slug;
  };
}

/** The file names of a collection, and those that it has had: their addresses lead on. */
function takenNames({ files, loaded }: Library, collection: CollectionName): Set<string> {
  const { entries = [], redirects = [] } = loaded.ledger?.data ?? {};
  const published = [...entries.map(({ at }) => at), ...redirects.map(({ from }) => from)]
    .filter((address) => address.startsWith(`/${collection}/`))
    .map((address) => address.split('/')[2] ?? '');
  return new Set([...files.filter(({ folder }) => folder === collection).map(({ name }) => name.toLowerCase()), ...published]);
}

const COLLECTION_WORDS: Record<CollectionName, readonly string[]> = {
  situations: ['情形'],
  sources: ['来源', '来源文献', '文献'],
  policies: ['政策', '政策法规', '法规', '制度文件', '文件'],
  problems: ['问题', '问题表现'],
  causes: ['原因', '原因分析'],
  measures: ['举措', '对策', '对策举措'],
  mechanisms: ['机制', '制度机制'],
  practices: ['实践', '地区实践', '做法'],
  tolerance: ['案例', '容错案例', '容错纠错案例'],
  courses: ['课程', '教学课程'],
  terms: ['术语', '名词'],
  tensions: ['对读', '文献对读'],
};

function collectionWords(): Map<string, CollectionName> {
  return new Map(
    COLLECTION_NAMES.flatMap((name) => {
      const { prefix, name: full } = COLLECTIONS[name];
      return [...COLLECTION_WORDS[name], full, name, prefix.replace('-', '').toLowerCase()].map((word) => [word, name] as const);
    }),
  );
}

function requireTitle(title: string, collection: CollectionName, { entries }: Library): void {
  if (title === '') throw new NewEntryError('没有写标题。请写成：npm run new -- 案例 "标题"');
  const { length } = title;
  if (length > LONGEST_TITLE)
    throw new NewEntryError(`标题有 ${length} 个字，上限是 ${LONGEST_TITLE} 个字，请删去至少 ${length - LONGEST_TITLE} 个字。`);
  const same = entries.find((entry) => entry.collection === collection && textOf(entry.data['title']).trim() === title);
  if (same) throw new NewEntryError(`已经有一条叫“${title}”：${same.id}，在 ${same.file.path}。请改那一条，或者换一个分得开的标题。`);
}

/** As the schema has it. */
export const LONGEST_TITLE = 60;

function isNeeded(field: z.ZodType): boolean {
  return !field.safeParse(undefined).success;
}

/** 未载 where the field may say so, the needed fields of a group, an empty list, or nothing, which stands open. */
function emptyValue(schema: z.ZodType, path: readonly string[]): FieldValue {
  if (mayBeUnknown(schema, path)) return '未载';
  const field = schemaAt(schema, path);
  const { shape, element } = field ? definitionOf(unwrap(field)) : {};
  if (element) return [];
  if (!shape) return null;
  const needed = Object.entries(shape).filter(([, inner]) => isNeeded(inner));
  return Object.fromEntries(needed.map(([name]) => [name, emptyValue(schema, [...path, name])]));
}

/** What belongs into a field, and for a closed list all that may be chosen. */
function noteOn(schema: z.ZodType, name: string): string {
  const field = schemaAt(schema, [name]);
  const plain = field && unwrap(field);
  const { entries, element } = plain ? definitionOf(plain) : {};
  const choices = entries ?? (element ? definitionOf(unwrap(element)).entries : undefined);
  const told = describeField(schema, [name]) ?? '';
  const all = Object.values(choices ?? {});
  return all.length > 0 && all.length <= MOST_CHOICES ? `${told}可选：${all.join('、')}。` : told;
}

const MOST_CHOICES = 24;
