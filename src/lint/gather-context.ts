/** Reads files into what the rules look at: once for all of them, and again for one file that has changed. */
import type { StoredFile } from '../data/read-content.ts';
import type { Entry } from '../domain/records.ts';
import type { CollectionName } from '../schema/number.ts';
import { createSchemas } from '../schema/index.ts';
import { explainFields } from '../schema/messages.ts';
import { readBody } from './body-facts.ts';
import { readCitations } from './entry-citations.ts';
import type { WrittenCitation } from './entry-citations.ts';
import { isEntryFile } from './entry-file.ts';
import { gatherFacts } from './known-facts.ts';
import { loadLists } from './load-lists.ts';
import type { LoadedLists } from './load-lists.ts';
import { fieldTexts, isRecord } from './loose-data.ts';
import type { LintContext, LintEntry } from './rule.ts';

/** All content as read, with what is needed to read one more entry. */
export interface ReadLibrary {
  files: readonly StoredFile[];
  entries: readonly LintEntry[];
  loaded: LoadedLists;
  schemas: ReturnType<typeof createSchemas>;
}

/** Reads every file. */
export function readLibrary(files: readonly StoredFile[]): ReadLibrary {
  const loaded = loadLists(files);
  const schemas = createSchemas(loaded.vocabulary);
  return { files, entries: files.flatMap((file) => readEntry(file, schemas, loaded)), loaded, schemas };
}

/** What the rules see when all of a library is checked on the day `today`. */
export function contextOf(library: ReadLibrary, today: string): LintContext {
  const { files, entries, loaded } = library;
  return { files, entries, listProblems: loaded.problems, known: gatherFacts(library), today };
}

/**
 * What the rules see when one entry's file has changed and only that file is looked at, beside everything else as it was. The library must
 * hold a file of the same path; a changed controlled list changes how all entries are read, so that it needs `readLibrary`.
 */
export function contextOfChange(before: ReadLibrary, changed: StoredFile, today: string): LintContext {
  const others = {
    files: before.files.filter(({ path }) => path !== changed.path),
    entries: before.entries.filter(({ file }) => file.path !== changed.path),
  };
  const entries = readEntry(changed, before.schemas, before.loaded);
  const whole = { ...before, files: [...others.files, changed], entries: [...others.entries, ...entries] };
  return { files: [changed], entries, listProblems: [], known: gatherFacts(whole), today };
}

function readEntry(file: StoredFile, schemas: ReadLibrary['schemas'], { lists }: LoadedLists): LintEntry[] {
  const data = file.yaml?.data;
  if (!isEntryFile(file) || !isRecord(data)) return [];
  const collection = file.folder as CollectionName;
  const id = typeof data['id'] === 'string' ? data['id'] : '';
  const fieldProblems = explainFields(schemas[collection], data, lists);
  const body = readBody(file.body);
  const texts = fieldTexts(data);
  const citations = readCitations(file, texts, body);
  return [
    {
      file,
      collection,
      id,
      data,
      texts,
      citations,
      isDraft: data['status'] === '草稿',
      fieldProblems,
      body,
      record: fieldProblems.length === 0 ? toRecord(file, collection, schemas[collection].parse(data), citations) : undefined,
    },
  ];
}

/** The entry as the site will know it, with the citations of its body. */
function toRecord(file: StoredFile, collection: CollectionName, data: unknown, citations: WrittenCitation[]): Entry {
  const cites = citations.filter(({ path }) => path === undefined).map(({ text }) => text);
  return { collection, slug: file.name, data, body: file.body, marks: { cites, links: [] } } as unknown as Entry;
}
