/** The numbers that the address asks for, units by the names that this site has for them. */
import { readIds } from '../../domain/kept/entry-ids.ts';
import type { ReadIds } from '../../domain/kept/entry-ids.ts';
import { numberHere, unitsIn } from '../../domain/site/units.ts';
import { loadUnits } from './desk-data.ts';

/** Reads `ids` from the address; a link that another library has written may name a unit by its code, or this library itself. */
export async function readAskedIds(base: string, limit: number): Promise<ReadIds> {
  const read = readIds(location.search, limit);
  return { ...read, ids: [...new Set(await namedHere(base, read.ids))] };
}

/** The numbers as this site writes them, in their order; what names no unit needs no list of units. */
export async function namedHere(base: string, numbers: readonly string[]): Promise<string[]> {
  if (unitsIn(numbers).length === 0) return [...numbers];
  const list = await loadUnits(base);
  return numbers.map((number) => numberHere(number, list));
}
