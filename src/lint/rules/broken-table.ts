import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports tables that would be printed as a line of signs: without their second line, or pasted from Excel with tabs between the cells; and rows whose
 * cells stand under the wrong heads, or under none.
 */
export const brokenTable: Rule = {
  id: 'broken-table',
  severity: 'error',
  isAlone: true,
  docs: '表格每行用“|”分格，各行格数一样，第二行写“|---|---|”，前面空一行；从 Excel 粘贴的要改成这样。',
  *check({ entries, pages, notes }) {
    for (const { file, body } of [...entries, ...pages, ...notes]) {
      for (const { text, at } of body.blocks) {
        const lines = text.split('\n');
        const index = lines.findIndex((line, at) => isRow(line) || isPasted(line) || (isParted(line) && isParted(lines[at + 1] ?? '')));
        const line = lines[index];
        if (line === undefined) continue;
        yield { file: file.path, at: at && { line: at.line + index, column: index === 0 ? at.column : 1 }, message: explain(line) };
      }
      for (const { cells, columns, at } of body.unevenRows)
        yield {
          file: file.path,
          at,
          message: `这一行有 ${cells} 格，表头有 ${columns} 格，${cells > columns ? '多出来的格上面没有表头' : '后面的格空着'}。请让每行的格数和表头一样：没有的写“未载”，格里要写“|”就改成“、”或“／”。`,
        };
    }
    for (const entry of entries) {
      for (const { path, text } of entry.texts)
        if (isPasted(text))
          yield atField(
            entry,
            path,
            '这里的文字中间有制表符，像是从 Excel 粘贴来的几格。一个字段只写一格的内容；请删去制表符，或者分成几项。',
          );
    }
  },
  examples: {
    ok: [{ body: '| 环节 | 时限 |\n|---|---|\n| 受理 | 未载 |' }],
    notOk: [
      { body: '| 环节 | 时限 |\n| 受理 | 未载 |' },
      { body: '环节 | 时限\n受理 | 未载' },
      { body: '| 环节 | 时限 |\n|---|---|\n| 受理 | 未载 | 三日 |' },
      { body: '| 环节 | 时限 |\n|---|---|\n| 受理 |' },
      { body: '<EditorNote>\n环节\t时限\n受理\t未载\n</EditorNote>' },
      { body: '环节\t时限\n受理\t未载' },
      { fields: { transfer: ['甲\t乙'] } },
    ],
  },
};

function isRow(line: string): boolean {
  return /^\s*[|｜].*[|｜]\s*$/u.test(line);
}

/** Cells without the marks at both ends, as a table may be typed too. */
function isParted(line: string): boolean {
  return /\S\s*[|｜]\s*\S/u.test(line);
}

function isPasted(text: string): boolean {
  return /\S[ ]*\t+[ ]*\S/u.test(text);
}

function explain(line: string): string {
  const isTabbed = !isRow(line) && isPasted(line);
  const cells = (
    isTabbed
      ? line.split('\t')
      : line
          .trim()
          .replace(/^[|｜]|[|｜]$/gu, '')
          .split(/[|｜]/u)
  ).map((cell) => cell.trim());
  const head = `| ${cells.map((cell) => (cell.length > 8 ? `${cell.slice(0, 8)}…` : cell)).join(' | ')} |`;
  const second = `|${'---|'.repeat(cells.length)}`;
  if (!isTabbed)
    return `这几行像表格，可是没有第二行“${second}”（格数和第一行一样），会原样显示成竖线。请在“${head}”下面补上这一行，表格前面空一行。`;
  return `这几行中间有制表符，像是从 Excel 或 Word 粘贴来的表格，会连成一行。请每行两头和格与格之间用“|”，第一行写成“${head}”，第二行写“${second}”。`;
}
