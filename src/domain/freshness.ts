/** When entries were last checked, when they are to be looked at again and why, and where their first publishers keep the text. */
import { citationsOf } from './citations.ts';
import { isOf } from './records.ts';
import type { Entry } from './records.ts';
import { changedBasisOf } from './validity.ts';
import type { PublicSource } from '../schema/vocabulary.ts';

/** A first publisher's own page, as the library holds it. */
export interface OfficialPlace {
  publisher: string;
  title: string;
  url: string;
}

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
export function reviewsOf(entries: readonly Entry[], sources: readonly PublicSource[], asOf: string): Review[] {
  const placesOf = officialPlaces(sources);
  const reviews = entries
    .filter(({ data }) => data.status !== '退出')
    .map((entry) => ({ entry, ...nextReview(entry, asOf, entries), places: placesOf(entry), publishers: publishersOf(entry) }));
  return reviews.sort((a, b) => a.due.localeCompare(b.due, 'en') || a.entry.data.id.localeCompare(b.entry.data.id, 'en'));
}

function nextReview(entry: Entry, asOf: string, entries: readonly Entry[]): { due: string; why: string } {
  const { checked, reviewDue } = entry.data;
  const [change] = changedBasisOf(entry, asOf, entries).filter(({ isReviewed }) => !isReviewed);
  if (change) {
    const { policy, validity } = change;
    return { due: validity.since ?? asOf, why: `依据 ${policy.data.id} ${policy.data.title}${validity.state}，还没有重新核对` };
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

/** Looks up where the text of a policy, or what another entry cites, is kept by its first publisher; each address once. */
function officialPlaces(sources: readonly PublicSource[]): (entry: Entry) => OfficialPlace[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (entry) => {
    const own = isOf(entry, 'policies') ? entry.data.readAt.map(({ publisher, url }) => ({ publisher, title: entry.data.title, url })) : [];
    const cited = citationsOf(entry).flatMap((cite) => byId.get(cite) ?? []);
    const places = [...own, ...cited].flatMap(({ publisher, title, url }) => (url === undefined ? [] : [{ publisher, title, url }]));
    return [...new Map(places.map((place) => [place.url, place])).values()];
  };
}

/** Copies say what the editors read, not where to look. */
const COPIED = /转录|转载|镜像/u;

function publishersOf(entry: Entry): string[] {
  if (!isOf(entry, 'policies')) return [];
  return [...new Set(entry.data.readAt.map(({ publisher }) => publisher).filter((publisher) => !COPIED.test(publisher)))];
}

/** The entries by the day on which they were last checked, the latest day first. */
export function checksByDay(entries: readonly Entry[]): { day: string; entries: Entry[] }[] {
  return [...Map.groupBy(entries, ({ data }) => data.checked.date)]
    .map(([day, list]) => ({ day, entries: list }))
    .sort((a, b) => b.day.localeCompare(a.day, 'en'));
}
