/** The counts of the case library as tables. */
import { countCases } from '../domain/case/case-statistics.ts';
import type { CountRow } from '../domain/case/case-statistics.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { TableColumn, TableFile } from '../domain/list/table-file.ts';

/** What must be said of every count of this library. */
export const COUNT_NOTE =
  '数的是本库收录的条目，不是实际发生的案件；多少取决于公开材料和编者收到多少，不能比较、排名，也不能当作趋势。教学情景（虚构）不计。';

/** The counts as files, each of which says what is counted. */
export function caseTableFiles(site: Site): CaseTables {
  const { years, places, 'place-years': placeYears, cells } = caseTables(site);
  const told = (table: TableFile) => ({ ...table, note: COUNT_NOTE + table.note });
  return { years: told(years), places: told(places), 'place-years': told(placeYears), cells: told(cells) };
}

type CaseTables = Record<'years' | 'places' | 'place-years' | 'cells', TableFile>;

/**
 * By year and by place with a column a type, by place with a column a year, and what there is of each year, place and type; for a page that says by
 * itself what is counted.
 */
export function caseTables({ entries, vocabulary, regions }: Site): CaseTables {
  const { types, years, places, placeYears, cells } = countCases(entries, vocabulary['case-types'].items, regions);
  const typeColumns = types.map(({ id, name }) => ({ key: id, heading: name, width: 8 }));
  const yearColumns = years.map(({ key, name }) => ({ key, heading: /^\d+$/u.test(name) ? `${name}年` : name, width: 6 }));
  return {
    years: tableOf('案例库条目：年份和类型', ['年份', FIRST_YEAR], typeColumns, years),
    places: tableOf('案例库条目：地区和类型', ['地区', PROVINCES], typeColumns, places),
    'place-years': tableOf('案例库条目：地区和年份', ['地区', `${FIRST_YEAR}${PROVINCES}`], yearColumns, placeYears),
    cells: {
      title: '案例库条目：年份、地区、类型',
      note: `${FIRST_YEAR}${PROVINCES}没有条目的格子不列。`,
      columns: [
        { key: 'year', heading: '年份', width: 8 },
        { key: 'place', heading: '地区', width: 20 },
        { key: 'type', heading: '类型', width: 14 },
        { key: 'count', heading: '条数', width: 6 },
      ],
      rows: cells.map(({ year, place, type, count }, index) => ({
        key: String(index),
        cells: [/^\d{4}$/u.test(year) ? Number(year) : year, place, type, count],
        cites: [],
      })),
      works: [],
    },
  };
}

const FIRST_YEAR = '写到几个年份的，计在最早的一年。';
const PROVINCES = '市县计入省一级；写几个省的单列。';

function tableOf(title: string, [heading, note]: [string, string], columns: TableColumn[], rows: readonly CountRow[]): TableFile {
  return {
    title,
    note,
    columns: [{ key: 'name', heading, width: 14 }, ...columns, { key: 'total', heading: '合计', width: 6 }],
    rows: rows.map(({ key, name, counts, total }) => ({ key, cells: [name, ...counts, total], cites: [] })),
    works: [],
  };
}
