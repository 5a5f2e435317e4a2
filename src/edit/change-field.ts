/**
 * Changes one field in the text of an entry and nothing else: whatever was not changed keeps its place, its quotation marks and its comments, byte
 * for byte. The change is worked out as replacements in the text, from the positions that YAML's reader gives; what was meant is read back and
 * compared before anybody gets it.
 */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { joinFoldedLines, readYaml } from '../store/yaml-document.ts';
import { lineEndOf, splitSource } from './entry-source.ts';
import { isGroup, isList, mannerOf, writeAfterName, writeField, writeInLine, writeItem, writeScalar } from '../store/write-yaml.ts';
import type { FieldGroup, FieldPath, FieldValue } from './protocol.ts';
import type { Manner, Quotation } from '../store/write-yaml.ts';

/** The names of the fields at a place, in the order in which authors write them. */
export type OrderAt = (path: FieldPath) => readonly string[];

/** Thrown when a text cannot be changed field by field: it cannot be read, or has no such place. */
export class ChangeError extends Error {}

/** The data of the fields; `undefined` when the text cannot be read. */
export function fieldsOf(text: string): FieldGroup | undefined {
  const source = splitSource(text);
  const data = source && readYaml(plainLines(source.fields), 2).data;
  return isGroup(data) ? data : undefined;
}

/** The text with the field at `path` holding `value`, or without it for `undefined`. Throws a `ChangeError`. */
export function withField(text: string, path: FieldPath, value: FieldValue | undefined, orderAt: OrderAt): string {
  const source = splitSource(text);
  const before = fieldsOf(text);
  if (!source || !before) throw new ChangeError('字段区读不懂，不能按字段修改。');
  const wanted = sortGroup(valueWith(before, path, value), [], orderAt);
  if (isSame(before, wanted)) return text;
  const [name = ''] = path;
  const { opening, fields, closing, body } = source;
  for (const change of [changedFinely, changedWhole]) {
    const changed = change(fields, wanted, String(name), orderAt);
    if (changed !== undefined && isSame(readYaml(plainLines(changed), 2).data, wanted)) return opening + changed + closing + body;
  }
  throw new ChangeError('这一处的写法特别，不能按字段修改。请在“源文”里改。');
}

/** Data with another value at a path; groups and lists on the way are made where there are none. */
export function valueWith(data: FieldGroup, path: FieldPath, value: FieldValue | undefined): FieldGroup {
  return placed(data, path, value) as FieldGroup;
}

/** Whether two values are the same, fields in whatever order. */
export function isSame(a: unknown, b: unknown): boolean {
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isGroup(a)) return a === b;
  const names = Object.keys(a);
  return isGroup(b) && names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]));
}

function placed(at: FieldValue | undefined, path: FieldPath, value: FieldValue | undefined): FieldValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items: (FieldValue | undefined)[] = isList(at) ? [...at] : [];
    if (step > items.length) throw new ChangeError('没有这一项。');
    items[step] = placed(items[step], rest, value);
    return items.filter((item) => item !== undefined);
  }
  const inner = placed(isGroup(at) ? at[step] : undefined, rest, value);
  const fields = Object.entries(isGroup(at) ? at : {}).filter(([name]) => name !== step || inner !== undefined);
  const isNew = inner !== undefined && !fields.some(([name]) => name === step);
  return Object.fromEntries([
    ...fields.map(([name, old]) => [name, name === step ? inner : old]),
    ...(isNew ? [[step, inner]] : []),
  ]) as FieldGroup;
}

/** Fields in the order of the schema; those that it does not know stay at the end. */
function sortGroup<V extends FieldValue>(value: V, path: FieldPath, orderAt: OrderAt): V {
  if (isList(value)) return value.map((item, index) => sortGroup(item, [...path, index], orderAt)) as unknown as V;
  if (!isGroup(value)) return value;
  const order = orderAt(path);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const fields = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(fields.map(([name, inner]) => [name, sortGroup(inner, [...path, name], orderAt)])) as unknown as V;
}

/** What the reader of entries sees, which knows only one line end. */
function plainLines(fields: string): string {
  return fields.replaceAll('\r\n', '\n').replace(/\n$/u, '');
}

/** A replacement in a text; `end` equals `start` for an insertion. */
interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** Where a value stands: after the name of a field, or after the dash of an item; in brackets, or on lines of its own. */
type Place = { in: 'field'; column: number; nameEnd: number } | { in: 'item'; column: number } | { in: 'brackets' };

