/** What a site that gathers other units' libraries tells of them: the units, the cases and rules of all of them, and what is new. */
import { markedTitle } from '../domain/site/register.ts';
import type { ExportedEntry, SharedFacts } from '../schema/contract.ts';
import { compareNumbers, writeAnyNumber } from '../schema/number.ts';

/** A unit as it was gathered. */
export interface UnitLibrary {
  name: string;
  address: string;
  facts: SharedFacts;
  from: string;
  day: string;
  entries: readonly ExportedEntry[];
}

/** An entry with the unit that it is shown for; one of the common library stands once, with the units that have it. */
export interface UnitEntryLine {
  number: string;
  title: string;
  /** Of its own unit's page. */
  href: string;
  units: string[];
  entry: ExportedEntry;
}

const NEWEST = 300;

/** Each entry once, units in their order, in each by number. */
export function entriesOfUnits(libraries: readonly UnitLibrary[]): UnitEntryLine[] {
  const lines = new Map<string, UnitEntryLine>();
  for (const { name, address, entries } of libraries) {
    for (const entry of [...entries].sort((a, b) => compareNumbers(a.id, b.id))) {
      const number = writeAnyNumber({ unit: name, id: entry.id });
      const mark = entry.search.common === '' ? number : `${entry.id} ${entry.search.common}`;
      const before = lines.get(mark);
      if (before) before.units.push(name);
      else lines.set(mark, { number, title: titleOf(entry), href: address + entry.url.slice(1), units: [name], entry });
    }
  }
  return [...lines.values()];
}

/** The cases of all units, the newest years first. */
export function casesOfUnits(lines: readonly UnitEntryLine[]): UnitEntryLine[] {
  const cases = lines.filter(({ entry }) => entry.collection === 'tolerance' && entry.status !== '退出');
  return cases.sort((a, b) => (a.entry.search.date < b.entry.search.date ? 1 : a.entry.search.date > b.entry.search.date ? -1 : 0));
}

/** The last changes of all units. */
export function newsOfUnits(lines: readonly UnitEntryLine[]): { date: string; kind: string; what: string; line: UnitEntryLine }[] {
  return lines
    .flatMap((line) => line.entry.changes.map((change) => ({ ...change, line })))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, NEWEST);
}

/** For each facet that only some kinds of entries have, and each of its values, the entries of all units that have it. */
export function detailsOfUnits(lines: readonly UnitEntryLine[]): Record<string, Record<string, string[]>> {
  const table: Record<string, Record<string, string[]>> = {};
  for (const { number, entry } of lines)
    for (const [name, values] of Object.entries(entry.details))
      for (const value of values) ((table[name] ??= {})[value] ??= []).push(number);
  return table;
}

function titleOf({ title, listed }: ExportedEntry): string {
  return markedTitle({ title, ...(listed.isScenario && { isScenario: true }) });
}
