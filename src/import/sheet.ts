/** A sheet as it was read: each cell with its kind, so that nothing is taken for what it is not. */

/** What a cell holds. A day has come as a number and a format; a formula may have been saved without its value. */
export type CellKind = 'empty' | 'text' | 'number' | 'day' | 'truth' | 'error' | 'formula without value';

export interface Cell {
  kind: CellKind;
  /** The value in words: days as `2026-11-22`, numbers without separators. */
  text: string;
  /** Words that the editor sees with a number, or in its place, and that only its format has: 条 of `"第"0"条"`. */
  formatWords?: string;
}

export interface Sheet {
  name: string;
  /** Rows from 1; a row that is not there is empty. */
  rows: ReadonlyMap<number, readonly (Cell | undefined)[]>;
  /** Ranges of merged cells, such as `A3:A5`. */
  merged: readonly string[];
  /** Rows that the editor has hidden or filtered out. */
  hiddenRows: number;
  isHidden: boolean;
}

export const EMPTY: Cell = { kind: 'empty', text: '' };

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** 0 for `A1`, 27 for `AB12`. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of /^[A-Z]+/u.exec(reference)?.[0] ?? '') index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
