import type { BodyBlock } from '../../markdown/read-body.ts';
import type { Rule } from '../rule.ts';

/** Reports headings and lists that would be printed as they were typed: marks of Word, or marks without the space after them. */
export const unspacedMark: Rule = {
  id: 'unspaced-mark',
  severity: 'error',
  isAlone: true,
  docs: '正文的小标题写成“## 标题”，列表每项以“- ”或“1. ”开头，记号后面空一格；不用 Word 的项目符号。',
  *check({ entries, pages, notes }) {
    for (const { file, body } of [...entries, ...pages, ...notes]) {
      for (const block of body.blocks) {
        const found = slipIn(block);
        if (found) yield { file: file.path, at: block.at && { line: block.at.line + found.index, column: 1 }, message: found.message };
      }
    }
  },
  examples: {
    ok: [{ body: '## 小标题\n\n1. 先受理。\n2. 再认定。\n\n（一）短句。' }, { body: '——短句。\n\n-5度。\n\n#1号楼。' }],
    notOk: [
      { body: '##小标题' },
      { body: '·先受理。\n·再认定。' },
      { body: '1、先受理。\n2、再认定。' },
      { body: '1.先受理。\n2.再认定。' },
      { body: '（一）先受理。\n（二）再认定。' },
      { body: '-先受理。' },
      { body: '##2021年以来' },
      { body: '##　小标题' },
      { body: '＃＃ 小标题' },
      { body: '-　先受理。' },
      { body: '－先受理。' },
      { body: '-2021年受理。' },
      { body: '—先受理。\n—再认定。' },
    ],
  },
};

/** `#1` may be the number of something; full-width marks and spaces are none to Markdown. */
const HEADING = /^\s*(?:#{1,6}(?:[^#\s\d]|\u{3000})|#{2,6}\d|＃{1,6}[^＃])/u;
const BULLET = /^\s*(?:[·•●▪◦○■◆▶➢]|[-*+－﹣](?=[\p{Script=Han}“《（\u{3000}])|-(?=\d{4}年))\s*(?=\S)/u;
const COUNTED =
  /^\s*(?:\d{1,3}(?:[.．](?!\d)|[、)）])|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|[-—–](?![-—–]))\s*(?=\S)/u;

function slipIn({ text }: BodyBlock): { index: number; message: string } | undefined {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => HEADING.test(line));
  if (heading >= 0)
    return {
      index: heading,
      message: `“${shown(lines[heading])}”的“#”后面缺一个半角空格，或者“#”是全角的，不会成为小标题。请写成“## 小标题”，前后各空一行。`,
    };
  const bullet = lines.findIndex((line) => BULLET.test(line));
  if (bullet >= 0)
    return {
      index: bullet,
      message: `“${shown(lines[bullet])}”像是列表的一项，记号却不对。列表的每一项请以半角减号加一个空格开头：“- ${shown(lines[bullet]?.replace(BULLET, ''))}”。`,
    };
  const counted = lines.flatMap((line, index) => (COUNTED.test(line) ? [index] : []));
  const [first, second] = counted;
  if (first === undefined || second === undefined) return undefined;
  const message = `“${shown(lines[first])}”“${shown(lines[second])}”会连成一段。要列表，每项写成“1. ”加文字（点后空一格）；要照原来的编号分段，各段之间空一行。`;
  return { index: first, message };
}

function shown(text = ''): string {
  const line = text.trim();
  return line.length > 14 ? `${line.slice(0, 14)}…` : line;
}
