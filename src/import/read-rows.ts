/** Tables as editors fill them, a row an entry: where each value came from, and everything that is wrong with them, by cell. */
import { createHash } from 'node:crypto';
import { didYouMean, nearest } from '../schema/nearest.ts';
import type { ChildTable, Column, EntryTable } from './columns.ts';
import { ImportError } from './import-error.ts';
import { NO_SOURCE, readCell } from './read-cell.ts';
import type { KnownWords } from './read-cell.ts';
import { columnIndex, columnLetters, EMPTY } from './sheet.ts';
import type { Cell, CellKind, Sheet } from './sheet.ts';
import type { FieldGroup, FieldValue } from '../store/write-yaml.ts';

/** Something wrong with a cell, or with a row or column when `cell` is only its number or letters. */
export interface CellProblem {
  sheet: string;
  cell: string;
  message: string;
}

/** A row that is to be an entry. */
export interface EntryRow {
  sheet: string;
  row: number;
  /** The number in the column 编号, for a row that belongs to an entry that is there. */
  id: string | undefined;
  title: string;
  /** The fields that the row fills, nested as the entry has them. */
  fields: FieldGroup;
  /** The cell of each field, by its path with dots. */
  cells: Map<string, string>;
  problems: CellProblem[];
  /** Changes with what stands in the row and in the rows of other sheets that belong to it. */
  hash: string;
}

/** What was found in a column: how many cells of each kind. */
export interface ColumnKinds {
  sheet: string;
  column: string;
  head: string;
  kinds: Partial<Record<CellKind, number>>;
}

export interface ReadTable {
  rows: EntryRow[];
  /** What is wrong with no row in particular. */
  problems: CellProblem[];
  /** Columns that are the editor's own and were not read. */
  reminders: CellProblem[];
  kinds: ColumnKinds[];
  notes: string[];
}

/** Reads the sheet of entries and the sheets that belong to it. Throws an `ImportError` when no sheet has the columns. */
export function readRows(sheets: readonly Sheet[], table: EntryTable, known: KnownWords, shortName: string): ReadTable {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const main = mainSheet(visible, table.columns, shortName);
  const read = readSheet(main.sheet, main.head, table.columns, true);
  const notes = main.sheet.hiddenRows > 0 ? [`“${main.sheet.name}”里有 ${main.sheet.hiddenRows} 行是隐藏的，也一起读了。`] : [];
  for (const { name } of sheets.filter(({ isHidden }) => isHidden)) if (name !== CHOICES_SHEET) notes.push(`“${name}”是隐藏的表，没有读。`);
  const children = table.children.flatMap((child) => {
    const found = visible.find(({ name }) => name === child.name);
    const head = found && headRow(found, [OWNER, ...child.columns]);
    const sheet = found && head !== undefined ? withOwnerInEachRow(found, head) : undefined;
    return sheet && head !== undefined ? [{ child, ...readSheet(sheet, head, [OWNER, ...child.columns], false) }] : [];
  });
  for (const { name } of visible)
    if (name !== main.sheet.name && !OWN_SHEETS.has(name) && !table.children.some((child) => child.name === name))
      notes.push(`“${name}”不是这一类的表，没有读。`);
  const problems = [...read.problems, ...children.flatMap((child) => child.problems)];
  const rows = read.lines.map((line) => entryRow(line, main.sheet, table.columns, known));
  for (const { child, sheet, lines } of children) problems.push(...attach(child, sheet, lines, rows, known));
  const all = [read, ...children];
  const samples = all.flatMap((one) => one.samples);
  if (samples.length > 0) notes.push(`“序号”写着“示例”的没有读：${samples.join('、')}。要是自己填在这一行里了，删去“示例”两个字再导入。`);
  return { rows, problems, reminders: all.flatMap(({ own }) => own), kinds: all.flatMap(({ kinds }) => kinds), notes };
}

/** Sheets of the template that hold no entries. */
export const CHOICES_SHEET = '选项';
const OWN_SHEETS = new Set([CHOICES_SHEET, '说明']);

/** The column that says to which row of the main sheet a row of another belongs. */
const OWNER: Column = {
  path: ['owner'],
  head: '标题',
  aliases: ['案例', '条目', '所属条目', '所属标题'],
  help: '',
  form: { kind: 'text' },
  isNeeded: true,
  mayBeUnknown: false,
  isOfOptionalGroup: false,
};
const NUMBER: Column = { ...OWNER, path: ['id'], head: '编号', aliases: ['条目编号'] };
const COUNT: Column = { ...OWNER, path: ['count'], head: '序号', aliases: ['行号', 'No', 'No.'] };

