/**
 * How large and how deep a content file may be. The limits are far beyond what anyone writes by hand (the longest line of the content has
 * 174 characters, the largest file 50 KB, the deepest nesting three levels) and keep the check fast whatever a file holds: the Markdown
 * and YAML readers take time by the square of some texts, and end the program on others.
 */
import { Lexer } from 'yaml';
import type { ReadProblem } from './read-problem.ts';

/** Bytes of a file with one entry. */
const MAX_ENTRY_BYTES = 256 * 1024;
/** Bytes of a list: the register of what has been published has some 70 for each entry, and a library of a province tens of thousands. */
const MAX_LIST_BYTES = 4 * 1024 * 1024;
/** Characters of one line. */
const MAX_LINE = 4000;
/** Characters of a body between two empty lines. */
const MAX_PARAGRAPH = 12_000;
const MAX_INDENT = 60;
/** Lists in lists, quotations in quotations, components in components, brackets in brackets. */
export const MAX_DEPTH = 12;
/** So many brackets do no harm however they stand; most files have fewer, and need not be looked through. */
const FEW_BRACKETS = 60;
/** Signs of YAML one after the other, of which each opens a level: the reader takes minutes over a line of `? ? ?`. */
const NESTED_SIGNS = new RegExp(`(?:[-?:]\\s+){${MAX_DEPTH + 1}}`, 'u');

/** What is said of a file of so many bytes when it is too large to be read at all; `extension` is `.yaml` for lists. */
export function sizeOverLimit(bytes: number, extension: string): ReadProblem | undefined {
  const limit = extension === '.yaml' ? MAX_LIST_BYTES : MAX_ENTRY_BYTES;
  if (bytes <= limit) return undefined;
  const advice = extension === '.yaml' ? '' : '一个文件只写一个条目；';
  const size = `文件有 ${Math.ceil(bytes / 1024)} KB，上限是 ${limit / 1024} KB。`;
  return tooLarge(1, `${size}${advice}请检查是不是粘贴了图片或别的材料，删去多余的内容。`);
}

/** The first line that is too long or too deep to be read; `undefined` when the text may be read. Takes time by the text's length. */
export function overLimit(text: string): ReadProblem | undefined {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > MAX_LINE)
      return tooLarge(index + 1, `这一行有 ${line.length} 个字，上限是 ${MAX_LINE} 个字。请分成几行或几段，或者删去粘贴进来的多余内容。`);
    if (line.length - line.trimStart().length > MAX_INDENT || markersOf(line) > MAX_DEPTH || NESTED_SIGNS.test(line))
      return tooDeep(index + 1);
  }
  return undefined;
}

/** The same for what only a body has: paragraphs and components. */
export function bodyOverLimit(body: string): ReadProblem | undefined {
  let depth = 0;
  for (const { 0: tag, index } of body.matchAll(/<\/?[A-Za-z][^<>]*>/gu)) {
    if (!tag.endsWith('/>')) depth += tag.startsWith('</') ? -1 : 1;
    if (depth > MAX_DEPTH) return tooDeep(body.slice(0, index).split('\n').length);
  }
  let length = 0;
  for (const [index, line] of body.split('\n').entries()) {
    length = line.trim() === '' ? 0 : length + line.length;
    if (length > MAX_PARAGRAPH)
      return tooLarge(index + 1, `到这一行为止，一段有 ${length} 个字，上限是 ${MAX_PARAGRAPH} 个字。请用空行分段。`);
  }
  return undefined;
}

/** The same for what only YAML has: lists and groups in brackets. The reader calls itself for each, and its stack ends at no fixed depth. */
export function bracketsOverLimit(yaml: string, firstLine: number): ReadProblem | undefined {
  if ((yaml.match(/[[{]/gu)?.length ?? 0) <= FEW_BRACKETS) return undefined;
  let depth = 0;
  let line = firstLine;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (lexeme === '[' || lexeme === '{') depth += 1;
    else if (lexeme === ']' || lexeme === '}') depth = Math.max(0, depth - 1);
    else line += lexeme.split('\n').length - 1;
    if (depth > MAX_DEPTH) return tooDeep(line);
  }
  return undefined;
}

/** How many signs of lists and quotations a line begins with. */
function markersOf(line: string): number {
  const opening = /^(?:\s*(?:[-*+](?=\s)|\d{1,9}[.)](?=\s)|>))*/u.exec(line)?.[0] ?? '';
  return opening.match(/[-*+>.)]/gu)?.length ?? 0;
}

function tooDeep(line: number): ReadProblem {
  return tooLarge(line, `这一行嵌套得太深：列表、引用和组件最多套 ${MAX_DEPTH} 层。请拆成几段，或者改得平一些。`);
}

function tooLarge(line: number, message: string): ReadProblem {
  return { kind: 'too-large', at: { line, column: 1 }, message };
}
