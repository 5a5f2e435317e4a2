/** What an import of a table would do: which entries are new, which are brought up to date, which have been changed by hand and are left to the editor. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf } from '../schema/field-guide.ts';
import type { CollectionName } from '../schema/number.ts';
import { nextNumber } from '../schema/number.ts';
import { freeNumber } from '../lint/free-number.ts';
import { contextOf } from '../lint/gather-context.ts';
import { checkSome } from '../lint/check-content.ts';
import type { Issue } from '../lint/rule.ts';
import { withChanges } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { storeFile } from '../store/read-content.ts';
import type { StoredFile } from '../store/read-content.ts';
import { textOf } from '../store/loose-data.ts';
import { entryTable } from './columns.ts';
import { textHash } from './import-record.ts';
import type { ImportRecord, RowRecord } from './import-record.ts';
import { addressGiver } from './new-entry.ts';
import type { CellProblem, EntryRow } from './read-rows.ts';
import { writeDraft } from './write-draft.ts';
import type { FieldGroup, FieldPath } from '../store/write-yaml.ts';

/** An entry that a row becomes. */
export interface PlannedEntry {
  row: EntryRow;
  record: RowRecord;
  text: string;
  /** `held`: changed by hand since, and in the table too. */
  step: 'new' | 'update' | 'same' | 'held' | 'gone';
}

export interface RowPlan {
  entries: PlannedEntry[];
  problems: CellProblem[];
  reminders: CellProblem[];
}

export interface PlanContext {
  library: Library;
  root: string;
  collection: CollectionName;
  /** The name of the table's file. */
  source: string;
  before: ImportRecord | undefined;
  today: string;
  /** Entries that are to be as the table has them, whatever has been done to them by hand. */
  takes: ReadonlySet<string>;
}

/** Plans every row, and checks what would be written as `npm run check:content` would. */
export function planRows(rows: readonly EntryRow[], context: PlanContext): RowPlan {
  const problems: CellProblem[] = [];
  const entries = assignRows(rows, context, problems);
  const written = entries.filter(({ step }) => step === 'new' || step === 'update');
  const { errors, reminders } = checkEntries(written, context);
  return { entries: entries.map(({ entry }) => entry), problems: [...problems, ...errors], reminders };
}

interface Assigned {
  entry: PlannedEntry;
  step: PlannedEntry['step'];
  /** The field of each line of the text; worked out again for what is found wrong, which is little. */
  paths: () => (FieldPath | undefined)[];
}

/** A table that was given another name is another table to the import, and all its titles are taken. */
function takenTitle(title: string, { id, file }: Library['entries'][number]): string {
  const table = /^# 由 (.+) 的“[^”]*”第 \d+ 行导入。$/mu.exec(file.source)?.[1];
  const taken = `库里已经有一条叫“${title}”：${id}`;
  if (table === undefined) return `${taken}。请改标题，或者删去这一行。`;
  return `${taken}，是从“${table}”导入的。同一份表改过文件名的，把文件名改回“${table}”再导入，就是更新它；不是同一份，请改标题，或者删去这一行。`;
}

/** A row keeps its entry by its number, else by its title, else by its place in the table. */
function assignRows(rows: readonly EntryRow[], context: PlanContext, problems: CellProblem[]): Assigned[] {
  const { library, collection, before } = context;
  const known = before?.rows ?? [];
  const byTitle = new Map(known.map((record) => [record.title, record]));
  const titles = new Set(rows.map(({ title }) => title));
  const used = new Set<RowRecord>();
  const addressFor = addressGiver(library, collection);
  const taken = new Map(
    library.entries.filter((entry) => entry.collection === collection).map((entry) => [textOf(entry.data['title']).trim(), entry]),
  );
  let number = '';
  const seen = new Map<string, EntryRow>();
  return rows.flatMap((row) => {
    const say = (cell: string, message: string) => problems.push({ sheet: row.sheet, cell, message });
    const titleCell = row.cells.get('title') ?? `第${row.row}行`;
    const twin = seen.get(row.title);
    if (row.title !== '' && twin)
      say(titleCell, `标题同第 ${twin.row} 行的一样，读者分不开。是同一件事就删去一行；不是，就写明地方、年份或事由。`);
    seen.set(row.title, row);
    const byRow = known.find((record) => record.row === row.row && record.sheet === row.sheet && !titles.has(record.title));
    const record = known.find(({ id }) => id === row.id) ?? byTitle.get(row.title) ?? byRow;
    if (record && !used.has(record)) {
      used.add(record);
      return [again(row, record, context)];
    }
    const owner = taken.get(row.title);
    if (row.id !== undefined) {
      say(titleCell, `“编号”写的是“${row.id}”，不是这份表导入过的条目。新的条目不填编号；改现有的条目请直接改它的文件。`);
      return [];
    }
    if (owner !== undefined) say(titleCell, takenTitle(row.title, owner));
    number = number === '' ? freeNumber(contextOf(library, context.today).known, collection) : nextNumber(number);
    while (known.some(({ id }) => id === number)) number = nextNumber(number);
    const slug = addressFor(row.title, number);
    const fresh = {
      sheet: row.sheet,
      row: row.row,
      title: row.title,
      id: number,
      place: `${collection}/${slug}.mdx`,
      day: context.today,
      cells: row.hash,
      text: '',
    };
    return [made(row, fresh, 'new', context)];
  });
}

