/** When the matter of an entry happened or was issued, not when the entry was written. */
import { isUnknown } from '../../schema/unknown.ts';
import { isOf } from './records.ts';
import type { Entry } from './records.ts';

/** The time as the entry writes it; empty for entries that have none. */
export function timeOf(entry: Entry): string {
  if (isOf(entry, 'policies')) return isUnknown(entry.data.dates.issued) ? entry.data.dates.published : entry.data.dates.issued;
  if (isOf(entry, 'practices')) return entry.data.period;
  return isOf(entry, 'tolerance') ? entry.data.year : '';
}

/** `2017年7月通报，2011—2014年行为` names 2011, 2014 and 2017; the years between are not named and not guessed. Each once, in order. */
export function yearsOf(entry: Entry): string[] {
  return [...new Set(timeOf(entry).match(/(?:19|20)\d{2}/gu))].sort();
}
