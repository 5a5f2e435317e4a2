/** The content, read once: check, pages, Word files, data and the index all take what stands here. */
import { join } from 'node:path';
import { publicPart } from '../domain/entry/own-documents.ts';
import { inNumberOrder } from '../domain/entry/records.ts';
import type { Entry, LocalNote, SiteContent } from '../domain/entry/records.ts';
import { bodyMarks } from '../markdown/body-marks.ts';
import { readBody } from '../markdown/read-body.ts';
import type { Body, BodyFacts } from '../markdown/read-body.ts';
import { localNoteSchema, NOTES_FOLDER } from '../schema/local-notes.ts';
import { COLLECTION_NAMES, isEntryNumber } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { createSchemas } from '../schema/index.ts';
import { explainFields } from '../schema/messages.ts';
import type { FieldProblem } from '../schema/messages.ts';
import { PAGE_NAMES, pageSchema } from '../schema/pages.ts';
import { isGap, withStandIns } from '../schema/stand-ins.ts';
import type { VocabularyData } from '../schema/vocabulary.ts';
import { openBodyCache, openMaking, openValueCache } from './value-cache.ts';
import type { BodyCache, Made } from './value-cache.ts';
import { loadLists } from './load-lists.ts';
import type { LoadedLists } from './load-lists.ts';
import { isRecord } from './loose-data.ts';
import { readContent, readOriginals, readPlainEntry } from './read-content.ts';
import type { StoredFile } from './read-content.ts';

/** An entry whose fields could be read, whether or not they fit the schema. */
export interface StoredEntry {
  file: StoredFile;
  collection: CollectionName;
  /** The number as written; empty when there is none. */
  id: string;
  data: Record<string, unknown>;
  fieldProblems: FieldProblem[];
  /** What a draft does not say yet; of every other entry that is a problem. */
  gaps: FieldProblem[];
  body: BodyFacts;
  /** The entry as the site knows it; `undefined` while its fields do not fit the schema. A draft has stand-ins in its gaps. */
  record: Entry | undefined;
}

/** A page of the site's own prose, as far as it can be read. */
export interface StoredPage {
  file: StoredFile;
  data: Record<string, unknown>;
  fieldProblems: FieldProblem[];
  body: BodyFacts;
}

/** A unit's own note on an entry, as far as it can be read. */
export interface StoredNote extends StoredPage {
  /** The number of the entry as written; empty when there is none. */
  id: string;
  /** The note as the site knows it; `undefined` while its fields do not fit the schema. */
  record: LocalNote | undefined;
}

/** All content as read, with what is needed to read one more entry. */
export interface Library {
  files: readonly StoredFile[];
  entries: readonly StoredEntry[];
  pages: readonly StoredPage[];
  notes: readonly StoredNote[];
  loaded: LoadedLists;
  schemas: ReturnType<typeof createSchemas>;
  /** The originals that drafts were made from, by `collection/slug`; they are no part of the content. */
  originals: ReadonlyMap<string, string>;
}

/** What costs most of reading entries, done for some of them, for the caches of a library. */
export interface ReadAhead {
  fields: Made;
  bodies: Made;
}

/** Reads ahead every file of which `isAsked` says so, by its place in the order of paths. */
export async function readAhead(root: string, isAsked: (place: number) => boolean): Promise<ReadAhead> {
  const fields = openMaking(readPlainEntry);
  const bodies = openMaking(readBody);
  const files = await readContent(root, undefined, fields.read, isAsked);
  for (const file of files) if (isEntryFile(file)) bodies.read(file.body);
  return { fields: fields.made, bodies: bodies.made };
}

/**
 * Reads the content folder `root`; what was read before comes from the cache in `cacheFolder`, if one is named, or was read `ahead`. Only a folder that
 * is not there throws.
 */
export async function openLibrary(root: string, cacheFolder?: string, ahead: readonly ReadAhead[] = []): Promise<Library> {
  const bodies = openBodyCache(cacheFolder && join(cacheFolder, 'bodies'));
  const plain = openValueCache(cacheFolder && join(cacheFolder, 'fields'), 'src/{store,domain,markdown}/*.ts', readPlainEntry);
  for (const made of ahead) {
    bodies.learn(made.bodies);
    plain.learn(made.fields);
  }
  const files = await readContent(root, undefined, (source) => plain.read(source));
  const library = { ...readLibrary(files, bodies), originals: await readOriginals(root) };
  bodies.save();
  plain.save();
  return library;
}

/** Takes in files already read. */
export function readLibrary(files: readonly StoredFile[], bodies: BodyCache = openBodyCache(undefined)): Library {
  const loaded = loadLists(files);
  const schemas = createSchemas(loaded.vocabulary);
  return {
    files,
    entries: files.flatMap((file) => readEntry(file, { schemas, loaded }, bodies) ?? []),
    pages: files.flatMap((file) => readPage(file, bodies) ?? []),
    notes: files.flatMap((file) => readNote(file, bodies) ?? []),
    loaded,
    schemas,
    originals: new Map(),
  };
}

