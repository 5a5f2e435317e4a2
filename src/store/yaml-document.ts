/** YAML with positions: the data an author wrote, where each field stands, and what cannot be read. Never throws. */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, Lexer, LineCounter, parse, parseDocument, visit } from 'yaml';
import type { Document, Pair, Scalar } from 'yaml';
import { withoutChineseBreaks } from '../domain/chinese/chinese-lines.ts';
import type { Position } from '../markdown/position.ts';
import { bracketsOverLimit } from './text-limits.ts';
import { explainRepeated, explainYamlError, misalignment } from './yaml-errors.ts';
import { readPlainYaml } from './plain-yaml.ts';
import type { ReadProblem } from './read-problem.ts';
import { typingSlips } from './typing-slips.ts';

/** A value that stands without quotation marks. */
export interface PlainValue {
  path: (string | number)[];
  text: string;
  at: Position;
}

/** A comment, the line before it, and where it begins. */
export interface LineComment {
  before: string;
  text: string;
  at: Position;
}

const DAY = /^\d{4}-\d{1,2}-\d{1,2}$/u;
/** A number as everyone writes it. Other forms (`0x10`, `1e3`, `.nan`, `+5`) are numbers to YAML and mostly slips. */
const NUMBER = /^(?:0|-?[1-9]\d*)(?:\.\d+)?$/u;
/** What the YAML reader of the site's pages takes for an instant or a number, though the one used here takes it for text. */
const READ_OTHERWISE =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d|^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[\da-f_]+|\d[\d_]*_[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?)$/iu;

export interface YamlDocument {
  /** The plain data; `undefined` when the text cannot be read. */
  data: unknown;
  problems: ReadProblem[];
  bareDays: PlainValue[];
  /** Items of lists in brackets that hold a full-width comma outside quotation marks and brackets: mostly two items. */
  joinedItems: PlainValue[];
  /** Comments behind a value in its line: mostly words that were meant to be read. */
  comments: LineComment[];
  /** Where the key of a field stands (for a list item: the item); `undefined` when the path does not exist. */
  keyAt(path: readonly PropertyKey[]): Position | undefined;
  /** Where the value of a field stands; `undefined` when the path does not exist. */
  valueAt(path: readonly PropertyKey[]): Position | undefined;
}

/**
 * Reads YAML whose first line is line `firstLine` of its file. Positions cost fifteen times as much as the data, and hardly any file needs them:
 * text that holds nothing to report on is read for its data alone, and again with positions when somebody asks for a place.
 */
export function readYaml(text: string, firstLine = 1): YamlDocument {
  const slips = typingSlips(text, firstLine);
  if (slips.length > 0) return unreadable(slips);
  const plain = readPlainFields(text, firstLine);
  return plain ? plainDocument(plain, text, firstLine) : readClosely(text, firstLine);
}

/** What plain text says, as far as no place is needed. */
type PlainFields = Pick<YamlDocument, 'data' | 'comments'>;

/** The same for text that holds nothing to report on; `undefined` when it has to be read closely. */
export function readPlainFields(text: string, firstLine: number): PlainFields | undefined {
  if (typingSlips(text, firstLine).length > 0) return undefined;
  const data = readPlainYaml(text);
  return data === undefined ? undefined : { data, comments: commentsBehind(text, firstLine) };
}

function unreadable(problems: ReadProblem[]): YamlDocument {
  return { data: undefined, problems, bareDays: [], joinedItems: [], comments: [], keyAt: () => undefined, valueAt: () => undefined };
}

/** The document of such a text; it is read with positions when somebody asks for a place. */
export function plainDocument({ data, comments }: PlainFields, text: string, firstLine: number): YamlDocument {
  let closely: YamlDocument | undefined;
  const read = () => (closely ??= readClosely(text, firstLine));
  return {
    data,
    problems: [],
    bareDays: [],
    joinedItems: [],
    comments,
    keyAt: (path) => read().keyAt(path),
    valueAt: (path) => valueInLine(text, firstLine, path) ?? read().valueAt(path),
  };
}

/** Where a field of the first level stands whose value begins in its own line: seen without reading the whole. */
function valueInLine(text: string, firstLine: number, path: readonly PropertyKey[]): Position | undefined {
  const [name, ...deeper] = path;
  if (typeof name !== 'string' || deeper.length > 0 || !/^\w+$/u.test(name)) return undefined;
  const found = new RegExp(`^(${name}: +)[^\\s#|>]`, 'mu').exec(text);
  if (!found) return undefined;
  return { line: firstLine + text.slice(0, found.index).split('\n').length - 1, column: (found[1] ?? '').length + 1 };
}

/** Reads YAML with the position of everything in it. */
export function readClosely(text: string, firstLine: number): YamlDocument {
  const excess = bracketsOverLimit(text, firstLine);
  return excess ? unreadable([excess]) : readDocument(text, firstLine);
}

