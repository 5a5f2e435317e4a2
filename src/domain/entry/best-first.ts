/** Which entries stand for a kind where there is no room for all of them. */
import { yearsOf } from './entry-time.ts';
import { completenessOf } from '../list/list-filters.ts';
import type { Entry } from './records.ts';
import { compareNumbers } from '../../schema/number.ts';

/** So many entries of a kind stand on a page that gathers several kinds. */
export const MOST_OF_A_KIND = 30;

/** The order of `bestFirst` in words for readers. */
export const BEST_FIRST = '材料看得全的在前，其余从新到旧';

/**
 * The entries in the order in which they are worth a look: constructed scenarios and what has been retired last; before them what was seen in full
 * before what was seen in part, then the newest year, then by number.
 */
export function bestFirst(entries: readonly Entry[]): Entry[] {
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry), year: lastYear(entry) }));
  ranked.sort((a, b) => a.rank - b.rank || b.year - a.year || compareNumbers(a.entry.data.id, b.entry.data.id));
  return ranked.map(({ entry }) => entry);
}

/** More than any completeness. */
const LAST = 10;

function rankOf(entry: Entry): number {
  return (entry.data.retired || entry.data.nature === '教学情景' ? LAST : 0) + completenessOf(entry);
}

function lastYear(entry: Entry): number {
  return Math.max(0, ...yearsOf(entry).map(Number).filter(Number.isFinite));
}
