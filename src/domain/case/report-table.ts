/** The cases that a report tells at length as a table for Excel and WPS: a case a row, each with what it rests on. */
import type { EntryData } from '../paper/entry-data.ts';
import { placesOf, titleOf } from '../paper/result-set.ts';
import { plainText } from '../paper/paper.ts';
import type { TableFile } from '../list/table-file.ts';
import { permanentAddress } from '../site/units.ts';
import { MATTER_FACTORS, MATTER_FIELDS } from './matter.ts';
import { cellOf, cellText, keptCases } from './report-cases.ts';
import type { KeptEntry } from './report-cases.ts';
import { REPORT_NOTE } from './report.ts';

/** What a case tells, by the labels of the comparison, with the width of its column in characters of Chinese. */
const TOLD: readonly (readonly [label: string, width: number])[] = [
  ['类型', 8],
  ['领域', 12],
  ['年份', 14],
  ['当事人', 16],
  ['处理结果', 10],
  ['来源的原话', 14],
  ['结论的表述', 28],
  ['认定主体', 20],
  ...MATTER_FACTORS.map((factor) => [MATTER_FIELDS[factor], 24] as const),
  ['三个区分开来', 24],
  ['事实经过', 48],
  ['办理步骤', 32],
  ['纠错', 16],
  ['后续', 16],
  ['原文没有写明', 28],
  ['来源级别', 8],
  ['编者所见', 8],
];

/** The table; what the officer writes of the matter in hand is not in it. `root` is the address of the site as the reader has it. */
export function reportTable(kept: readonly KeptEntry[], root: string): TableFile {
  const cases = keptCases(kept);
  const columns = [
    ['number', '编号', 8],
    ['title', '标题', 30],
    ['place', '地区', 12],
    ...TOLD.map(([label, width]) => [label, label, width] as const),
  ] as const;
  const last = [
    ['sources', '出处', 28],
    ['address', '网址', 24],
  ] as const;
  return {
    title: '类案检索报告的案例表',
    note: `${REPORT_NOTE}“未载”是来源没有写，不等于没有。`,
    columns: [...columns, ...last].map(([key, heading, width]) => ({ key, heading, width })),
    rows: cases.map(({ entry, data, compare }) => {
      const link = permanentAddress(entry, root);
      const number = { text: entry.id, link };
      const address = { text: link, link };
      return {
        key: entry.id,
        cells: [
          number,
          plainText(titleOf(entry).text),
          placesOf(entry),
          ...TOLD.map(([label]) => cellText(cellOf(compare, label))),
          sourcesOf(data),
          address,
        ],
        cites: data.file.works.map(({ id }) => id),
      };
    }),
    works: [...new Map(cases.flatMap(({ data }) => data.file.works).map((work) => [work.id, work])).values()],
  };
}

function sourcesOf({ file }: EntryData): string {
  return [...new Set(file.works.map(({ name }) => name))].join('；');
}