function again(row: EntryRow, record: RowRecord, context: PlanContext): Assigned {
  const now = { ...record, sheet: row.sheet, row: row.row, title: row.title, cells: row.hash };
  const path = join(context.root, record.place);
  const isTaken = context.takes.has(record.id);
  if (!existsSync(path)) return made(row, now, context.before?.isWhole && !isTaken ? 'gone' : 'new', context);
  const text = readFileSync(path, 'utf8');
  const wrote = made(row, now, 'update', context);
  if (text === wrote.entry.text) return { ...wrote, step: 'same', entry: { ...wrote.entry, step: 'same' } };
  const hash = textHash(text);
  if (hash === record.text || hash === record.was || isTaken)
    return { ...wrote, entry: { ...wrote.entry, record: { ...wrote.entry.record, was: hash } } };
  const step = record.cells === row.hash ? 'same' : 'held';
  // What stands in the file is the editor's; the record goes on to remember what the import wrote.
  return {
    ...wrote,
    step,
    entry: { ...wrote.entry, step, record: { ...record, ...(step === 'same' && { row: row.row, sheet: row.sheet }) } },
  };
}

function made(row: EntryRow, record: RowRecord, step: PlannedEntry['step'], { library, collection, source }: PlanContext): Assigned {
  const given: FieldGroup = {
    ...row.fields,
    id: record.id,
    status: '草稿',
    published: record.day,
    updated: record.day,
    checked: { date: record.day, against: null, ...checkedIn(row.fields) },
  };
  const order = Object.keys(definitionOf(library.schemas[collection]).shape ?? {});
  const fields = Object.fromEntries(order.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]] as const])));
  const notes = new Map([['id', `由 ${source} 的“${row.sheet}”第 ${row.row} 行导入。`]]);
  const { text } = writeDraft(fields, '', notes);
  return {
    step,
    paths: () => writeDraft(fields, '', notes).paths,
    entry: { row, text, step, record: { ...record, text: textHash(text) } },
  };
}

function checkedIn({ checked }: FieldGroup): FieldGroup {
  return typeof checked === 'object' && checked !== null && !Array.isArray(checked) ? (checked as FieldGroup) : {};
}

/** So many entries are looked at together: ten thousand at once would fill the memory with what the rules gather. */
const TOGETHER = 500;

function checkEntries(written: readonly Assigned[], context: PlanContext): { errors: CellProblem[]; reminders: CellProblem[] } {
  const { library: known, collection, today } = context;
  const heads = headsOf(known, collection);
  const shown = new Set(written.map(({ entry }) => entry.record.place));
  // An entry that is brought up to date takes the place of what stands there.
  const isKept = (file: StoredFile) => !shown.has(placeOf(file));
  const rest = { ...known, files: known.files.filter(isKept), entries: known.entries.filter(({ file }) => isKept(file)) };
  const errors: CellProblem[] = [];
  const reminders: CellProblem[] = [];
  for (let start = 0; start < written.length; start += TOGETHER) {
    const part = written.slice(start, start + TOGETHER);
    const byPath = new Map(part.map((assigned) => [assigned.entry.record.place, assigned]));
    const files = part.map(({ entry: { text, record } }) =>
      storeFile({ path: record.place, place: record.place, bytes: new TextEncoder().encode(text) }),
    );
    for (const issue of checkSome(withChanges(rest, files), files, today)) {
      const assigned = byPath.get(issue.file);
      // Titles have been compared already, by row; what a draft does not say yet is for later.
      if (!assigned || issue.rule === 'equal-title' || issue.rule === 'unfinished-draft') continue;
      (issue.severity === 'error' ? errors : reminders).push(toProblem(issue, assigned, heads));
    }
  }
  return { errors, reminders };
}

function placeOf({ folder, name, extension }: StoredFile): string {
  return `${folder}/${name}${extension}`;
}

/** The heads of columns by the names of fields, which the check knows. */
function headsOf(library: Library, collection: CollectionName): Map<string, string> {
  const { columns, children } = entryTable(library.schemas[collection]);
  return new Map([
    ...columns.map(({ path, head }) => [path.join('”的“'), head] as const),
    ...children.flatMap(({ path, name, columns: inner }) => [
      [path.join(), name] as const,
      ...inner.map((column) => [column.path.join(), column.head] as const),
    ]),
  ]);
}

/** A finding in the text of an entry, at the cell that the line came from and in the words of the table. */
function toProblem({ at, message }: Issue, { entry: { row }, paths }: Assigned, heads: ReadonlyMap<string, string>): CellProblem {
  const words = message
    // In the file it is called so; the table has said it by its own name.
    .replace(/(?<=”)（[A-Za-z]+）/gu, '')
    .replace(/“([A-Za-z]+(?:”的“[A-Za-z]+)?)”/gu, (whole, name: string) => (heads.has(name) ? `“${heads.get(name) ?? ''}”` : whole));
  const path = at && paths()[at.line - 1];
  for (let length = path?.length ?? 0; path && length > 0; length -= 1) {
    const [sheet, cell] = placeIn(row.cells.get(path.slice(0, length).join('.')), row);
    if (cell !== undefined) return { sheet, cell, message: words };
  }
  return { sheet: row.sheet, cell: `第${row.row}行`, message: words };
}

/** Cells of another sheet than the row's have its name before them. */
function placeIn(place: string | undefined, { sheet }: EntryRow): [sheet: string, cell: string | undefined] {
  const mark = place?.lastIndexOf('!') ?? -1;
  return place !== undefined && mark >= 0 ? [place.slice(0, mark), place.slice(mark + 1)] : [sheet, place];
}
