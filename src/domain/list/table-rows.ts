/**
 * Rows of a long table as data: a page holds the first of them, and the browser fetches all when its reader filters, in files of so many rows,
 * `/data/rows/figures/0.json` and so on. Light: the browser loads it.
 */

/** Words, a link, or what a statement rests on. */
export type CellPiece = string | { text: string; href: string } | { cites: { label: string; href: string }[] };

/** What a cell says, line by line. */
export type RowCell = CellPiece[][];

export interface RowData {
  key: string;
  /** What filters go by, as `data-…` of the row. */
  facts: Record<string, string>;
  /** The first one heads the row. */
  cells: RowCell[];
}

/** The tables whose rows are fetched, and how many rows lie in a file. */
export const ROWS_A_FILE = { figures: 400, rules: 60, 'unit-rules': 60 } as const;
export type RowTable = keyof typeof ROWS_A_FILE;

/** How many files hold so many rows. */
export function rowFileCount(table: RowTable, rows: number): number {
  return Math.ceil(rows / ROWS_A_FILE[table]);
}

/** What a row says, as text without what it rests on. */
export function rowText({ cells }: RowData): string {
  return cells
    .flat(2)
    .map((piece) => (typeof piece === 'string' ? piece : 'text' in piece ? piece.text : ''))
    .join('\n');
}
