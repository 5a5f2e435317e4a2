/** A table of Excel or CSV brought in: read, planned, checked, and written only when all of it is sound or the sound rows alone are asked for. */
import { basename, extname, join } from 'node:path';
import { COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import type { Library } from '../store/library.ts';
import { entryTable } from './columns.ts';
import { ImportError } from './import-error.ts';
import { readRecord, writeRecord, writeWhole } from './import-record.ts';
import type { RowRecord } from './import-record.ts';
import { knownWords } from './known-words.ts';
import { shortNameOf } from './new-entry.ts';
import { openOfficeFile } from './office-file.ts';
import { planRows } from './plan-rows.ts';
import type { PlannedEntry, RowPlan } from './plan-rows.ts';
import { readCsv } from './read-csv.ts';
import { readRows } from './read-rows.ts';
import type { CellProblem, EntryRow, ReadTable } from './read-rows.ts';
import { readWorkbook } from './read-xlsx.ts';
import type { Sheet } from './sheet.ts';

export interface TableImport {
  source: string;
  collection: CollectionName;
  table: ReadTable;
  plan: RowPlan;
  /** Everything that keeps a row, or all of them, from being written; in the order of the table. */
  problems: CellProblem[];
  /** Rows that have no problem. */
  good: PlannedEntry[];
  before: readonly RowRecord[];
}

/** What a table is brought into. */
export interface TableWish {
  library: Library;
  /** The content folder. */
  root: string;
  collection: CollectionName;
  today: string;
  /** Entries that have been changed by hand, or taken away, and are to be as the table has them all the same. */
  takes?: readonly string[];
}

/** The collection that a sheet is named after; `undefined` when none or several are. */
export function collectionOfTable(path: string, bytes: Uint8Array): CollectionName | undefined {
  const names = new Set(sheetsOf(path, bytes).map(({ name }) => name.trim()));
  const found = COLLECTION_NAMES.filter((collection) => names.has(shortNameOf(collection)));
  return found.length === 1 ? found[0] : undefined;
}

/** Reads a table and plans its import; writes nothing. Throws an `ImportError` for a file that is no such table. */
export function planTable(path: string, bytes: Uint8Array, wish: TableWish): TableImport {
  const { library, root, collection, today, takes = [] } = wish;
  const source = basename(path);
  const table = readRows(sheetsOf(path, bytes), entryTable(library.schemas[collection]), knownWords(library), shortNameOf(collection));
  const before = readRecord(root, source);
  if (before && before.collection !== collection)
    throw new ImportError(
      `“${source}”以前导入成了“${shortNameOf(before.collection)}”，现在要导入成“${shortNameOf(collection)}”。请把文件改个名再导入。`,
    );
  const planned = planRows(table.rows, { library, root, collection, source, before, today, takes: new Set(takes) });
  const plan = { ...planned, reminders: [...table.reminders, ...planned.reminders] };
  const problems = [...table.problems, ...table.rows.flatMap((row) => row.problems), ...plan.problems].sort(byPlace);
  const isBad = new Set(problems.map(({ sheet, cell }) => `${sheet} ${rowOf(cell)}`));
  // Of merged cells all rows but the first look empty.
  const ranges = problems.filter(({ cell }) => cell.includes(':')).map(({ sheet, cell }) => ({ sheet, rows: cell.split(':').map(rowOf) }));
  const isMerged = ({ sheet, row }: EntryRow) =>
    ranges.some(({ sheet: other, rows: [from = 0, to = 0] }) => other === sheet && from <= row && row <= to);
  const isSpoilt = ({ row }: PlannedEntry) => row.problems.length > 0 || isBad.has(`${row.sheet} ${row.row}`) || isMerged(row);
  return { source, collection, table, plan, problems, good: plan.entries.filter((entry) => !isSpoilt(entry)), before: before?.rows ?? [] };
}

/** The sheets of a file, by its kind. */
function sheetsOf(path: string, bytes: Uint8Array): Sheet[] {
  const extension = extname(path).toLowerCase();
  if (extension === '.csv' || extension === '.txt' || extension === '.tsv') return [readCsv(bytes, basename(path, extname(path)))];
  const file = openOfficeFile(bytes);
  if (file.kind !== 'xlsx') throw new ImportError('这是 Word 文档，不是表。');
  return readWorkbook(file);
}

/** Writes the entries that are new or out of date, and remembers their rows. A kill at any moment leaves whole files, and the next import goes on. */
export function writeTable({ source, collection, good, before }: TableImport, root: string): void {
  const now = new Map(good.map(({ record }) => [record.id, record]));
  const rows = [...before.filter(({ id }) => !now.has(id)), ...now.values()];
  const settled = rows.map(({ was: _, ...row }) => row);
  const written = good.filter(({ step }) => step === 'new' || step === 'update');
  writeRecord(root, { source, collection, isWhole: written.length === 0, rows: written.length === 0 ? settled : rows });
  if (written.length === 0) return;
  for (const { record, text } of written) writeWhole(join(root, record.place), text);
  writeRecord(root, { source, collection, isWhole: true, rows: settled });
}

function rowOf(cell: string): number {
  return Number(/\d+/u.exec(cell)?.[0] ?? 0);
}

function byPlace(a: CellProblem, b: CellProblem): number {
  return (
    Number(a.sheet > b.sheet) - Number(a.sheet < b.sheet) ||
    rowOf(a.cell) - rowOf(b.cell) ||
    a.cell.length - b.cell.length ||
    Number(a.cell > b.cell) - Number(a.cell < b.cell)
  );
}