/** The library with one file of an entry or a page as it now is; every list and everything else stays as read. */
export function withChange(before: Library, changed: StoredFile): { library: Library; entry: StoredEntry | undefined } {
  const library = withChanges(before, [changed]);
  return { library, entry: library.entries.find(({ file }) => file === changed) };
}

/** The same with any number of files. */
export function withChanges(before: Library, changed: readonly StoredFile[]): Library {
  const paths = new Set(changed.map(({ path }) => path));
  const bodies = openBodyCache(undefined);
  return {
    ...before,
    files: [...before.files.filter(({ path }) => !paths.has(path)), ...changed],
    entries: [
      ...before.entries.filter(({ file }) => !paths.has(file.path)),
      ...changed.flatMap((file) => readEntry(file, before, bodies) ?? []),
    ],
    pages: [...before.pages.filter(({ file }) => !paths.has(file.path)), ...changed.flatMap((file) => readPage(file, bodies) ?? [])],
    notes: [...before.notes.filter(({ file }) => !paths.has(file.path)), ...changed.flatMap((file) => readNote(file, bodies) ?? [])],
  };
}

/** The library without the entries of some files. */
export function withoutFiles(whole: Library, left: readonly { file: string }[]): Library {
  const paths = new Set(left.map(({ file }) => file));
  return paths.size === 0 ? whole : { ...whole, entries: whole.entries.filter(({ file }) => !paths.has(file.path)) };
}

/** What the site shows: every entry that fits its schema, in the order of collections and numbers. Drafts, and what is internal, only when asked for. */
export function contentOf({ entries, notes, loaded }: Library, { drafts = false, internal = false } = {}): SiteContent {
  const records = entries.flatMap(({ record }) => (record && (drafts || record.data.status !== '草稿') ? [record] : []));
  const byCollection = Map.groupBy(records, ({ collection }) => collection);
  const content = {
    entries: COLLECTION_NAMES.flatMap((name) => inNumberOrder(byCollection.get(name) ?? [])),
    vocabulary: loaded.lists as VocabularyData,
    redirects: loaded.ledger?.data.redirects ?? [],
    localNotes: notes.flatMap(({ record }) => record ?? []),
  };
  return internal ? content : publicPart(content);
}

/** Whether a file lies where entries lie and is named like one. */
export function isEntryFile(file: StoredFile): boolean {
  return file.extension === '.mdx' && (COLLECTION_NAMES as string[]).includes(file.folder);
}

function readEntry(file: StoredFile, { schemas, loaded }: Pick<Library, 'schemas' | 'loaded'>, bodies: BodyCache): StoredEntry | undefined {
  const data = file.yaml?.data;
  if (!isEntryFile(file) || !isRecord(data)) return undefined;
  const collection = file.folder as CollectionName;
  const body = bodies.read(file.body);
  const schema = schemas[collection];
  const parsed = schema.safeParse(data);
  const problems = parsed.success ? [] : explainFields(schema, data, loaded.lists);
  const gaps = data['status'] === '草稿' ? problems.filter((problem) => isGap(problem, data)) : [];
  const read = parsed.success ? parsed.data : gaps.length === problems.length ? withStandIns(schema, data, gaps) : undefined;
  return {
    file,
    collection,
    id: typeof data['id'] === 'string' ? data['id'] : '',
    data,
    fieldProblems: problems.filter((problem) => !gaps.includes(problem)),
    gaps,
    body: body.facts,
    record: read === undefined ? undefined : toRecord(file, collection, read, body),
  };
}

/** Whether a file is a page of the site's own prose. */
export function isPageFile({ folder, name, extension }: StoredFile): boolean {
  return folder === 'pages' && extension === '.mdx' && (PAGE_NAMES as readonly string[]).includes(name);
}

function readPage(file: StoredFile, bodies: BodyCache): StoredPage | undefined {
  const data = file.yaml?.data;
  if (!isPageFile(file) || !isRecord(data)) return undefined;
  return { file, data, fieldProblems: explainFields(pageSchema, data, {}), body: bodies.read(file.body).facts };
}

/** Whether a file is a unit's own note on an entry. */
export function isNoteFile({ folder, name, extension }: StoredFile): boolean {
  return folder === NOTES_FOLDER && extension === '.mdx' && isEntryNumber(name);
}

function readNote(file: StoredFile, bodies: BodyCache): StoredNote | undefined {
  const data = file.yaml?.data;
  if (!isNoteFile(file) || !isRecord(data)) return undefined;
  const { tree, facts } = bodies.read(file.body);
  const parsed = localNoteSchema.safeParse(data);
  return {
    file,
    id: typeof data['id'] === 'string' ? data['id'] : '',
    data,
    fieldProblems: parsed.success ? [] : explainFields(localNoteSchema, data, {}),
    body: facts,
    record: parsed.success ? { ...parsed.data, body: tree } : undefined,
  };
}

function toRecord({ name }: StoredFile, collection: CollectionName, data: unknown, { tree }: Body): Entry {
  return { collection, slug: name, data, body: tree, marks: bodyMarks(tree) } as Entry;
}