/** Rows of one entry often have its title in one cell over all of them: there it can mean nothing else. */
function withOwnerInEachRow(sheet: Sheet, head: number): Sheet {
  const index = (sheet.rows.get(head) ?? []).findIndex((cell) => cell && columnOf(cell.text, [OWNER]));
  if (index < 0) return sheet;
  const owner = columnLetters(index);
  const rows = new Map(sheet.rows);
  const merged = sheet.merged.filter((range) => {
    const [, column, from, other, to] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(range) ?? [];
    if (column !== owner || other !== owner || Number(from) <= head) return true;
    for (let row = Number(from) + 1; row <= Number(to); row++) {
      const cells = [...(rows.get(row) ?? [])];
      if (cells.some((cell) => cell && cell.text.trim() !== '')) cells[index] = sheet.rows.get(Number(from))?.[index];
      rows.set(row, cells);
    }
    return false;
  });
  return { ...sheet, rows, merged };
}

interface Line {
  row: number;
  cells: Map<Column, { cell: Cell; place: string }>;
  /** Marks the sample of the template. */
  isSample: boolean;
}

function mainSheet(sheets: readonly Sheet[], columns: readonly Column[], shortName: string): { sheet: Sheet; head: number } {
  const named = sheets.find(({ name }) => name === shortName);
  for (const sheet of named ? [named] : sheets) {
    const head = headRow(sheet, columns);
    if (head !== undefined) return { sheet, head };
  }
  const heads = columns
    .filter(({ isNeeded }) => isNeeded)
    .map(({ head }) => head)
    .join('、');
  throw new ImportError(`没有找到表头。第一行要写各列的名称，必须有的是：${heads}。模板：npm run import -- --template ${shortName}`);
}

/** The row with the most known heads among the first: a table may have a title above it. */
function headRow(sheet: Sheet, columns: readonly Column[]): number | undefined {
  let best: { row: number; count: number } | undefined;
  for (const [row, cells] of [...sheet.rows].filter(([number]) => number <= LAST_HEAD)) {
    const count = cells.filter((cell) => cell && columnNamed(cell.text, columns)).length;
    if (count > (best?.count ?? 1)) best = { row, count };
  }
  return best?.row;
}

const LAST_HEAD = 8;

