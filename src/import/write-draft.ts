/** The text of a new entry: fields as an editor would type them, and for each line the field that it came from. */
import { parse } from 'yaml';

/** A value of a field, as YAML holds it. */
export type DraftValue = string | number | boolean | null | readonly DraftValue[] | DraftFields;
export interface DraftFields {
  readonly [name: string]: DraftValue;
}

export type FieldPath = readonly (string | number)[];

/** A written entry. `paths` has the field of each line of the text, from line 1 at index 0; `undefined` for lines of no field. */
export interface WrittenDraft {
  text: string;
  paths: (FieldPath | undefined)[];
}

/** What is to stand above fields, by their path with dots; a note over several lines is several comments. */
export type FieldNotes = ReadonlyMap<string, string>;

/** Writes fields in their order and a body; notes stand as comments in lines of their own above their fields. */
export function writeDraft(fields: DraftFields, body = '', notes: FieldNotes = new Map()): WrittenDraft {
  const inner = Object.entries(fields).flatMap(([name, value]) => fieldLines(name, value, { path: [name], indent: '', notes }));
  const lines: Line[] = [{ text: '---', path: undefined }, ...inner, { text: '---', path: undefined }];
  const text = `${lines.map((line) => line.text).join('\n')}\n${body === '' ? '' : `\n${body.trim()}\n`}`;
  return { text, paths: lines.map(({ path }) => path) };
}

interface Line {
  text: string;
  path: FieldPath | undefined;
}

interface Place {
  path: FieldPath;
  indent: string;
  notes: FieldNotes;
}

/** A place within another, further in. */
function within({ path, indent, notes }: Place, step: string | number): Place {
  return { path: [...path, step], indent: `${indent}  `, notes };
}

function noteLines({ path, indent, notes }: Place): Line[] {
  const note = notes.size > 0 ? notes.get(path.join('.')) : undefined;
  if (note === undefined) return [];
  return note.split('\n').map((line) => ({ text: `${indent}# ${line.replace(/\s+/gu, ' ').trim()}`, path: undefined }));
}

function fieldLines(name: string, value: DraftValue, place: Place): Line[] {
  const { path, indent } = place;
  const above = noteLines(place);
  if (isList(value)) {
    const inLine = listInLine(value);
    if (inLine !== undefined) return [...above, { text: `${indent}${name}: ${inLine}`, path }];
    return [...above, { text: `${indent}${name}:`, path }, ...value.flatMap((item, index) => itemLines(item, within(place, index)))];
  }
  if (isGroup(value)) {
    const inner = Object.entries(value).flatMap(([key, item]) => fieldLines(key, item, within(place, key)));
    return [...above, { text: `${indent}${name}:${inner.length > 0 ? '' : ' {}'}`, path }, ...inner];
  }
  return [...above, { text: `${indent}${name}:${value === null ? '' : ` ${scalar(value)}`}`, path }];
}

function itemLines(value: DraftValue, place: Place): Line[] {
  const { path, indent } = place;
  const above = noteLines(place);
  if (!isGroup(value)) {
    const written = isList(value) ? (listInLine(value) ?? '[]') : scalar(value, /[，；、]/u.test(String(value)));
    return [...above, { text: `${indent}- ${written}`, path }];
  }
  const lines = Object.entries(value).flatMap(([key, item]) => fieldLines(key, item, within(place, key)));
  return [...above, ...lines.map((line, index) => (index === 0 ? { ...line, text: `${indent}- ${line.text.trimStart()}` } : line))];
}

/** Short lists of single values stand in brackets. */
function listInLine(list: readonly DraftValue[]): string | undefined {
  if (list.some((item) => typeof item === 'object' && item !== null)) return undefined;
  const written = `[${list.map((item) => scalar(item as string | number | boolean | null, true)).join(', ')}]`;
  return list.length === 0 || written.length <= LONGEST_IN_LINE ? written : undefined;
}

const LONGEST_IN_LINE = 100;

/** A single value, in quotation marks where any reader could take it for something else. */
export function scalar(value: string | number | boolean | null, isInBrackets = false): string {
  if (typeof value !== 'string') return String(value);
  return isPlain(value, isInBrackets) ? value : JSON.stringify(value);
}

function isPlain(text: string, isInBrackets: boolean): boolean {
  if (!/^[\p{Script=Han}A-Za-z《“（【〔]/u.test(text) || /\s$|[\p{Cc}\p{Zl}\p{Zp}]|:(?:\s|$)|\s#/u.test(text)) return false;
  if (isInBrackets && /[，；、]/u.test(text)) return false;
  if (isInBrackets && /[,[\]{}:"']/u.test(text)) return false;
  if (/^[A-Za-z]/u.test(text)) return readsAs(text);
  return true;
}

/** `true`, `off` and the like are words only in quotation marks. */
function readsAs(text: string): boolean {
  return !/^(?:true|false|yes|no|on|off|null|y|n)$/iu.test(text) && parse(text, { logLevel: 'silent' }) === text;
}

function isList(value: DraftValue): value is readonly DraftValue[] {
  return Array.isArray(value);
}

function isGroup(value: DraftValue): value is DraftFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
