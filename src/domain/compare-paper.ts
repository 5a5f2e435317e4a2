/** A comparison as a paper for Word, and as rows of a table. */
import { cellText, citesIn, placesOf } from './compare.ts';
import type { Comparable, ComparedRow } from './compare.ts';
import type { Paper } from './paper.ts';

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
          ...rows.map(({ label, cells, agreement }) => [
            { text: label },
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

/** A table with a heading: project, one column an entry, agreement. */
export function compareTable(entries: readonly Comparable[], rows: readonly ComparedRow[]): string[][] {
  const places = placesOf(entries);
  return [
    ['分组', '项目', ...entries.map(({ title }) => title), '异同'],
    ['', '说明', ...entries.map(({ notes }) => notes.join('；')), ''],
    ...rows.map(({ group, label, cells, agreement }) => [group, label, ...cells.map((cell) => cellText(cell, places)), agreement]),
  ];
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
