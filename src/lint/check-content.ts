/** Runs every content rule over a content folder and gathers what they find. */
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { readContent } from '../data/read-content.ts';
import type { StoredFile } from '../data/read-content.ts';
import { COLLECTION_NAMES } from '../schema/fields.ts';
import type { CollectionName } from '../schema/fields.ts';
import type { Entry } from '../domain/records.ts';
import { createSchemas } from '../schema/index.ts';
import { explainFields } from '../schema/messages.ts';
import { readBody } from './body-facts.ts';
import { readCitations } from './entry-citations.ts';
import type { WrittenCitation } from './entry-citations.ts';
import { gatherFacts } from './known-facts.ts';
import { loadLists } from './load-lists.ts';
import type { LoadedLists } from './load-lists.ts';
import { fieldTexts, isRecord } from './loose-data.ts';
import type { Issue, LintContext, LintEntry } from './rule.ts';
import { rules } from './rules.ts';

/** Everything a check found, sorted by file and place. */
export interface CheckReport {
  issues: Issue[];
  /** Content files read. */
  entryCount: number;
  /** Controlled lists read. */
  listCount: number;
  errorCount: number;
}

/** Checks the content below `root` as of the day `today` (`2026-11-22`); reads files, writes nothing. */
export async function checkContent(root: string, today: string): Promise<CheckReport> {
  if (!existsSync(root)) {
    const message = '没有这个文件夹。内容文件夹一般叫 content，里面是各类条目和 vocab 文件夹。';
    const issue: Issue = { file: root, at: undefined, rule: 'unreadable-file', severity: 'error', message };
    return { issues: [issue], entryCount: 0, listCount: 0, errorCount: 1 };
  }
  return checkFiles(await readContent(join(root)), today);
}

/** Checks files already read. */
export function checkFiles(files: StoredFile[], today: string): CheckReport {
  const context = prepare(files, today);
  const issues = rules.flatMap((rule) =>
    [...rule.check(context)].map((finding): Issue => ({ ...finding, rule: rule.id, severity: rule.severity })),
  );
  return {
    issues: issues.sort(byPlace),
    entryCount: files.filter(isEntryFile).length,
    listCount: files.filter((file) => file.folder === 'vocab').length,
    errorCount: issues.filter((issue) => issue.severity === 'error').length,
  };
}

function prepare(files: StoredFile[], today: string): LintContext {
  const loaded = loadLists(files);
  const schemas = createSchemas(loaded.vocabulary);
  const entries = files.filter(isEntryFile).flatMap((file) => readEntry(file, schemas, loaded));
  const read = new Set(entries.map((entry) => entry.file));
  const unread = files.filter((file) => isEntryFile(file) && !read.has(file)).flatMap(claimedId);
  return { files, entries, listProblems: loaded.problems, known: gatherFacts(entries, new Set(unread), loaded.lists), today };
}

function readEntry(file: StoredFile, schemas: ReturnType<typeof createSchemas>, { lists }: LoadedLists): LintEntry[] {
  const data = file.yaml?.data;
  if (!isRecord(data)) return [];
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

/** The number in a file whose fields cannot be read, so that links to it are not reported as well. */
function claimedId({ source }: StoredFile): string[] {
  const id = /^id:\s*["']?([A-Z]+-?\d+)/mu.exec(source)?.[1];
  return id ? [id] : [];
}

function isEntryFile(file: StoredFile): boolean {
  return file.extension === '.mdx' && (COLLECTION_NAMES as string[]).includes(file.folder);
}

function byPlace(a: Issue, b: Issue): number {
  const lines = (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return compare(a.file, b.file) || lines || compare(a.rule, b.rule);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
