/**
 * What an import remembers, in `content/imports/<name of the table>.json`: which row became which entry, what stood in the row, and what was written.
 * It is written before the entries and marked whole after them: an import that is killed is taken up where it ended, and none is made twice.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { COLLECTION_NAMES } from '../schema/number.ts';
import { IMPORTS_FOLDER } from '../store/read-content.ts';
import { ImportError } from './import-error.ts';

const recordSchema = z.strictObject({
  source: z.string(),
  collection: z.enum(COLLECTION_NAMES),
  /** All entries have been written. */
  isWhole: z.boolean(),
  rows: z.array(
    z.strictObject({
      sheet: z.string(),
      row: z.number(),
      title: z.string(),
      id: z.string(),
      /** The file, below the content folder. */
      place: z.string(),
      /** The day of the first import, which stands in the entry. */
      day: z.string(),
      /** Of what stood in the row. */
      cells: z.string(),
      /** Of the text that was written. */
      text: z.string(),
      /** Of the text before, while the new one is being written. */
      was: z.string().optional(),
    }),
  ),
});

export type ImportRecord = z.infer<typeof recordSchema>;
export type RowRecord = ImportRecord['rows'][number];

/** What is remembered of a table; `undefined` the first time. Throws an `ImportError` when the record cannot be read. */
export function readRecord(root: string, source: string): ImportRecord | undefined {
  const path = recordPath(root, source);
  if (!existsSync(path)) return undefined;
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new ImportError(`${path} 读不懂，它记着这份表的每一行对应哪个条目。请从上一个版本恢复它，再导入。`);
  }
}

export function writeRecord(root: string, record: ImportRecord): void {
  writeWhole(recordPath(root, record.source), `${JSON.stringify(record, null, 1)}\n`);
}

/** The records that have rows of an entry, by the place of its file below the content folder. */
export function recordsWith(root: string, place: string): ImportRecord[] {
  const folder = join(root, IMPORTS_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const records = names.flatMap((name) => readRecord(root, basename(name, '.json')) ?? []);
  return records.filter(({ rows }) => rows.some((row) => row.place === place));
}

/** The file of an entry has another place: its rows go on to be its rows. */
export function moveInRecords(root: string, from: string, to: string): void {
  for (const record of recordsWith(root, from))
    writeRecord(root, { ...record, rows: record.rows.map((row) => (row.place === from ? { ...row, place: to } : row)) });
}

/** Writes a file whole or not at all: a process that ends in the middle leaves the old one. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = join(dirname(path), `.${process.pid}.new`);
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function recordPath(root: string, source: string): string {
  return join(root, IMPORTS_FOLDER, `${source}.json`);
}
