/** What pages show of a policy's validity, and of entries whose basis has changed. */
import { changedBasisOf, timelineOf, validityOn } from '../domain/validity.ts';
import { contentDay } from '../domain/records.ts';
import type { Entry, EntryOf } from '../domain/records.ts';
import { loadSite } from './site.ts';
import { toLink } from './links.ts';

/** The day as of which the build speaks: the last day on which an editor changed anything, so that builds of one commit are alike. */
export async function buildDay(): Promise<string> {
  const { entries } = await loadSite();
  return contentDay(entries);
}

/** A policy's state with the timeline for the browser; a policy of which only the name was seen has none. */
export async function validityView(policy: EntryOf<'policies'>) {
  const [{ entries }, asOf] = await Promise.all([loadSite(), buildDay()]);
  const { state, since, by } = validityOn(policy, asOf, entries);
  const timeline = state === '待核' ? [] : timelineOf(policy, entries).map((step) => [step.from, step.state] as const);
  return { asOf, state, since, by: by && toLink(by), timeline };
}

/** The policies that an entry rests on and that have changed. */
export async function changedBasisView(entry: Entry) {
  const [{ entries }, asOf] = await Promise.all([loadSite(), buildDay()]);
  return changedBasisOf(entry, asOf, entries).map(({ policy, validity, isReviewed }) => ({
    policy: toLink(policy),
    state: validity.state,
    since: validity.since,
    by: validity.by && toLink(validity.by),
    isReviewed,
  }));
}
