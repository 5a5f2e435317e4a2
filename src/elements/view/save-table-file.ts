/** Makes an Excel or Word file of a table of the site. */
import { chooseFrom, groupRows, tablePaper, tableSources } from '../../domain/list/table-file.ts';
import type { TableFile, TableValue } from '../../domain/list/table-file.ts';
import { loadBuild, loadTable, versionText } from './desk-data.ts';
import { localDay } from './local-day.ts';
import { saveBytes, savePaper } from './save-file.ts';

export interface TableToSave {
  /** The site's base, `/` or `/kb/`. */
  base: string;
  /** The name of the table's file. */
  table: string;
  /** Keys of the rows that are wanted, in their order. */
  rows: readonly string[] | 'all';
  /** Headings under which rows stand on the page, by their keys. */
  groups: ReadonlyMap<string, string>;
  /** Keys of columns that are not wanted. */
  without: readonly string[];
  /** What was asked, in words; empty for the whole table. */
  conditions: string;
  status: Element | null;
}

/** Makes the file, hands it over, and says in `status` how it went. */
export async function saveShownTable(kind: 'xlsx' | 'docx', wanted: TableToSave): Promise<void> {
  const { base, status } = wanted;
  try {
    const [whole, build] = await Promise.all([loadTable(base, wanted.table), loadBuild(base)]);
    const columns = whole.columns.map(({ key }) => key).filter((key) => !wanted.without.includes(key));
    const table = groupRows(chooseFrom(whole, { columns, ...(wanted.rows !== 'all' && { rows: wanted.rows }) }), wanted.groups);
    await saveTableFile(kind, table, base, [
      { label: '条件', value: wanted.conditions || '没有选，全部列出' },
      { label: '行数', value: `${table.rows.length}（全表 ${whole.rows.length}）` },
      { label: '数据版本', value: versionText(build) },
    ]);
    if (status) status.textContent = '文件已经生成，由浏览器保存。';
  } catch (error) {
    console.error(error);
    if (status) status.textContent = '文件没有生成：没有读到所需的数据或程序。可以改用打印或 CSV。';
  }
}

/** Hands over a table as a file; what is said of it is followed by the day and the address. */
export async function saveTableFile(
  kind: 'xlsx' | 'docx',
  table: TableFile,
  base: string,
  about: readonly { label: string; value: string }[],
): Promise<void> {
  const root = new URL(base, location.href).href;
  const day = localDay(new Date());
  const style = { edition: '2025', accessed: day, root } as const;
  const said = [...about, { label: '导出日期', value: day }, { label: '网址', value: location.href }];
  const rooted = { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((value) => withAddress(value, root)) })) };
  if (kind === 'docx') {
    await savePaper(table.title, tablePaper(rooted, said, style));
    return;
  }
  const { writeWorkbook, XLSX_TYPE } = await import('../../export/xlsx/write-workbook.ts');
  saveBytes(`${table.title}.xlsx`, [writeWorkbook(rooted, { rows: said, sources: tableSources(table, style) })], XLSX_TYPE);
}

/** A path of the site as a whole address; a cell that is nothing but a path shows the address. */
function withAddress(value: TableValue, root: string): TableValue {
  if (typeof value !== 'object' || !value.link.startsWith('/')) return value;
  const link = root + value.link.slice(1);
  return { text: value.text === value.link ? link : value.text, link };
}