function readDocument(text: string, firstLine: number): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false, logLevel: 'error' });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const problems = syntaxProblems(document, text, firstLine, positionAt);
  const { refused: odd, bareDays, joinedItems } = inspect(document.contents, text, positionAt);
  // What stands behind the place where the reader stumbled is not what its author wrote.
  const broken = problems.find(({ readable }) => !readable)?.problem.at?.line ?? Number.POSITIVE_INFINITY;
  const refused = odd.filter(({ at }) => (at?.line ?? 0) < broken);
  const readable = odd.length === 0 && problems.every((problem) => problem.readable);
  const place = (node: unknown) => (hasRange(node) ? positionAt(node.range[0]) : undefined);
  return {
    data: readable ? document.toJS() : undefined,
    problems: [...problems.map(({ problem }) => problem), ...refused],
    bareDays: readable ? bareDays : [],
    joinedItems: readable ? joinedItems : [],
    comments: readable ? commentsBehind(text, firstLine) : [],
    keyAt: (path) => place(find(document.contents, path)?.key),
    valueAt: (path) => place(find(document.contents, path)?.value),
  };
}

/** Something that the reader stumbled at, and whether the text can be read in spite of it. */
interface Stumble {
  readable: boolean;
  problem: ReadProblem;
}

/** The first syntax error (later ones follow from it), or every repeated key, the first of each item of a list. */
function syntaxProblems(document: Document, text: string, firstLine: number, positionAt: (offset: number) => Position): Stumble[] {
  const told = (at: Position, message: string, readable = false): Stumble => ({ readable, problem: { kind: 'bad-yaml', at, message } });
  const lines = text.split('\n');
  const lineOf = (offset: number) => positionAt(offset).line - firstLine;
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const repeated = document.errors.flatMap(({ code, pos }) =>
    code === 'DUPLICATE_KEY' ? [{ index: lineOf(pos[0]), at: positionAt(pos[0]) }] : [],
  );
  const problems = repeated
    // What follows in the same item is repeated because the item before it has no end.
    .filter(({ index }, place) => !/^ /u.test(lines[index] ?? '') || repeated[place - 1]?.index !== index - 1)
    .map(({ index, at }) => told(at, explainRepeated(lines, index), true));
  if (!broken) return problems;
  // An open quotation mark swallows the lines up to the next one, and the reader stumbles only there.
  const open = openQuotation(text.slice(0, broken.pos[0]));
  const stumbled = lines.findIndex((line, index) => index >= lineOf(open ?? broken.pos[0]) && line.trim() !== '');
  const misaligned = open === undefined ? misalignment(lines, stumbled) : undefined;
  const at = misaligned ? { line: misaligned.index + firstLine, column: 1 } : positionAt(open ?? broken.pos[0]);
  const message =
    misaligned?.message ?? explainYamlError(open === undefined ? broken.code : 'MISSING_CHAR', lines[Math.max(0, stumbled)] ?? '');
  return [told(at, message), ...problems];
}

/** Where the first value opens a quotation mark that its line does not close, by itself or among others in brackets. */
function openQuotation(text: string): number | undefined {
  const found = [OPEN_VALUE, OPEN_IN_BRACKETS]
    .flatMap((pattern) => {
      const match = pattern.exec(text);
      return match ? [match] : [];
    })
    .sort((a, b) => a.index - b.index)[0];
  return found ? found.index + (found[1] ?? '').length : undefined;
}

