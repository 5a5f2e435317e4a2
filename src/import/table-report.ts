/** What an import of a table found and did, in words for a terminal. */
import type { TableImport } from './bring-in-table.ts';
import type { CellKind } from './sheet.ts';
import type { CellProblem } from './read-rows.ts';

const KINDS: Record<CellKind, string> = {
  text: '文字',
  number: '数字',
  day: '日期',
  truth: '是否',
  empty: '空',
  error: '错误值',
  'formula without value': '没有结果的公式',
};

/** What was read in each column, by kind of cell; of columns that hold words alone only when `all` are asked for. */
export function columnKinds({ table }: TableImport, all: boolean): string[] {
  const isPlain = ({ kinds }: TableImport['table']['kinds'][number]) =>
    Object.keys(kinds).every((kind) => kind === 'text' || kind === 'empty');
  const shown = table.kinds.filter((column) => all || !isPlain(column));
  const lines = shown.map(({ sheet, column, head, kinds }) => {
    const counts = (Object.keys(KINDS) as CellKind[]).flatMap((kind) => (kinds[kind] ? [`${KINDS[kind]} ${kinds[kind]}`] : []));
    return `${sheet}!${column} ${head}：${counts.join('、') || '空'}`;
  });
  const rest = table.kinds.length - shown.length;
  return [...lines, ...(rest > 0 ? [`${lines.length > 0 ? '其余 ' : ''}${rest} 列都是文字`] : [])];
}

/** The same in lines for a terminal. */
export function tellKinds(found: TableImport, all: boolean): string {
  const lines = columnKinds(found, all).map((line) => `  ${line}`);
  return [`读到 ${found.table.rows.length} 行。各列的内容：`, ...lines].join('\n');
}

/** Problems in the order of the table; what is wrong alike in many cells of a column is told once, with all of them. */
export function toldOnce(problems: readonly CellProblem[]): CellProblem[] {
  const columnOf = ({ cell }: CellProblem) => /^[A-Z]+(?=\d+$)/u.exec(cell)?.[0] ?? (WHOLE_ROW.test(cell) ? '行' : cell);
  const groups = Map.groupBy(problems, (problem) => `${problem.sheet}!${columnOf(problem)} ${problem.message}`);
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    return more.length < FEW_ALIKE ? [first, ...more] : [{ ...first, cell: cellsAlike([first, ...more]) }];
  });
}

const WHOLE_ROW = /^第\d+行$/u;
const FEW_ALIKE = 2;
const NAMED = 4;

/** `I2 到 I31（30 格）`, or the first few and how many there are. */
function cellsAlike(problems: readonly CellProblem[]): string {
  const rowOf = (cell: string) => Number(/\d+/u.exec(cell)?.[0] ?? 0);
  const cells = problems.map(({ cell }) => cell).sort((a, b) => rowOf(a) - rowOf(b));
  const rows = cells.map(rowOf);
  const isRun = rows.every((row, index) => index === 0 || row === (rows[index - 1] ?? 0) + 1);
  const shown = isRun
    ? `${cells[0] ?? ''} 到 ${cells.at(-1) ?? ''}`
    : cells.slice(0, NAMED).join('、') + (cells.length > NAMED ? '等' : '');
  return `${shown}（${cells.length} ${cells.every((cell) => WHOLE_ROW.test(cell)) ? '行' : '格'}）`;
}

/** Problems, each with its sheet, cell and cure. */
export function tellProblems(problems: readonly CellProblem[], mark = ''): string {
  return problems.map(({ sheet, cell, message }) => `${sheet}!${cell}${mark}\n  ${message}`).join('\n');
}

/** What would be done, or has been. */
export function tellPlan({ plan, good, table }: TableImport, isWritten: boolean): string {
  const entries = isWritten ? good : plan.entries;
  const count = (step: string) => entries.filter((entry) => entry.step === step).length;
  const did = isWritten ? '' : '会';
  const lines = [...table.notes, `${did}新建 ${count('new')} 条，${did}更新 ${count('update')} 条，${count('same')} 条没有变化。`];
  for (const { step, row, record } of entries) {
    if (step === 'held')
      lines.push(
        `没有动 ${record.id}（${row.sheet}第 ${row.row} 行“${row.title}”）：导入以后有人手工改过 ${record.place}，表里这一行也改了。请自己把表里的改动写进去；要整条换成表里的（手工改的就没有了）：--take ${record.id}`,
      );
    if (step === 'gone')
      lines.push(
        `没有动 ${record.id}（${row.sheet}第 ${row.row} 行“${row.title}”）：${record.place} 导入以后删去了。要重新写出来：--take ${record.id}`,
      );
  }
  return lines.join('\n');
}
