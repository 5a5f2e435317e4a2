/** When entries were last checked, when they are to be looked at again and why, and where their first publishers keep the text. */
import { officialPlaces, publishersOf } from './original-text.ts';
import type { OfficialPlace } from './original-text.ts';
import type { Entry } from './records.ts';
import { changedBasisOf } from '../policy/validity.ts';
import { compareNumbers } from '../../schema/number.ts';
import type { Site } from '../site/site-index.ts';

/** When an entry is to be looked at again, and why. */
export interface Review {
  entry: Entry;
  /** The day, `2027-02-24`; as exact as it is known where a change is the reason. */
  due: string;
  why: string;
  places: OfficialPlace[];
  /** For a policy without such a page: who publishes its text, as the library has it, to be asked. */
  publishers: string[];
}

/** The next review of every entry that has not been retired, the earliest first; changes of what it rests on as of the day `asOf`. */
export function reviewsOf(site: Site, asOf: string): Review[] {
  const reviews = site.entries
    .filter(({ data }) => data.status !== '退出')
    .map((entry) => ({
      entry,
      ...nextReview(site, entry, asOf),
      places: officialPlaces(entry, site.citations.get(entry.data.id) ?? [], site.publicSources),
      publishers: publishersOf(entry),
    }));
  return reviews.sort((a, b) => a.due.localeCompare(b.due, 'en') || compareNumbers(a.entry.data.id, b.entry.data.id));
}

function nextReview({ citations, policies }: Site, entry: Entry, asOf: string): { due: string; why: string } {
  const { checked, reviewDue } = entry.data;
  const [change] = changedBasisOf(entry, citations.get(entry.data.id) ?? [], { asOf, policies }).filter(({ isReviewed }) => !isReviewed);
  if (change) {
    const { policy, validity } = change;
    return { due: validity.since ?? asOf, why: `依据《${policy.data.title}》${validity.state}，还没有重新核对` };
  }
  if (reviewDue !== undefined) return { due: reviewDue, why: '编者定的复核日期' };
  return { due: yearAfter(checked.date), why: '满一年没有核对' };
}

/** The same day of the next year; the last of February has none in most years and becomes the first of March. */
function yearAfter(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const next = String(Number(year) + 1);
  return month === '02' && date === '29' ? `${next}-03-01` : `${next}-${month}-${date}`;
}

/** The entries by the day on which they were last checked, the latest day first. */
export function checksByDay(entries: readonly Entry[]): { day: string; entries: Entry[] }[] {
  return [...Map.groupBy(entries, ({ data }) => data.checked.date)]
    .map(([day, list]) => ({ day, entries: list }))
    .sort((a, b) => b.day.localeCompare(a.day, 'en'));
}
