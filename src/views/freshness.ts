/** What the page of checks and reviews shows. */
import { bestFirst, MOST_OF_A_KIND } from '../domain/entry/best-first.ts';
import { checksByDay, reviewsOf } from '../domain/entry/freshness.ts';
import { cutIntoPages } from '../domain/list/paging.ts';
import type { ListPart } from '../domain/list/paging.ts';
import { isOf } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { COLLECTION_NAMES, COLLECTIONS, compareNumbers } from '../schema/number.ts';
import { toLink } from './links.ts';

/** The page and those that go on with its table of policies. */
export const FRESHNESS_PATH = '/about/freshness/';
/** So many that are due, the longest due first. */
const DUE = 50;
/** How many reviews to come are listed beside those that are due. */
const COMING = 20;
/** So many days on which something was checked, the latest first. */
const DAYS = 30;

type Reviewed = ReturnType<typeof reviewed>[number];

/** Reviews due and to come, and the checks by day; what is too many is counted. */
export interface Freshness {
  due: Reviewed[];
  dueCount: number;
  coming: Reviewed[];
  days: ReturnType<typeof dayOf>[];
  /** The days before them, and how many entries were last checked then. */
  earlier: { days: number; entries: number };
}

/** The pages: the first has everything, and every one a part of the policies with their publishers' pages. */
export function freshnessPages(site: Site) {
  const reviews = reviewed(site);
  const due = reviews.filter((review) => review.due <= site.asOf);
  const days = checksByDay(site.entries);
  const policies = reviews
    .flatMap(({ entry, ...review }) => (isOf(entry, 'policies') ? [{ ...review, textSeen: entry.data.textSeen }] : []))
    .sort((a, b) => compareNumbers(a.link.id, b.link.id));
  const whole: Freshness = {
    due: due.slice(0, DUE),
    dueCount: due.length,
    coming: reviews.slice(due.length, due.length + COMING),
    days: days.slice(0, DAYS).map(dayOf),
    earlier: { days: Math.max(0, days.length - DAYS), entries: days.slice(DAYS).reduce((sum, { entries }) => sum + entries.length, 0) },
  };
  return cutIntoPages(policies).map((part: ListPart<(typeof policies)[number]>) => ({
    asOf: site.asOf,
    part,
    ...(part.number === 1 && { whole }),
  }));
}

function reviewed(site: Site) {
  return reviewsOf(site, site.asOf).map((review) => ({ ...review, link: toLink(review.entry), checked: review.entry.data.checked }));
}

/** The entries of a day kind by kind, of many the best. */
function dayOf({ day, entries }: { day: string; entries: Entry[] }) {
  const groups = COLLECTION_NAMES.flatMap((name) => {
    const own = entries.filter(({ collection }) => collection === name);
    const listed = own.length > MOST_OF_A_KIND ? bestFirst(own).slice(0, MOST_OF_A_KIND) : own;
    return own.length > 0 ? [{ heading: COLLECTIONS[name].name, count: own.length, items: listed.map((entry) => toLink(entry)) }] : [];
  });
  return { day, count: entries.length, groups };
}
