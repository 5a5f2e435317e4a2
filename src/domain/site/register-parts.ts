/**
 * The register in parts: the numbers of a collection by hundreds, so that a page which names a few entries loads a few small files.
 * `/data/register.json` tells which there are; `/data/register/RC-1.json` has RC-100 to RC-199.
 */
import { isEntryNumber } from '../../schema/number.ts';

/** So many numbers a part. */
const PART_SIZE = 100;

/** The part that a number stands in; `undefined` for what is no number of an entry. */
export function registerPartOf(id: string): string | undefined {
  if (!isEntryNumber(id)) return undefined;
  const letters = id.replace(/-?\d+$/u, '');
  return `${letters}-${Math.floor(Number(/\d+$/u.exec(id)?.[0]) / PART_SIZE)}`;
}

/** Numbered things by part, in their order. */
export function cutRegister<T extends { id: string }>(entries: readonly T[]): Map<string, T[]> {
  const parts = new Map<string, T[]>();
  for (const entry of entries) {
    const part = registerPartOf(entry.id);
    if (part === undefined) continue;
    const own = parts.get(part);
    if (own) own.push(entry);
    else parts.set(part, [entry]);
  }
  return parts;
}
