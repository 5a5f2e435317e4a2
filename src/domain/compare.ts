/** Entries side by side: each typed field a row, and in words whether the cells agree. Light: the browser loads it. */
import { isUnknown } from '../schema/unknown.ts';
import { citedText } from './cited-text.ts';
import { BASIS_LABEL, RELATED_LABEL } from './law-links.ts';

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
}

export type ComparableCollection = 'tolerance' | 'practices';

/** How many entries stand side by side. */
export const COMPARE_MIN = 2;
export const COMPARE_LIMIT = 4;

/** Whether the cells of a row agree, in words; wording only, never a judgement of the matters. */
export type Agreement = '相同' | '不同' | '一方未载' | '部分未载' | '不同，部分未载' | '均未载';

export interface ComparedRow {
  label: string;
  group: string;
  cells: Cell[];
  agreement: Agreement;
}

/** The rows of a comparison; a field that one entry does not have at all counts as 未载 there. */
export function compareEntries(entries: readonly Pick<Comparable, 'fields'>[]): ComparedRow[] {
  return labelsIn(entries).map(({ label, group }) => {
    const cells = entries.map(({ fields }) => fields.find((other) => other.label === label && other.group === group)?.cell ?? '未载');
    return { label, group, cells, agreement: agreementOf(cells) };
  });
}

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

function agreementOf(cells: readonly Cell[]): Agreement {
  const known = cells.filter((cell) => !isUnknown(cell));
  const isSame = new Set(known.map(wordingOf)).size <= 1;
  if (known.length === 0) return '均未载';
  if (known.length === cells.length) return isSame ? '相同' : '不同';
  if (cells.length === 2) return '一方未载';
  return isSame ? '部分未载' : '不同，部分未载';
}

/** A cell as plain text, sources by name in square brackets: for tables and Word. */
export function cellText(cell: Cell, places: Comparable['places']): string {
  if (typeof cell === 'string') return cell;
  return cell.map(({ text, cites }) => citedText({ text, cites: cites.map((cite) => places[cite]?.label ?? cite) })).join('\n');
}

/** Both kinds of link to the law of one entry as text; for an entry that has no such fields, nothing is known. */
export function lawTexts({ fields, places }: Pick<Comparable, 'fields' | 'places'>): { basis: string; related: string } {
  const textOf = (label: string) => cellText(fields.find((one) => one.label === label)?.cell ?? '未载', places);
  return { basis: textOf(BASIS_LABEL), related: textOf(RELATED_LABEL) };
}

/** What the citations of several entries mean. */
export function placesOf(entries: readonly Pick<Comparable, 'places'>[]): Comparable['places'] {
  return Object.assign({}, ...entries.map(({ places }) => places)) as Comparable['places'];
}

/** Every source of a comparison once, in order of appearance. */
export function citesIn(rows: readonly ComparedRow[]): string[] {
  return [
    ...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell === 'string' ? [] : cell.flatMap(({ cites }) => cites))))),
  ];
}

function wordingOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.map(({ text }) => text).join('\n');
}
