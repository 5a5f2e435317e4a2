/** What the page of checks and reviews shows. */
import { checksByDay, reviewsOf } from '../domain/freshness.ts';
import { isOf } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { compareNumbers } from '../schema/number.ts';
import { groupByCollection, toLink } from './links.ts';

/** How many reviews to come are listed beside those that are due. */
const COMING = 20;

/** Reviews due and to come, the policies with their publishers' pages, and the checks by day. */
export function freshnessView(site: Site) {
  const { entries, asOf } = site;
  const reviews = reviewsOf(site, asOf).map((review) => ({
    ...review,
    link: toLink(review.entry),
    checked: review.entry.data.checked,
  }));
  const due = reviews.filter((review) => review.due <= asOf);
  const policies = reviews.flatMap(({ entry, ...review }) =>
    isOf(entry, 'policies') ? [{ ...review, textSeen: entry.data.textSeen }] : [],
  );
  return {
    asOf,
    due,
    coming: reviews.slice(due.length, due.length + COMING),
    policies: policies.sort((a, b) => compareNumbers(a.link.id, b.link.id)),
    days: checksByDay(entries).map(({ day, entries: list }) => ({ day, count: list.length, groups: groupByCollection(list) })),
  };
}
