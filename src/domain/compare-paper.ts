/** A comparison as a paper for Word, and as rows of a table. */
import { cellText, citesIn, placesOf } from './compare.ts';
import type { Comparable, ComparedRow } from './compare.ts';
import type { Paper } from './paper.ts';
import type { TableFile } from './table-file.ts';
import type { Work } from './work.ts';

const LABEL_WIDTH = 12;
const AGREEMENT_WIDTH = 9;

/** What a comparison says of itself, on screen and on paper. */
export const COMPARE_NOTE =
  '类型、领域、处理结果这些归了类的项目才写“相同”“不同”；文字只并排，不判断异同。不评价案件，不评分，不作结论。未载是来源没有写，不等于没有。';

/** A landscape paper: one row a field, the sources listed at the end. */
export function comparePaper(entries: readonly Comparable[], rows: readonly ComparedRow[], dataVersion: string): Paper {
  const places = placesOf(entries);
  const width = (100 - LABEL_WIDTH - AGREEMENT_WIDTH) / Math.max(1, entries.length);
  return {
    title: `${entries.every(({ collection }) => collection === 'practices') ? '地区实践' : '案例'}比对表`,
    note: COMPARE_NOTE,
    isLandscape: true,
    parts: [
      {
        kind: 'table',
        columns: [
          { heading: '项目', width: LABEL_WIDTH },
          ...entries.map((entry) => ({ heading: entry.title, width })),
          { heading: '异同', width: AGREEMENT_WIDTH },
        ],
        rows: [
          [{ text: '说明' }, ...entries.map(({ notes }) => ({ text: notes.join('；') })), { text: '' }],
          ...rows.map(({ group, label, cells, agreement }) => [
            { text: group === label ? label : `${label}\n（${group}）` },
            ...cells.map((cell) => ({ text: cellText(cell, places) })),
            { text: agreement },
          ]),
        ],
      },
      { kind: 'heading', text: '出处' },
      { kind: 'list', items: sourceLines(rows, places) },
      { kind: 'paragraph', text: `数据版本：${dataVersion}` },
    ],
  };
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

/** Each work by its whole title, with what the cells call the places in it. */
function sourceLines(rows: readonly ComparedRow[], places: Comparable['places']): string[] {
  const labels = new Map<string, string[]>();
  for (const cite of citesIn(rows)) {
    const place = places[cite];
    if (place) labels.set(place.title, [...(labels.get(place.title) ?? []), place.label]);
  }
  return [...labels].map(([title, list]) => `${list.join('、')}　${title}`);
}
