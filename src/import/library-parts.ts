/** A content folder in the parts that a package may change one by one: files, the items of controlled lists, and what stands above the items. */
import { createHash } from 'node:crypto';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import { COMMON_FILE } from '../schema/common-library.ts';
import { NOTES_FOLDER } from '../schema/local-notes.ts';
import { IMPORTS_FOLDER } from '../store/read-content.ts';
import { isRecord } from '../store/loose-data.ts';
import { SITE_FILE } from '../store/site-file.ts';

export const LEDGER_FILE = 'ledger.yaml';

/** A part of the content: a file, an item of a list (`vocab/regions.yaml#beijing`), or the head of a list (`vocab/regions.yaml`). */
export interface LibraryPart {
  place: string;
  text: string;
  /** Of what it says; for parts of lists however that is laid out. */
  hash: string;
}

/** Whether a file is the unit's by its place: settings, notes, what imports remember, and the record of the package. */
export function isUnits(place: string): boolean {
  return place === SITE_FILE || place === COMMON_FILE || [NOTES_FOLDER, IMPORTS_FOLDER].includes(place.split('/')[0] ?? '');
}

/** The parts of the common library in these files, by their places; the ledger, which only grows, is none. */
export function partsOf(texts: ReadonlyMap<string, string>): Map<string, LibraryPart> {
  const parts = [...texts].flatMap(([place, text]) => {
    if (isUnits(place) || place === LEDGER_FILE) return [];
    const plain = plainText(text);
    return isList(place) ? listParts(place, plain) : [{ place, text: plain, hash: shortHash(plain) }];
  });
  return new Map(parts.map((part) => [part.place, part]));
}

/** The texts of files made of these parts; items stand in the order given, laid out as the first of their list. */
export function filesOf(parts: Iterable<LibraryPart>): Map<string, string> {
  const files = new Map<string, string>();
  for (const { place, text } of parts) {
    const file = fileOf(place);
    const before = files.get(file);
    files.set(file, before === undefined ? text : before + indented(text, indentOf(before)));
  }
  return files;
}

/** The file in which a part stands. */
export function fileOf(place: string): string {
  return place.split('#')[0] ?? place;
}

/** Without what Windows and its editors put into texts. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
}

/** The data of a part of a list; for the head without its items. */
export function dataOf({ place, text }: LibraryPart): unknown {
  const data: unknown = parse(text);
  return place.includes('#') && Array.isArray(data) ? data[0] : data;
}

function isList(place: string): boolean {
  return place.startsWith('vocab/') && place.endsWith('.yaml');
}

/** The head with the line `items:`, then each item with the comments before it; a list that cannot be cut is one part. */
function listParts(place: string, text: string): LibraryPart[] {
  const whole = [{ place, text, hash: shortHash(text) }];
  const document = parseDocument(text);
  const items = document.get('items');
  if (document.errors.length > 0 || !isSeq(items) || items.flow === true || items.items.length === 0) return whole;
  const starts = items.items.map((item) => (isMap(item) ? text.lastIndexOf('\n', (item.range?.[0] ?? 0) - 1) + 1 : -1));
  const ids = items.items.map((item) => (isMap(item) ? item.get('id') : undefined));
  if (starts.includes(-1) || ids.some((id) => typeof id !== 'string' && typeof id !== 'number') || new Set(ids).size < ids.length)
    return whole;
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  const head = ended.slice(0, starts[0]);
  return [
    { place, text: head, hash: shortHash(canonical(parse(head))) },
    ...starts.map((start, index) => {
      const part = { place: `${place}#${String(ids[index])}`, text: ended.slice(start, starts[index + 1]) };
      return { ...part, hash: shortHash(canonical(dataOf({ ...part, hash: '' }))) };
    }),
  ];
}

/** The dash of the first item of a list so far. */
function indentOf(list: string): string | undefined {
  return /^( *)- /mu.exec(list)?.[1];
}

function indented(item: string, wanted: string | undefined): string {
  const own = indentOf(item) ?? '';
  if (wanted === undefined || own === wanted) return item;
  return item.replace(/^.+$/gmu, (line) => (line.startsWith(own) ? wanted + line.slice(own.length) : line));
}

/** Says the same for the same data, in whatever order its fields stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    isRecord(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
