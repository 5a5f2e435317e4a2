/** YAML as the library writes it, new or in the manner of the file that it goes into: quotation marks, line ends, lists in brackets or one item a line. */

/** What a field may hold. */
export type FieldValue = string | number | boolean | null | readonly FieldValue[] | FieldGroup;
export interface FieldGroup {
  readonly [name: string]: FieldValue;
}

export type FieldPath = readonly (string | number)[];

/** How a file is written. */
export interface Manner {
  lineEnd: string;
  quote: '"' | "'";
  /** Lists of single values stand in brackets. */
  inBrackets: boolean;
  /** How far the dash of a list item stands from the name of its field. */
  dash: 0 | 2;
}

export type Quotation = 'plain' | '"' | "'";

/** The manner of files that are written anew. */
export const NEW_MANNER: Manner = { lineEnd: '\n', quote: '"', inBrackets: true, dash: 2 };

/** The manner of the fields of a file. */
export function mannerOf(fields: string, lineEnd: string): Manner {
  const count = (pattern: RegExp) => fields.match(pattern)?.length ?? 0;
  return {
    lineEnd,
    quote: count(/(?:: |- |\[|, )'/gu) > count(/(?:: |- |\[|, )"/gu) ? "'" : '"',
    inBrackets: count(/: \[[^\]]/gu) > 0,
    dash: count(/^(\s*)[\w'"]+:[^\S\n]*\r?\n\1- /gmu) > count(/^(\s*)[\w'"]+:[^\S\n]*\r?\n\1 +- /gmu) ? 0 : 2,
  };
}

/** A field with its name, which begins at `column` of a line: `name: value`, further lines with their spaces. */
export function writeField(name: string, value: FieldValue, column: number, manner: Manner): string {
  return `${name}:${writeAfterName(value, column, manner)}`;
}

/** What follows the colon of a field whose name stands at `column`. */
export function writeAfterName(value: FieldValue, column: number, manner: Manner): string {
  const start = (at: number) => manner.lineEnd + ' '.repeat(at);
  if (isList(value)) {
    if (value.length === 0 || fitsInBrackets(value, manner)) return ` ${writeInLine(value, manner)}`;
    const at = column + manner.dash;
    return value.map((item) => `${start(at)}- ${writeItem(item, at + 2, manner)}`).join('');
  }
  if (isGroup(value)) {
    const fields = Object.entries(value);
    if (fields.length === 0) return ' {}';
    return fields.map(([name, inner]) => start(column + 2) + writeField(name, inner, column + 2, manner)).join('');
  }
  return ` ${writeScalar(value, manner)}`;
}

/** An item of a list that begins at `column`. */
export function writeItem(value: FieldValue, column: number, manner: Manner): string {
  if (!isGroup(value) || Object.keys(value).length === 0) return writeInLine(value, manner, false);
  const fields = Object.entries(value).map(([name, inner]) => writeField(name, inner, column, manner));
  return fields.join(manner.lineEnd + ' '.repeat(column));
}

/** A value within one line, as it stands in brackets. */
export function writeInLine(value: FieldValue, manner: Manner, isInBrackets = true): string {
  if (isList(value)) return `[${value.map((item) => writeInLine(item, manner)).join(', ')}]`;
  if (isGroup(value)) {
    const fields = Object.entries(value).map(([name, inner]) => `${name}: ${writeInLine(inner, manner)}`);
    return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
  }
  return writeScalar(value, manner, 'plain', isInBrackets);
}

/** A single value, in the quotation marks wished for or in those that it needs. */
export function writeScalar(
  value: string | number | boolean | null,
  manner: Manner,
  wished: Quotation = 'plain',
  isInBrackets = false,
): string {
  if (typeof value !== 'string') return String(value);
  if (wished === 'plain' && isPlain(value, isInBrackets)) return value;
  const quote = wished === 'plain' ? manner.quote : wished;
  const other = quote === '"' ? "'" : '"';
  const chosen = wished === 'plain' && value.includes(quote) && !value.includes(other) ? other : quote;
  return chosen === "'" && !NEEDS_ESCAPES.test(value) ? `'${value.replace(/'/gu, "''")}'` : writeEscaped(value);
}

// Line ends, control signs and signs that editors do not show.

const NEEDS_ESCAPES = /[\u0000-\u001F\u007F\u0085\u2028\u2029\uFEFF]/u;

const NOT_ESCAPED_BY_JSON = /[\u007F\u0085\u2028\u2029\uFEFF]/gu;

function writeEscaped(value: string): string {
  return JSON.stringify(value).replace(NOT_ESCAPED_BY_JSON, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const WORDS_OF_YAML = /^(?:true|false|yes|no|on|off|null|y|n|~)$/iu;
/** A day, a number in whatever form, a time. */
const LIKE_A_NUMBER = /^[\d.:_a-fA-FxXoOtTzZ+\- ]*\d[\d.:_a-fA-FxXoOtTzZ+\- ]*$/u;

/** Whether every reader takes the words, without quotation marks, for the same text. */
function isPlain(value: string, isInBrackets: boolean): boolean {
  if (value === '' || value !== value.trim() || NEEDS_ESCAPES.test(value)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`<=~.+]/u.test(value) || /:(?:\s|$)|\s#/u.test(value)) return false;
  if (isInBrackets && /[,[\]{}，；、:"']/u.test(value)) return false;
  return !WORDS_OF_YAML.test(value) && !LIKE_A_NUMBER.test(value) && !value.includes('__proto__');
}

/** Whether a list is written in brackets: a short one of single values that nothing needs to be told apart in. */
export function fitsInBrackets(list: readonly FieldValue[], { inBrackets }: Manner): boolean {
  const isShort = list.every((item) => typeof item !== 'object' && !/[,，；、]/u.test(String(item)));
  return inBrackets && isShort && list.map(String).join(', ').length <= 100;
}

export function isList(value: unknown): value is readonly FieldValue[] {
  return Array.isArray(value);
}

export function isGroup(value: unknown): value is FieldGroup {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
