/** Bringing in tables and documents at the desk, and letting several entries out: the same steps as the commands, told to the browser. */
import { join } from 'node:path';
import { isDocument, planDocument, writeDocument } from '../import/bring-in-document.ts';
import type { DocumentWish } from '../import/bring-in-document.ts';
import { collectionOfTable, planTable, writeTable } from '../import/bring-in-table.ts';
import type { TableImport } from '../import/bring-in-table.ts';
import { planSignOff, writeSignOff } from '../import/sign-off.ts';
import { columnKinds, toldOnce } from '../import/table-report.ts';
import type { CollectionName } from '../schema/number.ts';
import type { DeskContent } from './desk-content.ts';
import { diffLines } from './diff-lines.ts';
import { labelOfPath } from './form.ts';
import { placeFindings } from './place-of-finding.ts';
import type { HeldRow, ImportLook, SignedOff } from './protocol.ts';
import { readText } from './whole-file.ts';

/** What the editor wishes of a file. */
export interface ImportWish {
  /** The name of the file; its folder is the browser's own affair. */
  name: string;
  collection: CollectionName | undefined;
  title: string | undefined;
  cite: string | undefined;
  /** Only look; write when nothing is wrong; or write the rows that are right. */
  step: 'look' | 'all' | 'good rows';
  /** Entries that are to be as the table has them, though they were changed by hand. */
  takes: readonly string[];
}

/** Reads a file, tells what it would become, and writes it where that is asked for and may be. */
export async function bringIn(content: DeskContent, bytes: Uint8Array, wish: ImportWish): Promise<ImportLook> {
  await content.refresh();
  const look = isDocument(wish.name) ? bringInDocument(content, bytes, wish) : await bringInTable(content, bytes, wish);
  await content.refresh();
  return look;
}

function bringInDocument(
  { current, folders, today }: DeskContent,
  bytes: Uint8Array,
  { name, collection, title, cite, step }: ImportWish,
): ImportLook {
  const wish: DocumentWish = { collection, ...(title !== undefined && { title }), ...(cite !== undefined && { cite }) };
  const found = planDocument(name, bytes, current, wish, today());
  if (step !== 'look') writeDocument(found, folders.root);
  const { entry, notes } = found.draft;
  return {
    kind: 'document',
    collection: entry.collection,
    id: entry.id,
    title: entry.title,
    place: `${entry.collection}/${entry.slug}`,
    notes,
    open: entry.open.map(({ name }) => labelOfPath(current.schemas[entry.collection], [name])),
    isWritten: step !== 'look',
  };
}

async function bringInTable(content: DeskContent, bytes: Uint8Array, wish: ImportWish): Promise<ImportLook> {
  const { current: library, folders, today } = content;
  const collection = wish.collection ?? collectionOfTable(wish.name, bytes);
  if (!collection) return { kind: 'unnamed' };
  const found = planTable(wish.name, bytes, { library, root: folders.root, collection, today: today(), takes: wish.takes });
  const isWritten = wish.step === 'good rows' || (wish.step === 'all' && found.problems.length === 0);
  const held: HeldRow[] = [];
  for (const entry of found.plan.entries) if (isHeld(entry)) held.push(await heldRow(content, entry));
  if (isWritten) writeTable(found, folders.root);
  const count = (step: string) => (isWritten ? found.good : found.plan.entries).filter((entry) => entry.step === step).length;
  const written = found.good.filter(({ step }) => step === 'new' || step === 'update');
  return {
    kind: 'table',
    collection,
    rows: found.table.rows.length,
    columns: columnKinds(found, false),
    notes: [...found.table.notes],
    problems: toldOnce(found.problems),
    reminders: toldOnce(found.plan.reminders),
    good: found.good.length,
    fresh: count('new'),
    updated: count('update'),
    same: count('same'),
    held,
    isWritten,
    written: isWritten
      ? written.map(({ record }) => ({ place: record.place.replace(/\.mdx$/u, ''), id: record.id, title: record.title }))
      : [],
  };
}

type PlannedRow = TableImport['plan']['entries'][number];

function isHeld({ step }: PlannedRow): boolean {
  return step === 'held' || step === 'gone';
}

async function heldRow({ folders }: DeskContent, { step, row, record, text }: PlannedRow): Promise<HeldRow> {
  const now = await readText(join(folders.root, record.place));
  return {
    id: record.id,
    title: row.title,
    place: record.place.replace(/\.mdx$/u, ''),
    row: row.row,
    isGone: step === 'gone',
    lines: diffLines(now ?? '', text),
  };
}

/** Lets entries out after a second pair of eyes, all that are named or none. */
export async function signOffSome(
  content: DeskContent,
  { ids, writer, reviewer, isSecrecyDone }: { ids: readonly string[]; writer: string; reviewer: string; isSecrecyDone: boolean },
): Promise<SignedOff> {
  await content.refresh();
  const found = planSignOff(content.current, ids, { writer, reviewer, date: content.today() }, isSecrecyDone);
  const problems = found.signed.flatMap(({ entry: { id, collection, file }, text }) => {
    const issues = found.errors.filter((issue) => issue.file === file.path);
    const read = found.changed.entries.find((changed) => changed.file.path === file.path);
    return placeFindings(text, issues, read, content.current.schemas[collection]).map(({ message }) => ({
      id,
      place: `${collection}/${file.name}`,
      message,
    }));
  });
  const own = new Set(found.signed.map(({ entry }) => entry.file.path));
  const elsewhere = found.errors.filter(({ file }) => !own.has(file)).map(({ file, message }) => ({ ...placeOf(content, file), message }));
  if (found.errors.length > 0) return { kind: 'refused', problems: [...problems, ...elsewhere] };
  writeSignOff(found);
  await content.refresh();
  return { kind: 'signed', ids: found.signed.map(({ entry }) => entry.id) };
}

/** Where something stands that would be wrong because others go out: an entry, or a file that has no form. */
function placeOf({ current }: DeskContent, path: string): { id: string; place: string } {
  const entry = current.entries.find(({ file }) => file.path === path);
  return entry ? { id: entry.id, place: `${entry.collection}/${entry.file.name}` } : { id: path, place: '' };
}
