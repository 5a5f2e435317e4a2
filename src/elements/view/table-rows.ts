/** The rows of a long table, fetched and made into elements. */
import type { CellPiece, RowData, RowTable } from '../../domain/list/table-rows.ts';
import { loadRows } from './desk-data.ts';

/** Every row of a table that lies in so many files. */
export async function readRows(base: string, table: RowTable, files: number): Promise<RowData[]> {
  const read = await Promise.all(Array.from({ length: files }, (_, index) => loadRows(base, table, index)));
  return read.flat();
}

/** A row like another of its table, whose cells lend it their looks. */
export function makeRow({ key, facts, cells }: RowData, like: HTMLTableRowElement | null): HTMLTableRowElement {
  const row = document.createElement('tr');
  Object.assign(row.dataset, { row: key, ...facts });
  cells.forEach((lines, index) => {
    const cell = document.createElement(index === 0 ? 'th' : 'td');
    if (index === 0) cell.setAttribute('scope', 'row');
    cell.className = like?.cells[index]?.className ?? '';
    if (lines.length === 1) cell.append(...(lines[0] ?? []).map(nodeOf));
    else cell.append(...lines.map(lineOf));
    row.append(cell);
  });
  return row;
}

function lineOf(pieces: readonly CellPiece[]): HTMLElement {
  const line = document.createElement('p');
  line.append(...pieces.map(nodeOf));
  return line;
}

function nodeOf(piece: CellPiece): string | Node {
  if (typeof piece === 'string') return piece;
  if ('text' in piece) return linkTo(piece.href, piece.text);
  const cites = document.createElement('span');
  cites.className = 'cites';
  cites.append(
    ...piece.cites.map(({ label, href }) => {
      const link = linkTo(href, label);
      link.className = 'cite';
      return link;
    }),
  );
  return cites;
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}
