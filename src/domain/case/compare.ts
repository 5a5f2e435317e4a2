/** Entries side by side: each typed field a row, and in words whether the cells agree. Light: the browser loads it. */
import { printedNumber } from '../../schema/number.ts';
import { isUnknown } from '../../schema/unknown.ts';
import { citedText } from '../entry/cited-text.ts';
import type { Work } from '../reference/work.ts';

/** A sentence in a cell with its sources. */
export interface CellItem {
  text: string;
  cites: string[];
}

/** One field of one entry: sentences, or the word for what is not known. */
export type Cell = CellItem[] | string;

/** One field as the comparison lists it. */
export interface ComparedField {
  label: string;
  group: string;
  cell: Cell;
}

/** One entry ready to be compared, as the browser loads it from `/data/entry/<number>.json`. */
export interface Comparable {
  id: string;
  title: string;
  collection: ComparableCollection;
  href: string;
  /** What must be known before reading: constructed scenarios, how much of the original was seen. */
  notes: string[];
  fields: ComparedField[];
  /** What each citation means: its address, its name, and the whole title of the work. */
  places: Record<string, { href: string; label: string; title: string }>;
  /** The policies that the entry is linked to: whether they are in force, and how they are cited. */
  laws?: LinkedLaw[];
}

/** A policy that an entry is linked to. */
export interface LinkedLaw {
  id: string;
  /** `现行，自 2018-05 起（截至 2026-11-28 核对）` */
  standing: string;
  work: Work;
}

export type ComparableCollection = 'tolerance' | 'practices';

/** How many entries stand side by side. */
export const COMPARE_MIN = 2;
export const COMPARE_LIMIT = 4;

/** Rows that the site derives from a typed value and from words of a case. */
export const OUTCOME_GROUP_LABEL = '处理结果归组';
export const DECIDERS_LABEL = '认定主体类别';

/** Rows whose values come from lists: of these alone it can be said whether they are the same. Several values stand with 、 between. */
const TYPED = new Set(['类型', '领域', '来源级别', '编者所见', '处理结果', OUTCOME_GROUP_LABEL, DECIDERS_LABEL, '证据性质']);

/** Whether typed values agree; of free text only who tells anything: wording that differs says nothing of the matters. */
export type Agreement = '相同' | '部分相同' | '不同' | '都有记载' | '一方未载' | '部分未载' | '均未载';

export interface ComparedRow {
  label: string;
  group: string;
  cells: Cell[];
  /** Nothing for what is said of the entries themselves. */
  agreement: Agreement | '';
}

/** The rows of a comparison; a field that one entry does not have at all counts as 未载 there. */
export function compareEntries(entries: readonly Pick<Comparable, 'fields'>[]): ComparedRow[] {
  return labelsIn(entries).map(({ label, group }) => {
    const cells = entries.map(({ fields }) => fields.find((other) => other.label === label && other.group === group)?.cell ?? '未载');
    return { label, group, cells, agreement: agreementOf(label, cells) };
  });
}

/** Whether a row is read entry by entry across the page: beside each other its cells would be strips as long as the page. */
export function isReadAcross({ cells }: Pick<ComparedRow, 'cells'>): boolean {
  return cells.some((cell) => typeof cell !== 'string' && lengthOf(cell) > ROW_LENGTH / cells.length);
}

/** Characters of one line of columns that are still read beside each other; a source by its name takes about as many as `CITE_LENGTH`. */
const ROW_LENGTH = 600;
const CITE_LENGTH = 8;

function lengthOf(cell: readonly CellItem[]): number {
  return cell.reduce((sum, { text, cites }) => sum + text.length + cites.length * CITE_LENGTH, 0);
}

/** An entry in few words: its number, and what stands before the colon of its title, mostly a place. */
export function shortName({ id, title }: Pick<Comparable, 'id' | 'title'>): string {
  const [name = title] = title.split('：');
  return `${printedNumber(id)}　${name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}……`}`;
}

const LONGEST_NAME = 16;

/** The rows that any of the entries has, each where the first that has it puts it. */
function labelsIn(entries: readonly Pick<Comparable, 'fields'>[]): Pick<ComparedField, 'label' | 'group'>[] {
  const rows: Pick<ComparedField, 'label' | 'group'>[] = [];
  for (const { fields } of entries) {
    let place = 0;
    for (const { label, group } of fields) {
      const known = rows.findIndex((row) => row.label === label && row.group === group);
      if (known < 0) rows.splice(place, 0, { label, group });
      place = (known < 0 ? place : known) + 1;
    }
  }
  return rows;
}

function agreementOf(label: string, cells: readonly Cell[]): Agreement {
  const known = cells.filter((cell) => !isUnknown(cell));
  if (known.length === 0) return '均未载';
  if (known.length < cells.length) return cells.length === 2 ? '一方未载' : '部分未载';
  if (!TYPED.has(label)) return '都有记载';
  const [first = [], ...others] = known.map((cell) => wordingOf(cell).split('、'));
  if (others.every((values) => values.length === first.length && values.every((value) => first.includes(value)))) return '相同';
  return first.some((value) => others.every((values) => values.includes(value))) ? '部分相同' : '不同';
}

/** A cell as plain text, sources by name in square brackets: for tables and Word. */
export function cellText(cell: Cell, places: Comparable['places']): string {
  if (typeof cell === 'string') return cell;
  return cell.map(({ text, cites }) => citedText({ text, cites: cites.map((cite) => places[cite]?.label ?? cite) })).join('\n');
}

/** What the citations of several entries mean. */
export function placesOf(entries: readonly Pick<Comparable, 'places'>[]): Comparable['places'] {
  return Object.assign({}, ...entries.map(({ places }) => places)) as Comparable['places'];
}

/** Every source of a comparison once, in order of appearance. */
export function citesIn(rows: readonly Pick<ComparedRow, 'cells'>[]): string[] {
  return [
    ...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell === 'string' ? [] : cell.flatMap(({ cites }) => cites))))),
  ];
}

function wordingOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.map(({ text }) => text).join('\n');
}
