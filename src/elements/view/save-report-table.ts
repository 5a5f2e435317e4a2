/** Saves the cases of a report as an Excel file, with what was asked on its second sheet. */
import type { ReportInput } from '../../domain/case/report.ts';
import { reportTable } from '../../domain/case/report-table.ts';
import { saveTableFile } from './save-table-file.ts';

/** Makes the file and hands it over; rejects when the library cannot be read. */
export async function saveReportTable(
  { kept, search, time, dataVersion }: Omit<ReportInput, 'matter' | 'style'>,
  base: string,
): Promise<void> {
  const { asked } = search ?? {};
  await saveTableFile('xlsx', reportTable(kept, new URL(base, location.href).href), base, [
    { label: '检索时间', value: time },
    ...(asked
      ? [
          { label: '检索范围', value: asked.scope },
          { label: '输入的词', value: asked.words.trim() || '没有输入' },
          { label: '实际查找', value: asked.rewriting },
          { label: '筛选条件', value: asked.filters.join('；') || '没有选' },
        ]
      : []),
    { label: '数据版本', value: dataVersion },
  ]);
}
