/** A comparison as a paper for Word, and as rows of a table. */
import { cellText, citesIn, isReadAcross, placesOf, shortName } from './compare.ts';
import type { Cell, Comparable, ComparedRow } from './compare.ts';
import type { CitingStyle } from '../paper/entry-paper.ts';
import { numberReferences, referenceList } from '../reference/numbered-references.ts';
import type { Paper, PaperPart } from '../paper/paper.ts';
import type { TableFile } from '../list/table-file.ts';
import type { Work } from '../reference/work.ts';

const LABEL_WIDTH = 12;
const AGREEMENT_WIDTH = 9;

/** What a comparison says of itself, on screen and on paper. */
export const COMPARE_NOTE =
  '类型、领域、处理结果这些归了类的项目才写“相同”“不同”；文字只并排，不判断异同。不评价案件，不评分，不作结论。未载是来源没有写，不等于没有。';

export interface ComparisonToFile {
  entries: readonly Comparable[];
  rows: readonly ComparedRow[];
  /** What the entries cite. */
  works: readonly Work[];
  /** The address of the comparison as the reader has it. */
  address: string;
  dataVersion: string;
  style: CitingStyle;
}

/** A landscape paper: one row a field, what is long entry by entry below each other, with the numbers of the references at the end. */
export function comparePaper({ entries, rows, works, address, dataVersion, style }: ComparisonToFile): Paper {
  const references = numberReferences(works);
  const wordsOf = (cell: Cell) =>
    typeof cell === 'string' ? cell : cell.map(({ text, cites }) => `${text}${references.mark(cites)}`).join('\n');
  const width = (100 - LABEL_WIDTH - AGREEMENT_WIDTH) / Math.max(1, entries.length);
  const columns = [
    { heading: '项目', width: LABEL_WIDTH },
    ...entries.map((entry) => ({ heading: shortName(entry), width })),
    { heading: '异同', width: AGREEMENT_WIDTH },
  ];
  const gridOf = (some: readonly ComparedRow[]): PaperPart => ({
    kind: 'table',
    columns,
    rows: some.map(({ group, label, cells, agreement }) => [
      { text: group === label || group === '' ? label : `${label}\n（${group}）` },
      ...cells.map((cell) => ({ text: wordsOf(cell) })),
      { text: agreement },
    ]),
  });
  const acrossOf = ({ label, cells }: ComparedRow): PaperPart[] => [
    { kind: 'subheading', text: label },
    {
      kind: 'fields',
      isRecord: true,
      rows: entries.map((entry, index) => ({ label: shortName(entry), value: wordsOf(cells[index] ?? '未载') })),
    },
  ];
  const told: ComparedRow[] = [
    { group: '', label: '标题', cells: entries.map(({ title }) => title), agreement: '' },
    { group: '', label: '说明', cells: entries.map(({ notes }) => notes.join('；')), agreement: '' },
    ...rows,
  ];
  return {
    title: `${entries.every(({ collection }) => collection === 'practices') ? '地区实践' : '案例'}比对表`,
    note: COMPARE_NOTE,
    isLandscape: true,
    parts: [
      {
        kind: 'fields',
        rows: [
          { label: '比对日期', value: style.accessed },
          { label: '网址', value: address },
          { label: '数据版本', value: dataVersion },
        ],
      },
      ...runsOfRows(told).flatMap(({ isAcross, rows: run }) => (isAcross ? run.flatMap(acrossOf) : [gridOf(run)])),
      ...referenceList(references, style),
    ],
  };
}

/** The rows in order, neighbours that are read the same way together. */
function runsOfRows(rows: readonly ComparedRow[]): { isAcross: boolean; rows: ComparedRow[] }[] {
  const runs: { isAcross: boolean; rows: ComparedRow[] }[] = [];
  for (const row of rows) {
    const isAcross = isReadAcross(row);
    const last = runs[runs.length - 1];
    if (last?.isAcross === isAcross) last.rows.push(row);
    else runs.push({ isAcross, rows: [row] });
  }
  return runs;
}

/** A table: group, project, one column an entry, agreement; `works` are what the entries cite. */
export function compareTable(entries: readonly Comparable[], rows: readonly ComparedRow[], works: readonly Work[]): TableFile {
  const places = placesOf(entries);
  return {
    title: `比对 ${entries.map(({ id }) => id).join(' ')}`,
    note: COMPARE_NOTE,
    columns: [
      { key: 'group', heading: '分组', width: 10 },
      { key: 'label', heading: '项目', width: 10 },
      ...entries.map(({ id, title }) => ({ key: id, heading: title, width: 30 })),
      { key: 'agreement', heading: '异同', width: 8 },
    ],
    rows: [
      { key: 'notes', cells: ['', '说明', ...entries.map(({ notes }) => notes.join('；')), ''], cites: [] },
      ...rows.map(({ group, label, cells, agreement }, index) => ({
        key: String(index),
        cells: [group, label, ...cells.map((cell) => cellText(cell, places)), agreement],
        cites: citesIn([{ cells }]),
      })),
    ],
    works: [...works],
  };
}
