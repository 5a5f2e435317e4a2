/** The counts of the case library as tables. */
import { countCases } from '../domain/case-statistics.ts';
import type { CountRow } from '../domain/case-statistics.ts';
import type { Site } from '../domain/site-index.ts';
import type { TableFile } from '../domain/table-file.ts';

/** What must be said of every count of this library. */
export const COUNT_NOTE =
  '数的是本库收录的条目，不是实际发生的案件；多少取决于公开材料和编者收到多少，不能比较、排名，也不能当作趋势。教学情景（虚构）不计。';

/** By year and by place, each with a column a type. */
export function caseTableFiles({ entries, vocabulary, regions }: Site): { years: TableFile; places: TableFile } {
  const { types, years, places } = countCases(entries, vocabulary['case-types'].items, regions);
  const tableOf = (title: string, heading: string, note: string, rows: readonly CountRow[]): TableFile => ({
    title,
    note: `${COUNT_NOTE}${note}`,
    columns: [
      { key: 'name', heading, width: 14 },
      ...types.map(({ id, name }) => ({ key: id, heading: name, width: 8 })),
      { key: 'total', heading: '合计', width: 6 },
    ],
    rows: rows.map(({ key, name, counts, total }) => ({ key, cells: [name, ...counts, total], cites: [] })),
    works: [],
  });
  return {
    years: tableOf('案例库条目：年份和类型', '年份', '写到几个年份的，计在最早的一年。', years),
    places: tableOf('案例库条目：地区和类型', '地区', '市县计入省一级；写几个省的单列。', places),
  };
}