const OPEN_VALUE = /^([ -]*(?:[\w'"]+: +)?)(?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)$/mu;
const OPEN_IN_BRACKETS =
  /^([^"'\n]*[[{](?:[^"'\n]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')*?(?<=[:,[{] *))(?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)$/mu;

interface Inspection {
  refused: ReadProblem[];
  bareDays: PlainValue[];
  joinedItems: PlainValue[];
}

/**
 * Anchors, aliases, merge keys, tags and keys that are no names (content is plain data, and an alias is mostly a mask `**市` without its
 * quotation marks), numbers in forms that nobody means, and days without quotation marks.
 */
function inspect(root: unknown, text: string, positionAt: (offset: number) => Position): Inspection {
  const found: Inspection = { refused: [], bareDays: [], joinedItems: [] };
  const refuse = (node: unknown, message: string) => {
    found.refused.push({ kind: 'bad-yaml', at: hasRange(node) ? positionAt(node.range[0]) : undefined, message });
  };
  const path: (string | number)[] = [];
  const walk = (node: unknown) => {
    if (!isNode(node)) return;
    if (isAlias(node)) {
      refuse(node, `以“*”开头的文字要加引号，写成 '*${node.source}'；不加引号会被当作 YAML 的引用记号。`);
      return;
    }
    if (node.anchor) refuse(node, `以“&”开头的文字要加引号，写成 '&${node.anchor}'；不加引号会被当作 YAML 的锚点记号。`);
    if (node.tag?.startsWith('!')) refuse(node, `以“!”开头的文字要加引号，写成 '${node.tag}'；不加引号会被当作 YAML 的类型记号。`);
    else if (node.tag) refuse(node, '以“!!”开头的文字会被当作 YAML 的类型记号。请删去“!!”和它后面的词。');
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = keyOf(pair);
        if (!isScalar(pair.key)) refuse(pair.key, '字段名不能是一个列表或一组字段。每个字段要写成“字段名: 内容”。');
        if (key === '<<') refuse(pair.key, '不支持 YAML 的合并写法“<<”。请把各字段直接写出来。');
        path.push(key);
        walk(pair.value);
        path.pop();
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        path.push(index);
        if ((node.flow || isNamesField(path)) && isScalar(item) && item.type === 'PLAIN' && isJoined(item.source ?? '') && hasRange(item))
          found.joinedItems.push({ path: [...path], text: item.source ?? '', at: positionAt(item.range[0]) });
        walk(item);
        path.pop();
      }
    } else if (typeof node.value === 'string' && isFolded(node, text)) {
      node.value = unfolded(node, text);
    } else if (node.type === 'PLAIN') {
      const source = node.source ?? '';
      if (READ_OTHERWISE.test(source) || (typeof node.value === 'number' && !NUMBER.test(source)))
        refuse(node, `“${source}”会被当作特殊写法的数字或时刻。是数字就写成普通数字，如 35000；是文字就加引号，写成 "${source}"。`);
      else if (DAY.test(source) && hasRange(node)) found.bareDays.push({ path: [...path], text: source, at: positionAt(node.range[0]) });
    }
  };
  walk(root);
  return found;
}

/** Takes the line ends inside Chinese out of the values of a document that has been read otherwise; its source stays. */
export function joinFoldedLines(document: Document, text: string): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && isFolded(node, text)) node.value = unfolded(node, text);
    },
  });
}

/** A scalar over several lines, whose line ends YAML makes spaces of. */
function isFolded(node: Scalar, text: string): boolean {
  return node.type !== 'BLOCK_LITERAL' && hasRange(node) && text.slice(node.range[0], node.range[1]).includes('\n');
}

/** The same text with no space where a line ended inside Chinese. */
function unfolded(node: Scalar, text: string): unknown {
  if (!hasRange(node)) return node.value;
  const written = text.slice(node.range[0], node.range[1]);
  // The first line of a block says how it is folded.
  const start = node.type === 'BLOCK_FOLDED' ? written.indexOf('\n') + 1 : 0;
  const read: unknown = parse(written.slice(0, start) + withoutChineseBreaks(written.slice(start)), { logLevel: 'silent' });
  return typeof read === 'string' ? read : node.value;
}

/** Comments that stand behind something in their line; those in lines of their own are comments indeed. */
function commentsBehind(text: string, firstLine: number): LineComment[] {
  if (!/\S[ \t]+#/u.test(text)) return [];
  const found: LineComment[] = [];
  let offset = 0;
  let isScalarNext = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS_OF_LEXER.has(lexeme)) {
      isScalarNext = lexeme === '\u{1f}';
      continue;
    }
    if (lexeme.startsWith('#') && !isScalarNext) {
      const start = text.lastIndexOf('\n', offset - 1) + 1;
      const before = text.slice(start, offset);
      const line = firstLine + text.slice(0, start).split('\n').length - 1;
      if (before.trim() !== '') found.push({ before, text: lexeme, at: { line, column: offset - start + 1 } });
    }
    isScalarNext = false;
    offset += lexeme.length;
  }
  return found;
}

/** What the lexer says between the pieces of the text: beginning of a document, a broken list in brackets, a scalar. */
const MARKS_OF_LEXER = new Set(['\u{2}', '\u{18}', '\u{1f}']);

/** Lists of words: a comma or a 、 in an item is mostly two items, however the list is written. */
function isNamesField([name]: readonly (string | number)[]): boolean {
  return name === 'keywords' || name === 'aliases' || name === 'variants';
}

/** Whether two items were typed with a full-width comma between them. */
function isJoined(text: string): boolean {
  return /[，；、]/u.test(text.replace(/“[^”]*”|《[^》]*》|（[^）]*）|「[^」]*」/gu, ''));
}

/** The key and value nodes at a path; a list item counts as its own key. */
function find(root: unknown, path: readonly PropertyKey[]): { key: unknown; value: unknown } | undefined {
  let found: { key: unknown; value: unknown } = { key: firstKey(root), value: root };
  for (const step of path) {
    const parent = found.value;
    if (isSeq(parent) && Number(step) in parent.items) {
      const item = parent.items[Number(step)];
      found = { key: item, value: item };
      continue;
    }
    const pair = isMap(parent) ? parent.items.find((item) => keyOf(item) === String(step)) : undefined;
    if (!pair) return undefined;
    found = { key: pair.key, value: hasRange(pair.value) ? pair.value : pair.key };
  }
  return found;
}

function firstKey(root: unknown): unknown {
  return isMap(root) && isPair(root.items[0]) ? root.items[0].key : root;
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? (pair.key.value ?? '') : pair.key);
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
