/** A table before it is a file: typed cells, what each row rests on, and what is said of the whole. CSV, Excel and Word are written from it. */
import type { CitingStyle } from '../paper/entry-paper.ts';
import { citeWork } from '../paper/entry-paper.ts';
import type { Paper, PaperPart } from '../paper/paper.ts';
import { EDITIONS } from '../reference/reference.ts';
import { isSameWork, worksOnce } from '../reference/same-work.ts';
import { citedNumber } from '../../schema/number.ts';
import type { Work } from '../reference/work.ts';

/** A text (a whole day, `2026-11-28`, is a date where the file knows dates), a number, or a text that leads to an address. */
export type TableValue = string | number | { text: string; link: string };

export interface TableColumn {
  /** By which readers' addresses name the column. */
  key: string;
  heading: string;
  /** In characters of Chinese. */
  width: number;
  /** Is for sorting and counting in a sheet, and says nothing more to who reads a paper. */
  isForSheet?: true;
}

export interface TableRow {
  /** The number of the entry or whatever else names the row on its page. */
  key: string;
  cells: TableValue[];
  cites: string[];
  /** The heading under which its reader has put it. */
  group?: string;
}

export interface TableFile {
  title: string;
  /** What must be said wherever the table is used. */
  note: string;
  columns: TableColumn[];
  rows: TableRow[];
  /** The works that rows cite. */
  works: Work[];
}

/** Which part of a table is wanted: rows in this order, and columns; all of them where nothing is named. */
export interface TableChoice {
  rows?: readonly string[];
  columns?: readonly string[];
}

/** The table with its rows under headings, by their keys; rows without one stand before. A sheet tells the heading in a column of its own. */
export function groupRows(table: TableFile, groups: ReadonlyMap<string, string>): TableFile {
  if (groups.size === 0) return table;
  return {
    ...table,
    columns: [{ key: 'group', heading: '分组', width: 12, isForSheet: true }, ...table.columns],
    rows: table.rows.map((row) => {
      const group = groups.get(row.key) ?? '';
      return { ...row, cells: [group, ...row.cells], ...(group && { group }) };
    }),
  };
}

/** The part of a table that is wanted, with the works that its rows cite. */
export function chooseFrom(table: TableFile, { rows, columns }: TableChoice): TableFile {
  const byKey = new Map(table.rows.map((row) => [row.key, row]));
  const shown = rows ? rows.flatMap((key) => byKey.get(key) ?? []) : table.rows;
  const isWanted = table.columns.map(({ key }) => !columns || columns.includes(key));
  const cited = new Set(shown.flatMap(({ cites }) => cites.map((cite) => citedNumber(cite) ?? cite)));
  return {
    ...table,
    columns: table.columns.filter((_, index) => isWanted[index]),
    rows: shown.map((row) => ({ ...row, cells: row.cells.filter((_, index) => isWanted[index]) })),
    works: table.works.filter(({ id }) => cited.has(id)),
  };
}

/** A cell as text. */
export function cellWords(value: TableValue): string {
  if (typeof value === 'object') return value.text;
  return String(value);
}

/** The rows as text, the headings first. */
export function tableTexts({ columns, rows }: TableFile): string[][] {
  return [columns.map(({ heading }) => heading), ...rows.map(({ cells }) => cells.map(cellWords))];
}

/** The sources of a table, each work once: what its cells call it, reference, and address. */
export function tableSources({ works }: TableFile, style: CitingStyle): { mark: string; reference: string; url: string }[] {
  return worksOnce(works).map((work) => {
    const names = works.filter((other) => isSameWork(work, other)).map(({ name }) => name);
    const url = work.url?.startsWith('/') ? '' : (work.url ?? '');
    return { mark: [...new Set(names)].join('；'), reference: citeWork(work, style), url };
  });
}

/** So many columns of text stand beside each other on A4; a wider table is printed row by row. */
const MOST_COLUMNS = 7;
/** So many where all but the first hold numbers and single words. */
const MOST_NARROW_COLUMNS = 20;
const NARROW_CELL = 6;
/** Characters that stand beside each other on an upright page, with some room. */
const UPRIGHT_WIDTH = 52;

/** Whether the rows can stand beside each other on paper. */
function isGrid({ columns, rows }: TableFile): boolean {
  if (columns.length <= MOST_COLUMNS) return true;
  return (
    columns.length <= MOST_NARROW_COLUMNS &&
    rows.every(({ cells }) => cells.slice(1).every((value) => cellWords(value).length <= NARROW_CELL))
  );
}

/** The table as a paper: what is said of it, the rows, the sources. */
export function tablePaper(whole: TableFile, about: readonly { label: string; value: string }[], style: CitingStyle): Paper {
  const table = chooseFrom(whole, { columns: whole.columns.filter(({ isForSheet }) => !isForSheet).map(({ key }) => key) });
  return {
    title: table.title,
    note: table.note,
    isLandscape: isGrid(table) && table.columns.reduce((sum, { width }) => sum + width, 0) > UPRIGHT_WIDTH,
    parts: [
      { kind: 'fields', rows: [...about] },
      ...groupsOf(table.rows).flatMap(({ heading, rows }): PaperPart[] => [
        ...(heading ? [{ kind: 'heading' as const, text: heading }] : []),
        ...(isGrid(table) ? gridParts({ ...table, rows }) : recordParts({ ...table, rows })),
      ]),
      ...sourceParts(table, style),
    ],
  };
}

/** The rows under their headings, in order. */
function groupsOf(rows: readonly TableRow[]): { heading: string; rows: TableRow[] }[] {
  const headings = [...new Set(rows.map(({ group = '' }) => group))];
  return headings.map((heading) => ({ heading, rows: rows.filter(({ group = '' }) => group === heading) }));
}

function gridParts({ columns, rows }: TableFile): PaperPart[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map(({ cells }) => cells.map((value) => ({ text: cellWords(value) }))),
    },
  ];
}

/** One row after the other, cells without anything left out; number and title name the row, or the first column where there are none. */
function recordParts({ columns, rows }: TableFile): PaperPart[] {
  const naming = columns.filter(({ key }) => NAMING.includes(key));
  const isName = columns.map((column) => (naming.length > 0 ? naming.includes(column) : column === columns[0]));
  return rows.flatMap(({ cells }): PaperPart[] => {
    const texts = cells.map(cellWords);
    return [
      { kind: 'subheading', text: texts.filter((text, index) => isName[index] && text !== '').join('　') },
      {
        kind: 'fields',
        isRecord: true,
        rows: columns.flatMap(({ heading }, index) => {
          const value = texts[index] ?? '';
          return value === '' || isName[index] ? [] : [{ label: heading, value }];
        }),
      },
    ];
  });
}

const NAMING = ['number', 'title'];

function sourceParts(table: TableFile, style: CitingStyle): PaperPart[] {
  if (table.works.length === 0) return [];
  return [
    { kind: 'heading', text: '出处' },
    { kind: 'note', text: `按 ${EDITIONS[style.edition].name} 著录；左栏是表中的称呼。` },
    {
      kind: 'table',
      columns: [
        { heading: '称呼', width: 26 },
        { heading: '著录', width: 74 },
      ],
      rows: tableSources(table, style).map(({ mark, reference }) => [{ text: mark }, { text: reference }]),
    },
  ];
}