/** Cannot be done in small replacements. */
class TooFine extends Error {}

function changedFinely(fields: string, wanted: FieldGroup, _: string, orderAt: OrderAt): string | undefined {
  const document = parseFields(fields);
  if (!document || !isMap(document.contents)) return undefined;
  const work = new Work(fields, orderAt);
  try {
    work.group(document.contents, wanted, [], undefined);
  } catch (error) {
    if (error instanceof TooFine) return undefined;
    throw error;
  }
  return work.done();
}

/** The whole field written anew. */
function changedWhole(fields: string, wanted: FieldGroup, name: string, orderAt: OrderAt): string | undefined {
  const document = parseFields(fields);
  const pair = isMap(document?.contents) ? document.contents.items.find((item) => nameOf(item) === name) : undefined;
  const value = wanted[name];
  if (!pair || value === undefined) return undefined;
  const work = new Work(fields, orderAt);
  work.replaceValue(pair.value, value, { in: 'field', column: 0, nameEnd: work.colonAfter(pair) });
  return work.done();
}

function parseFields(fields: string): Document.Parsed | undefined {
  const document = parseDocument(fields, { prettyErrors: false, merge: false, logLevel: 'silent' });
  joinFoldedLines(document, fields);
  return document.errors.length === 0 ? document : undefined;
}

/** Gathers the replacements for one text. */
class Work {
  readonly #text: string;
  readonly #orderAt: OrderAt;
  readonly #manner: Manner;
  readonly #replacements: Replacement[] = [];

  constructor(text: string, orderAt: OrderAt) {
    this.#text = text;
    this.#orderAt = orderAt;
    this.#manner = mannerOf(text, lineEndOf(text));
  }

  /** The text with all replacements made. */
  done(): string | undefined {
    const ordered = this.#replacements.toSorted((a, b) => a.start - b.start || a.end - b.end);
    if (ordered.some(({ start }, index) => start < (ordered[index - 1]?.end ?? 0))) return undefined;
    return ordered.reduceRight((text, { start, end, text: fresh }) => text.slice(0, start) + fresh + text.slice(end), this.#text);
  }

  #value(node: ParsedNode | null, wanted: FieldValue, path: FieldPath, place: Place): void {
    if (node && isSame(node.toJSON(), wanted)) return;
    if (isMap(node) && isGroup(wanted)) this.group(node, wanted, path, place);
    else if (isSeq(node) && isList(wanted)) this.#list(node, wanted, path, place);
    else this.replaceValue(node, wanted, place);
  }

  /** A value in the place of another, whatever both are. */
  replaceValue(node: ParsedNode | null, wanted: FieldValue, place: Place): void {
    const { start, end } = this.#extent(node, place);
    if (isScalar(node) && typeof wanted !== 'object' && node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL' && end > start) {
      this.#replace(node.range[0], end, writeScalar(wanted, this.#manner, quotationOf(node), place.in === 'brackets'));
    } else if (place.in === 'field') {
      this.#replace(place.nameEnd, Math.max(end, place.nameEnd), writeAfterName(wanted, place.column, this.#manner));
    } else {
      this.#replace(start, end, place.in === 'item' ? writeItem(wanted, place.column, this.#manner) : writeInLine(wanted, this.#manner));
    }
  }

