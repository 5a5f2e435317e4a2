/** The matrix of fields and places as a table. */
import { fieldMatrix } from '../domain/list/field-matrix.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { TableFile } from '../domain/list/table-file.ts';

/** One place a row, one field a column; a cell lists titles. */
export function fieldTableFile({ entries, regions, vocabulary }: Site): TableFile {
  const fields = vocabulary['measure-fields'].items;
  return {
    title: '领域与地区对照',
    note: '空格只表示本库没有收到，不等于当地没有做；多少取决于来源写到多少，不能比较、排名。',
    columns: [{ key: 'place', heading: '地区', width: 10 }, ...fields.map(({ code, name }) => ({ key: code, heading: name, width: 20 }))],
    rows: fieldMatrix(entries, fields, regions).map(({ place, cells }) => ({
      key: place.id,
      cells: [place.short, ...cells.map((cell) => cell.entries.map(({ data }) => data.title).join('；'))],
      cites: [],
    })),
    works: [],
  };
}
