/** The drawing on the board, in words and as a table that is drawn or filled in. */
import type { Board } from './lesson.ts';
import type { PaperPart } from '../paper/paper.ts';

/** What is drawn, in one sentence. */
export function boardWords({ shape, columns, rows, note }: Board): string {
  const drawn = shape === '时间轴' ? columns.join('—') : columns.join('｜');
  return [`${shape}：${drawn}`, ...(rows.length > 0 ? [`各行：${rows.join('、')}`] : []), ...(note ? [note] : [])].join('；');
}

/** Millimetres that an empty board takes on a page laid across. */
const WHOLE = 110;
const AXIS_STEP = '→';

/** The board as an empty table of so many millimetres. */
export function boardTable({ shape, columns, rows }: Board, height = WHOLE): PaperPart {
  const empty = (count: number) => Array.from({ length: count }, () => ({ text: '' }));
  if (shape === '两轴') {
    const [across = '', up = ''] = columns;
    return {
      kind: 'table',
      columns: [
        { heading: `${up} ↓　${across} →`, width: 24 },
        { heading: '小', width: 38 },
        { heading: '大', width: 38 },
      ],
      rows: ['快', '慢'].map((name) => [{ text: name }, ...empty(2)]),
      rowHeight: height / 2,
    };
  }
  if (shape === '行列' && rows.length > 0) {
    return {
      kind: 'table',
      columns: [{ heading: '', width: 18 }, ...columns.map((heading) => ({ heading, width: 82 / columns.length }))],
      rows: rows.map((name) => [{ text: name }, ...empty(columns.length)]),
      rowHeight: Math.max(14, height / rows.length),
    };
  }
  return {
    kind: 'table',
    columns: columns.map((heading, index) => ({
      heading: shape === '时间轴' && index > 0 ? `${AXIS_STEP} ${heading}` : heading,
      width: 100 / columns.length,
    })),
    rows: [empty(columns.length)],
    rowHeight: height,
  };
}