  /** The fields of a group: those that are gone, those that are new, those that have changed. */
  group(node: YAMLMap.Parsed, wanted: FieldGroup, path: FieldPath, place: Place | undefined): void {
    const gone = node.items.filter((pair) => !Object.hasOwn(wanted, nameOf(pair)));
    const fresh = Object.keys(wanted).filter((name) => !node.items.some((pair) => nameOf(pair) === name));
    const isWhole = node.items.length === gone.length || (gone.length > 0 && fresh.length > 0);
    if (isWhole && place) {
      this.replaceValue(node, wanted, place);
      return;
    }
    if (isWhole) throw new TooFine();
    for (const pair of gone) this.#removeField(node, pair);
    for (const pair of node.items) {
      const inner = wanted[nameOf(pair)];
      if (inner === undefined) continue;
      const inside: Place = node.flow
        ? { in: 'brackets' }
        : { in: 'field', column: this.#columnOf(startOf(pair)), nameEnd: this.colonAfter(pair) };
      this.#value(pair.value, inner, [...path, nameOf(pair)], inside);
    }
    for (const name of fresh) this.#insertField(node, name, wanted[name] ?? null, path);
  }

  #insertField(node: YAMLMap.Parsed, name: string, value: FieldValue, path: FieldPath): void {
    const order = this.#orderAt(path);
    const place = order.indexOf(name);
    // The nearest that comes before it by the schema; a name that the schema does not know goes to the end.
    const before = place < 0 ? node.items.at(-1) : nearestBefore(node, order.slice(0, place));
    const [first] = node.items;
    if (!first) throw new TooFine();
    if (node.flow) {
      const text = `${name}: ${writeInLine(value, this.#manner)}`;
      if (before) this.#insert(this.#endOfField(before), `, ${text}`);
      else this.#insert(startOf(first), `${text}, `);
      return;
    }
    const column = this.#columnOf(startOf(first));
    const text = writeField(name, value, column, this.#manner);
    const start = this.#manner.lineEnd + ' '.repeat(column);
    if (before) this.#insert(this.#lineEnd(this.#endOfField(before)), start + text);
    else this.#insert(startOf(first), text + start);
  }

  #removeField(node: YAMLMap.Parsed, pair: Pair): void {
    const index = node.items.indexOf(pair as (typeof node.items)[number]);
    const [before, after] = [node.items[index - 1], node.items[index + 1]];
    const start = startOf(pair);
    if (node.flow) {
      if (before) this.#replace(this.#endOfField(before), this.#endOfField(pair), '');
      else if (after) this.#replace(start, startOf(after), '');
      return;
    }
    if (this.#isFirstInLine(start)) this.#removeLines(start, this.#endOfField(pair));
    else if (after) this.#replace(start, startOf(after), '');
    else throw new TooFine();
  }

  #list(node: YAMLSeq.Parsed, wanted: readonly FieldValue[], path: FieldPath, place: Place): void {
    const items = node.items as (ParsedNode | null)[];
    if (wanted.length === 0 || items.length === 0 || items.some((item) => !item)) {
      this.replaceValue(node, wanted, place);
      return;
    }
    const nodes = items.filter((item) => item !== null);
    const before = nodes.map((item) => item.toJSON() as FieldValue);
    let first = 0;
    while (first < Math.min(before.length, wanted.length) && isSame(before[first], wanted[first])) first += 1;
    let last = 0;
    const most = Math.min(before.length, wanted.length) - first;
    while (last < most && isSame(before.at(-1 - last), wanted.at(-1 - last))) last += 1;
    const old = nodes.slice(first, nodes.length - last);
    const fresh = wanted.slice(first, wanted.length - last);
    if (this.#reorder(old, before.slice(first, before.length - last), fresh)) return;
    const shared = Math.min(old.length, fresh.length);
    for (let index = 0; index < shared; index += 1) {
      const [item, value] = [old[index], fresh[index]];
      if (item && value !== undefined) this.#value(item, value, [...path, first + index], this.#placeOfItem(node, item));
    }
    for (const item of old.slice(shared)) this.#removeItem(node, nodes, item);
    if (fresh.length > shared) this.#insertItems(node, nodes, first + shared, fresh.slice(shared));
  }

  /** The same items in another order: each goes as it is written. */
  #reorder(old: readonly ParsedNode[], before: readonly FieldValue[], fresh: readonly FieldValue[]): boolean {
    if (old.length !== fresh.length || old.length < 2) return false;
    const rest = old.map((node, index) => ({ node, value: before[index] }));
    const found = fresh.map((value) => {
      const at = rest.findIndex((item) => isSame(item.value, value));
      return at < 0 ? undefined : rest.splice(at, 1)[0]?.node;
    });
    if (found.some((node) => node === undefined)) return false;
    for (const [index, node] of old.entries()) {
      const from = found[index];
      if (from && from !== node)
        this.#replace(node.range[0], this.#trimmedEnd(node), this.#text.slice(from.range[0], this.#trimmedEnd(from)));
    }
    return true;
  }

  #placeOfItem(node: YAMLSeq.Parsed, item: ParsedNode): Place {
    return node.flow ? { in: 'brackets' } : { in: 'item', column: this.#columnOf(item.range[0]) };
  }

