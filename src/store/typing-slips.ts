/** What Chinese typing and text pasted from Word leave among the fields, found before YAML stumbles over it lines later, or takes it for words. */
import type { ReadProblem } from './read-problem.ts';

/** Every such line, each with its own cure; empty when there is none. `firstLine` is the number of the text's first line in its file. */
export function typingSlips(text: string, firstLine: number): ReadProblem[] {
  if (!MAY_SLIP.test(text)) return [];
  const problems: ReadProblem[] = [];
  let before = '';
  let isList = false;
  for (const [index, line] of text.split('\n').entries()) {
    const at = { line: firstLine + index, column: 1 };
    const wide = WIDE_INDENT.exec(line)?.[1];
    const bullet = bulletOf(line, before, isList);
    if (wide !== undefined) problems.push({ kind: 'bad-yaml', at, message: explainIndent(wide, line) });
    else if (bullet) problems.push({ kind: 'bad-yaml', at, message: explainBullet(bullet) });
    isList = bullet !== undefined;
    if (line.trim() !== '') before = line;
  }
  return problems;
}

/** Spaces of other widths than the one that YAML counts: of Chinese typing, of Word, of web pages. */
const WIDE = '\\u{3000}\\u{a0}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}';
const MARK =
  '[·•●▪◦○■◆▶➢∙‧]|\\*(?=\\s)|\\d{1,3}(?:[.．](?!\\d)|[、)）])|[（(]\\d{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|-(?=[^\\s\\-\\d])';
/** One look over the whole: hardly any file has such a line. */
const MAY_SLIP = new RegExp(`^[ ]*(?:[${WIDE}]|${MARK})`, 'mu');
/** At the edge of the line nothing but a field or an item can stand; deeper, where a text goes on, a paragraph may begin with two such spaces. */
const WIDE_INDENT = new RegExp(`^((?:[${WIDE}]|[ ]+[${WIDE}](?=[ ${WIDE}]*(?:[A-Za-z]\\w*\\s*[:：]|[-·•]\\s?)))[ ${WIDE}]*)\\S`, 'u');
const BULLET = new RegExp(`^([ ]*)(${MARK})\\s*(\\S.*)$`, 'u');
const FIELD = /^[A-Za-z]\w*[:：](?:\s|$)/u;

interface Bullet {
  mark: string;
  rest: string;
}

/** A mark of Word's lists where YAML wants its own: before a field, or where a list begins or goes on. */
function bulletOf(line: string, before: string, isList: boolean): Bullet | undefined {
  const [, indent = '', mark, rest] = BULLET.exec(line) ?? [];
  if (mark === undefined || rest === undefined) return undefined;
  const opens = /^\s*(?:- )?[A-Za-z]\w*:\s*$/u.test(before);
  const goesOn = isList || before.startsWith(`${indent}- `);
  return opens || goesOn || FIELD.test(rest) ? { mark, rest } : undefined;
}

function explainIndent(indent: string, line: string): string {
  const kind = indent.includes('\u3000') ? '全角空格' : '特殊的空格（多半是从 Word 或网页粘贴来的）';
  return `这一行“${shown(line.trim())}”前面的空白里有${kind}，字段区只认半角空格。请删去行首的空白，改用半角空格，和同级的行对齐。`;
}

function explainBullet({ mark, rest }: Bullet): string {
  if (mark === '-') return `“-${shown(rest)}”的减号后面要有一个空格，才是列表的一项。请写成“- ${shown(rest)}”。`;
  return `“${mark}”是 Word 的项目符号或编号，字段区的列表不认。每一项请用半角减号加一个空格开头，写成“- ${shown(rest)}”。`;
}

function shown(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}……` : text;
}
