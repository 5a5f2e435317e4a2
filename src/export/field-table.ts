/** The matrix of fields and places as a table. */
import { fieldMatrix } from '../domain/field-matrix.ts';
import type { Site } from '../domain/site-index.ts';
import { toTable } from './table.ts';

/** One place a row, one field a column; a cell lists titles. */
export function toFieldTable({ entries, regions, vocabulary }: Site): string {
  const fields = vocabulary['measure-fields'].items;
  const rows = fieldMatrix(entries, fields, regions).map(({ place, cells }) => [
    place.short,
    ...cells.map((cell) => cell.entries.map(({ data }) => data.title).join('；')),
  ]);
  return toTable([['地区', ...fields.map(({ name }) => name)], ...rows]);
}
