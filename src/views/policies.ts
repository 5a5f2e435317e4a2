/** What pages show of a policy's validity, and of entries whose basis has changed. */
import { changedBasisOf, timelineOf, validityOn } from '../domain/validity.ts';
import type { Entry, EntryOf } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { toLink } from './links.ts';

/** A policy's state with the timeline for the browser; a policy of which only the name was seen has none. */
export function validityView({ asOf, policies }: Site, policy: EntryOf<'policies'>) {
  const { state, since, by } = validityOn(policy, asOf, policies);
  const timeline = state === '待核' ? [] : timelineOf(policy, policies).map((step) => [step.from, step.state] as const);
  return { asOf, state, since, by: by && toLink(by), timeline };
}

/** The policies that an entry rests on and that have changed. */
export function changedBasisView({ asOf, citations, policies }: Site, entry: Entry) {
  return changedBasisOf(entry, citations.get(entry.data.id) ?? [], asOf, policies).map(({ policy, validity, isReviewed }) => ({
    policy: toLink(policy),
    state: validity.state,
    since: validity.since,
    by: validity.by && toLink(validity.by),
    isReviewed,
  }));
}