function plainHead(text: string): string {
  return text.replace(/[\s*＊（(【\[].*$/su, '').trim() || text.trim();
}

function columnNamed(text: string, columns: readonly Column[]): Column | undefined {
  const whole = text.replace(/[\s*＊]+/gu, '');
  const plain = plainHead(text);
  return (
    columns.find(({ head }) => head === whole) ??
    columns.find(({ aliases }) => aliases.includes(whole)) ??
    columns.find(({ head, aliases }) => head === plain || aliases.includes(plain))
  );
}

function readSheet(sheet: Sheet, head: number, wanted: readonly Column[], isMain: boolean) {
  const columns = isMain ? [COUNT, NUMBER, ...wanted] : [COUNT, ...wanted];
  const problems: CellProblem[] = [];
  const places = new Map<number, Column>();
  const say = (cell: string, message: string) => problems.push({ sheet: sheet.name, cell, message });
  const heads = (sheet.rows.get(head) ?? []).map((cell) => cell && { text: cell.text.trim(), column: columnOf(cell.text, columns) });
  const absent = columns
    .filter((column) => heads.every((found) => found?.column !== column))
    .flatMap((column) => [column.head, ...column.aliases]);
  const own: CellProblem[] = [];
  for (const [index, found] of heads.entries()) {
    if (!found) continue;
    const { text, column } = found;
    const place = `${columnLetters(index)}${head}`;
    const first = [...places].find(([, other]) => other === column)?.[0];
    const near = column || NOT_READ.test(text) ? undefined : nearest(plainHead(text), absent);
    if (near !== undefined) say(place, `没有“${text}”这一列。${didYouMean(near)}不要导入的，列名后面加“（不导入）”。`);
    else if (!column) own.push({ sheet: sheet.name, cell: place, message: leftAlone(text, cellsBelow(sheet, head, index), isMain) });
    else if (first !== undefined) say(place, `“${column.head}”有两列（${columnLetters(first)} 和 ${columnLetters(index)}）。请只留一列。`);
    else places.set(index, column);
  }
  for (const column of wanted)
    if (column.isNeeded && !column.mayBeUnknown && ![...places.values()].includes(column))
      say(`第${head}行`, `缺少“${column.head}”这一列。${helpFor(column)}`);
  const found = linesOf(sheet, head, places, say);
  const lines = found.filter(({ isSample }) => !isSample);
  const samples = found.filter(({ isSample }) => isSample).map(({ row }) => `${sheet.name}第 ${row} 行`);
  for (const range of sheet.merged)
    if (isBelow(range, head)) say(range, '合并了单元格，只有左上一格有内容，别的行会当作空的。请取消合并，每一行都填上。');
  return { sheet, lines, samples, problems, own, kinds: kindsOf(sheet, head, places) };
}

/** What an editor writes behind the name of a column that is not to be brought in. */
const NOT_READ = /不导入/u;

function columnOf(text: string, columns: readonly Column[]): Column | undefined {
  return NOT_READ.test(text) ? undefined : columnNamed(text, columns);
}

function cellsBelow({ rows }: Sheet, head: number, index: number): Cell[] {
  const below = [...rows].filter(([row]) => row > head).sort(([a], [b]) => a - b);
  return below.flatMap(([, cells]) => (cells[index] && cells[index].text.trim() !== '' ? [cells[index]] : []));
}

/** What is not read is said with a sample: it may be a column that was meant to be. */
function leftAlone(head: string, filled: readonly Cell[], isMain: boolean): string {
  const first = filled[0]?.text.trim() ?? '';
  const content = first === '' ? '' : `（${filled.length} 格有内容，如“${first.slice(0, 20)}${first.length > 20 ? '……' : ''}”）`;
  const isNumbers = isMain && filled.length > 0 && filled.every(({ kind }) => kind === 'number');
  const cure = isNumbers ? '要读进条目，写在“数字”表里，用标题对上。' : '要读进条目，列名照模板写。';
  return `“${head}”一列没有读，不进条目，留在这份表里${content}。${cure}`;
}

function isBelow(range: string, head: number): boolean {
  const [, from, to] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/u.exec(range) ?? [];
  return Number(to ?? from) > head;
}

function linesOf(sheet: Sheet, head: number, places: ReadonlyMap<number, Column>, say: (cell: string, message: string) => void): Line[] {
  const lines: Line[] = [];
  for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    if (row <= head) continue;
    const found = new Map<Column, { cell: Cell; place: string }>();
    for (const [index, cell] of cells.entries()) {
      if (!cell) continue;
      const place = `${columnLetters(index)}${row}`;
      const column = places.get(index);
      if (column) found.set(column, { cell, place });
      else if (sheet.rows.get(head)?.[index] === undefined)
        say(place, `这一格上面没有列名，内容“${cell.text.slice(0, 20)}”不知道是什么。请在第 ${head} 行写上列名，或者删去。`);
    }
    const isSample = /^示例/u.test(found.get(COUNT)?.cell.text.trim() ?? '');
    if ([...found.keys()].some((column) => column !== COUNT)) lines.push({ row, cells: found, isSample });
  }
  return lines;
}

function kindsOf(sheet: Sheet, head: number, places: ReadonlyMap<number, Column>): ColumnKinds[] {
  const kinds = [...places].map(([index, { head: name }]): ColumnKinds => ({
    sheet: sheet.name,
    column: columnLetters(index),
    head: name,
    kinds: {},
  }));
  for (const [row, cells] of sheet.rows) {
    if (row <= head) continue;
    for (const found of kinds) {
      const { kind } = cells[columnIndex(found.column)] ?? EMPTY;
      found.kinds[kind] = (found.kinds[kind] ?? 0) + 1;
    }
  }
  return kinds;
}

function entryRow({ row, cells }: Line, sheet: Sheet, columns: readonly Column[], known: KnownWords): EntryRow {
  const problems: CellProblem[] = [];
  const say = (cell: string, message: string) => problems.push({ sheet: sheet.name, cell, message });
  const places = new Map<string, string>();
  const unsourced = new Set<string>();
  const sources = sourcesOf(cells, columns, known);
  const values = new Map<Column, FieldValue>();
  for (const column of columns) {
    const found = cells.get(column);
    if (!found) continue;
    places.set(column.path.join('.'), found.place);
    const { value, problems: wrong } = readCell(found.cell, column, known, sources);
    for (const message of wrong)
      if (message.endsWith(NO_SOURCE)) unsourced.add(column.head);
      else say(found.place, `“${column.head}”${message}`);
    if (value !== undefined) values.set(column, value);
  }
  const cites = columns.find(({ path }) => path.join() === 'cites');
  const hasWrongCites = cites !== undefined && cells.has(cites) && sources.length === 0;
  if (unsourced.size > 0 && !hasWrongCites)
    say(
      (cites && places.get('cites')) ?? `第${row}行`,
      `“${[...unsourced].join('”“')}”里有没有出处的句子。请填好这一行的“出处”，或者在每句末尾用【】写明，如 【GK-0001】。`,
    );
  for (const column of columns)
    if (column.isNeeded && !column.mayBeUnknown && !column.isOfOptionalGroup && !cells.has(column))
      say(`第${row}行`, `“${column.head}”没有填。${helpFor(column)}`);
  const usesSources = [...values].some(([{ form }, value]) => form.kind !== 'cite' && JSON.stringify(value).includes('"cites"'));
  const fields = assemble(columns, values, usesSources);
  const title = typeof fields['title'] === 'string' ? fields['title'] : '';
  const id = cells.get(NUMBER)?.cell.text.trim();
  return { sheet: sheet.name, row, id: id === '' ? undefined : id, title, fields, cells: places, problems, hash: hashOf(cells) };
}

/** What the schema says of a column beyond its name and the file of its list, which only those need who write files. */
function helpFor({ head, help }: Column): string {
  const rest = help.replace(/，?见 vocab\/[a-z-]+\.yaml/u, '');
  return rest.replace(/。$/u, '') === head ? '' : rest;
}

/** The sources of a row, which stand for every sentence of it that names none. */
function sourcesOf(cells: Line['cells'], columns: readonly Column[], known: KnownWords): string[] {
  const column = columns.find(({ path }) => path.join() === 'cites');
  const found = column && cells.get(column);
  if (!found) return [];
  const { value } = readCell(found.cell, column, known, []);
  return Array.isArray(value) ? value.filter((cite) => typeof cite === 'string') : [];
}

/** The fields as the entry nests them; what may be unknown and is empty says 未载. */
function assemble(columns: readonly Column[], values: ReadonlyMap<Column, FieldValue>, usesSources: boolean): FieldGroup {
  const fields: Record<string, FieldValue> = {};
  const filledGroups = new Set([...values.keys()].map(({ path }) => path[0]));
  for (const column of columns) {
    const [name = '', inner] = column.path;
    // Sources that sentences name already are not named again for the whole.
    if (name === 'cites' && usesSources) continue;
    const isAsked = column.isNeeded && (!column.isOfOptionalGroup || filledGroups.has(name));
    const value = values.get(column) ?? (column.mayBeUnknown && isAsked ? '未载' : undefined);
    if (value === undefined) continue;
    if (inner === undefined) fields[name] = value;
    else fields[name] = { ...(fields[name] as FieldGroup | undefined), [inner]: value };
  }
  return fields;
}

/** Puts the rows of a sheet of its own into the entries whose title they name. */
function attach(child: ChildTable, sheet: Sheet, lines: readonly Line[], rows: EntryRow[], known: KnownWords): CellProblem[] {
  const problems: CellProblem[] = [];
  const byTitle = new Map(rows.map((row) => [row.title, row]));
  const [name = ''] = child.path;
  for (const { row, cells } of lines) {
    const owner = cells.get(OWNER);
    const entry = owner && byTitle.get(owner.cell.text.trim());
    const say = (cell: string, message: string) => (entry?.problems ?? problems).push({ sheet: sheet.name, cell, message });
    if (!owner || !entry) {
      const titles = didYouMean(nearest(owner?.cell.text.trim() ?? '', byTitle.keys()));
      problems.push({
        sheet: sheet.name,
        cell: owner?.place ?? `第${row}行`,
        message: owner ? `没有标题是“${owner.cell.text.trim()}”的一行。${titles}` : '没有写是哪一条的。请在“标题”一列照抄那一条的标题。',
      });
      continue;
    }
    const list = (entry.fields[name] ?? []) as readonly FieldValue[];
    const item: Record<string, FieldValue> = {};
    for (const column of child.columns) {
      const [field = ''] = column.path;
      const found = cells.get(column);
      if (!found) {
        if (column.mayBeUnknown && column.isNeeded && column.form.kind !== 'number') item[field] = '未载';
        else if (column.isNeeded) say(`第${row}行`, `“${column.head}”没有填。${helpFor(column)}`);
        continue;
      }
      entry.cells.set(`${name}.${list.length}.${field}`, `${sheet.name}!${found.place}`);
      const { value, problems: wrong } = readCell(found.cell, column, known, []);
      for (const message of wrong) say(found.place, `“${column.head}”${message}`);
      if (value !== undefined) item[field] = value;
    }
    entry.fields = { ...entry.fields, [name]: [...list, item] };
    entry.hash = createHash('sha256')
      .update(entry.hash + hashOf(cells))
      .digest('base64url');
  }
  return problems;
}

function hashOf(cells: Line['cells']): string {
  const text = [...cells]
    .map(([{ path }, { cell }]) => `${path.join('.')}\t${cell.kind}\t${cell.text}`)
    .sort()
    .join('\n');
  return createHash('sha256').update(text).digest('base64url');
}
