import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports tables that would be printed as a line of signs: without their second line, or pasted from Excel with tabs between the cells. */
export const brokenTable: Rule = {
  id: 'broken-table',
  severity: 'error',
  isAlone: true,
  docs: '表格每行用“|”分格，第二行写“|---|---|”，前面空一行；从 Excel 粘贴的要改成这样。',
  *check({ entries, pages, notes }) {
    for (const { file, body } of [...entries, ...pages, ...notes]) {
      for (const { text, at } of body.blocks) {
        const lines = text.split('\n');
        const index = lines.findIndex((line) => isRow(line) || isPasted(line));
        const line = lines[index];
        if (line === undefined) continue;
        yield { file: file.path, at: at && { line: at.line + index, column: index === 0 ? at.column : 1 }, message: explain(line) };
      }
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
      { body: '<EditorNote>\n环节\t时限\n受理\t未载\n</EditorNote>' },
      { body: '环节\t时限\n受理\t未载' },
      { fields: { transfer: ['甲\t乙'] } },
    ],
  },
};

function isRow(line: string): boolean {
  return /^\s*[|｜].*[|｜]\s*$/u.test(line);
}

function isPasted(text: string): boolean {
  return /\S[ ]*\t+[ ]*\S/u.test(text);
}

function explain(line: string): string {
  const cells = (isRow(line) ? line.trim().slice(1, -1).split(/[|｜]/u) : line.split('\t')).map((cell) => cell.trim());
  const head = `| ${cells.map((cell) => (cell.length > 8 ? `${cell.slice(0, 8)}…` : cell)).join(' | ')} |`;
  const second = `|${'---|'.repeat(cells.length)}`;
  if (isRow(line))
    return `这几行像表格，可是没有第二行“${second}”（格数和第一行一样），会原样显示成竖线。请在“${head}”下面补上这一行，表格前面空一行。`;
  return `这几行中间有制表符，像是从 Excel 或 Word 粘贴来的表格，会连成一行。请每行两头和格与格之间用“|”，第一行写成“${head}”，第二行写“${second}”。`;
}