  #insertItems(node: YAMLSeq.Parsed, nodes: readonly ParsedNode[], index: number, values: readonly FieldValue[]): void {
    const [first] = nodes;
    if (!first) throw new TooFine();
    const before = nodes[index - 1];
    if (node.flow) {
      const texts = values.map((value) => writeInLine(value, this.#manner)).join(', ');
      if (before) this.#insert(this.#trimmedEnd(before), `, ${texts}`);
      else this.#insert(first.range[0], `${texts}, `);
      return;
    }
    const column = this.#columnOf(first.range[0]);
    const dash = this.#dashBefore(first);
    const lead = this.#text.slice(dash, first.range[0]);
    const start = this.#manner.lineEnd + ' '.repeat(this.#columnOf(dash));
    const isBraced = isMap(first) && first.flow === true;
    const texts = values.map((value) => (isBraced ? writeInLine(value, this.#manner) : writeItem(value, column, this.#manner)));
    if (before) this.#insert(this.#lineEnd(this.#trimmedEnd(before)), texts.map((text) => start + lead + text).join(''));
    else this.#insert(dash, texts.map((text) => lead + text + start).join(''));
  }

  #removeItem(node: YAMLSeq.Parsed, nodes: readonly ParsedNode[], item: ParsedNode): void {
    const index = nodes.indexOf(item);
    const [before, after] = [nodes[index - 1], nodes[index + 1]];
    if (node.flow) {
      if (before) this.#replace(this.#trimmedEnd(before), this.#trimmedEnd(item), '');
      else if (after) this.#replace(item.range[0], after.range[0], '');
      return;
    }
    const dash = this.#dashBefore(item);
    if (!this.#isFirstInLine(dash)) throw new TooFine();
    this.#removeLines(dash, this.#trimmedEnd(item));
  }

  /** From where to where a value is written; both at the colon when nothing is. */
  #extent(node: ParsedNode | null, place: Place): { start: number; end: number } {
    const least = place.in === 'field' ? place.nameEnd : 0;
    if (!node) return { start: least, end: least };
    return { start: Math.max(node.range[0], least), end: Math.max(this.#trimmedEnd(node), least) };
  }

  /** The end of a value without the empty lines that follow it. */
  #trimmedEnd(node: ParsedNode): number {
    const [start] = node.range;
    let [, end] = node.range;
    while (end > start && /\s/u.test(this.#text.charAt(end - 1))) end -= 1;
    return end;
  }

  #endOfField(pair: Pair): number {
    const value = pair.value as ParsedNode | null;
    return value ? Math.max(this.#trimmedEnd(value), this.colonAfter(pair)) : this.colonAfter(pair);
  }

  /** The place after the colon of a field. */
  colonAfter(pair: Pair): number {
    const { range } = pair.key as ParsedNode;
    const colon = this.#text.indexOf(':', range[1]);
    if (colon < 0 || this.#text.slice(range[1], colon).trim() !== '') throw new TooFine();
    return colon + 1;
  }

  #dashBefore(item: ParsedNode): number {
    let at = item.range[0] - 1;
    while (at > 0 && this.#text[at] === ' ') at -= 1;
    if (this.#text[at] !== '-') throw new TooFine();
    return at;
  }

  #lineStart(at: number): number {
    return this.#text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Before the line end of the line in which `at` stands. */
  #lineEnd(at: number): number {
    const feed = this.#text.indexOf('\n', at);
    if (feed < 0) return this.#text.length;
    return this.#text[feed - 1] === '\r' ? feed - 1 : feed;
  }

  #columnOf(at: number): number {
    return at - this.#lineStart(at);
  }

  #isFirstInLine(at: number): boolean {
    return this.#text.slice(this.#lineStart(at), at).trim() === '';
  }

  #removeLines(from: number, to: number): void {
    const feed = this.#text.indexOf('\n', to);
    this.#replace(this.#lineStart(from), feed < 0 ? this.#text.length : feed + 1, '');
  }

  #insert(at: number, text: string): void {
    this.#replace(at, at, text);
  }

  #replace(start: number, end: number, text: string): void {
    this.#replacements.push({ start, end, text });
  }
}

function nearestBefore(node: YAMLMap.Parsed, names: readonly string[]): Pair | undefined {
  const name = names.findLast((known) => node.items.some((pair) => nameOf(pair) === known));
  return node.items.find((pair) => nameOf(pair) === name);
}

function nameOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function startOf(pair: Pair): number {
  return (pair.key as ParsedNode).range[0];
}

/** What had no words yet was in quotation marks for that alone. */
function quotationOf({ type, value }: Scalar): Quotation {
  if (value === '') return 'plain';
  if (type === 'QUOTE_SINGLE') return "'";
  return type === 'QUOTE_DOUBLE' ? '"' : 'plain';
}
