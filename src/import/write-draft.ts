/** The text of a new entry: fields as an editor would type them, and for each line the field that it came from. */
import { fitsInBrackets, isGroup, isList, NEW_MANNER, writeInLine, writeScalar } from '../store/write-yaml.ts';
import type { FieldGroup, FieldPath, FieldValue } from '../store/write-yaml.ts';

/** A written entry. `paths` has the field of each line of the text, from line 1 at index 0; `undefined` for lines of no field. */
export interface WrittenDraft {
  text: string;
  paths: (FieldPath | undefined)[];
}

/** What is to stand above fields, by their path with dots; a note over several lines is several comments. */
export type FieldNotes = ReadonlyMap<string, string>;

/** Writes fields in their order and a body; notes stand as comments in lines of their own above their fields. */
export function writeDraft(fields: FieldGroup, body = '', notes: FieldNotes = new Map()): WrittenDraft {
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

function fieldLines(name: string, value: FieldValue, place: Place): Line[] {
  const { path, indent } = place;
  const above = noteLines(place);
  if (isList(value)) {
    if (value.length === 0 || fitsInBrackets(value, NEW_MANNER))
      return [...above, { text: `${indent}${name}: ${writeInLine(value, NEW_MANNER)}`, path }];
    return [...above, { text: `${indent}${name}:`, path }, ...value.flatMap((item, index) => itemLines(item, within(place, index)))];
  }
  if (isGroup(value)) {
    const inner = Object.entries(value).flatMap(([key, item]) => fieldLines(key, item, within(place, key)));
    return [...above, { text: `${indent}${name}:${inner.length > 0 ? '' : ' {}'}`, path }, ...inner];
  }
  return [...above, { text: `${indent}${name}:${value === null ? '' : ` ${writeScalar(value, NEW_MANNER)}`}`, path }];
}

function itemLines(value: FieldValue, place: Place): Line[] {
  const { path, indent } = place;
  const above = noteLines(place);
  if (!isGroup(value)) return [...above, { text: `${indent}- ${writeInLine(value, NEW_MANNER, false)}`, path }];
  const lines = Object.entries(value).flatMap(([key, item]) => fieldLines(key, item, within(place, key)));
  return [...above, ...lines.map((line, index) => (index === 0 ? { ...line, text: `${indent}- ${line.text.trimStart()}` } : line))];
}
