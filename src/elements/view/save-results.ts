/** Saves entries found or put aside, as a table or for Word. */
import { resultPaper, resultTable } from '../../domain/paper/result-set.ts';
import type { ResultSet } from '../../domain/paper/result-set.ts';
import type { Paper } from '../../domain/paper/paper.ts';
import { referencesPaper } from '../../domain/reference/selection-references.ts';
import { loadEntryFile, loadRegister, loadVersions } from './desk-data.ts';
import { localDay } from './local-day.ts';
import { tableTexts } from '../../domain/list/table-file.ts';
import { savePaper, saveTable } from './save-file.ts';
import { saveTableFile } from './save-table-file.ts';

/** What is to be saved, before the register is asked for titles and places. */
export interface ResultsToSave extends Pick<ResultSet, 'title' | 'asked' | 'collectionNames'> {
  ids: readonly string[];
  /** The site's base, `/` or `/kb/`. */
  base: string;
}

/** The files that can be made. */
export type ResultFile = 'csv' | 'docx' | 'xlsx' | 'references';

/** More would be a bibliography of the library. */
const MOST_CITED = 60;

/** The references of the entries, and of the first of them where there are too many. */
async function referencesOf({ title, asked, hits, root, dataVersion }: ResultSet, base: string): Promise<Paper> {
  const cited = hits.slice(0, MOST_CITED);
  const files = await Promise.all(cited.map(({ id }) => loadEntryFile(base, id)));
  const count = hits.length > MOST_CITED ? `${hits.length} 条，只列前 ${MOST_CITED} 条的` : `${hits.length} 条`;
  const about = [...asked, { label: '所选条目', value: count }, { label: '数据版本', value: dataVersion }];
  return referencesPaper(title, files, { accessed: localDay(new Date()), root }, about);
}

/** Which file a button asks for, by its `data-…` value. */
export function resultFile(value: string | undefined): ResultFile | undefined {
  return value === 'csv' || value === 'docx' || value === 'xlsx' || value === 'references' ? value : undefined;
}

/** Makes the file, hands it over, and says in `status` how it went. */
export async function saveResults(file: ResultFile, { ids, base, ...asked }: ResultsToSave, status: Element | null): Promise<void> {
  try {
    const [register, dataVersion] = await Promise.all([loadRegister(base, ids), loadVersions(base, ids)]);
    const hits = ids.flatMap((id) => register.get(id) ?? []);
    const set: ResultSet = { ...asked, hits, root: new URL(base, location.href).href, dataVersion };
    if (file === 'csv') saveTable(`${set.title}.csv`, tableTexts(resultTable(set)));
    else if (file === 'xlsx')
      await saveTableFile('xlsx', resultTable(set), base, [...asked.asked, { label: '数据版本', value: set.dataVersion }]);
    else if (file === 'references') await savePaper(`${set.title} 参考文献`, await referencesOf(set, base));
    else await savePaper(set.title, resultPaper(set));
    if (status) status.textContent = '文件已经生成，由浏览器保存。';
  } catch (error) {
    console.error(error);
    if (status) status.textContent = '文件没有生成：没有读到所需的数据或程序。可以改用打印。';
  }
}
