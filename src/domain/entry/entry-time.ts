/** When the matter of an entry happened or was issued, not when the entry was written. */
import { isUnknown } from '../../schema/unknown.ts';
import { isOf } from './records.ts';
import type { Entry, EntryOf } from './records.ts';

/** The time as the entry writes it; empty for entries that have none. */
export function timeOf(entry: Entry): string {
  if (isOf(entry, 'policies')) return timeOfPolicy(entry.data);
  if (isOf(entry, 'practices')) return entry.data.period;
  return isOf(entry, 'tolerance') ? entry.data.year : '';
}

/** When a document was issued, or else published, adopted or put into force; of one that was revised since that year too: `1996-03-17，2021`. */
function timeOfPolicy({ dates: { issued, published, adopted, effectiveFrom }, edition }: EntryOf<'policies'>['data']): string {
  const date = [issued, published, adopted, effectiveFrom].find((day) => !isUnknown(day));
  return [date, yearRevised(edition?.name)].filter(Boolean).join('，') || '未载';
}

/** The year of an edition that is a revision: 2021 of 2021年修订, nothing of 2019年公布. */
export function yearRevised(edition = ''): string | undefined {
  return /^(\d{4})年(?:修订|修正|修改)/u.exec(edition)?.[1];
}

/** `2017年7月通报，2011—2014年行为` names 2011, 2014 and 2017; the years between are not named and not guessed. Each once, in order. */
export function yearsOf(entry: Entry): string[] {
  return [...new Set(timeOf(entry).match(/(?:19|20)\d{2}/gu))].sort();
}
