/** An entry's file taken apart for mutation, without any code of the check: its lines, and where each field stands. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** A field of the frontmatter, at any depth. */
export interface DraftField {
  path: (string | number)[];
  name: string;
  /** Index of the line with the name; the file's first line has index 0. */
  line: number;
  /** Index of the line after the field's last. */
  end: number;
  /** Column of the name. */
  column: number;
  /** Stands on the line of its list item's dash. */
  opensItem: boolean;
  kind: 'scalar' | 'list' | 'group';
}

/** A single value: of a field, or an item of a list. */
export interface DraftValue {
  path: (string | number)[];
  /** The name of the field that it belongs to. */
  name: string;
  value: unknown;
  /** As written, with its quotation marks. */
  written: string;
  line: number;
  column: number;
}

export interface EntryDraft {
  /** Path below the content folder. */
  place: string;
  collection: string;
  text: string;
  lines: string[];
  /** Index of the line of dashes after the fields. */
  fieldsEnd: number;
  fields: DraftField[];
  values: DraftValue[];
}

/** Takes a sound file apart. */
export function draftOf(place: string, text: string): EntryDraft {
  const lines = text.split('\n');
  const fieldsEnd = lines.indexOf('---', 1);
  const yaml = lines.slice(1, fieldsEnd).join('\n');
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const fields: DraftField[] = [];
  const values: DraftValue[] = [];
  const placeOf = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col - 1 };
  };
  const walk = (node: unknown, path: (string | number)[], name: string) => {
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        const start = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
        if (!node.flow) {
          const { line, column } = placeOf(start);
          const kind = isMap(pair.value) ? 'group' : isSeq(pair.value) ? 'list' : 'scalar';
          const opensItem = (lines[line] ?? '').slice(0, column).includes('-');
          fields.push({ path: [...path, key], name: key, line, column, end: endOf(lines, line, column, fieldsEnd), opensItem, kind });
        }
        walk(pair.value, [...path, key], key);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) walk(item, [...path, index], name);
    } else if (isScalar(node) && node.range) {
      const { line, column } = placeOf(node.range[0]);
      const written = yaml.slice(node.range[0], node.range[1]);
      if (!written.includes('\n')) values.push({ path, name, value: node.value, written, line, column });
    }
  };
  walk(document.contents, [], '');
  return { place, collection: place.split('/')[0] ?? '', text, lines, fieldsEnd, fields, values };
}

/** A field ends where a line begins that stands no deeper; the dashes of its list may stand as deep as its name. */
function endOf(lines: string[], line: number, column: number, fieldsEnd: number): number {
  for (let index = line + 1; index < fieldsEnd; index += 1) {
    const text = lines[index] ?? '';
    const indent = text.length - text.trimStart().length;
    const isItem = text.trimStart().startsWith('- ');
    if (indent < column || (indent === column && !isItem)) return index;
  }
  return fieldsEnd;
}
