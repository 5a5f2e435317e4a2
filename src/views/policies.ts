/** What pages show of a policy's validity, and of entries whose basis has changed. */
import { layOutPolicies, NO_YEAR } from '../domain/policy-timeline.ts';
import { beginningOf, changedBasisOf, timelineOf, validityOn } from '../domain/validity.ts';
import type { Entry, EntryOf } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { compareNumbers } from '../schema/number.ts';
import { toLink } from './links.ts';

/** A policy's state with the timeline for the browser; a policy of which only the name was seen has none. */
export function validityView({ asOf, policies }: Site, policy: EntryOf<'policies'>) {
  const { state, since, by } = validityOn(policy, asOf, policies);
  const timeline = state === '待核' ? [] : timelineOf(policy, policies).map((step) => [step.from, step.state] as const);
  return { asOf, state, since, by: by && toLink(by), timeline };
}

/** The policies that an entry rests on and that have changed. */
export function changedBasisView(site: Site, entry: Entry) {
  return changedBasisOf(entry, site.citations.get(entry.data.id) ?? [], site).map(({ policy, validity, isReviewed }) => ({
    policy: toLink(policy),
    state: validity.state,
    since: validity.since,
    by: validity.by && toLink(validity.by),
    isReviewed,
  }));
}

/** Policies by the year from which they count, as a drawing and as the list that says the same. */
export function policyYears(site: Site) {
  const policies = site.entriesOf('policies').map((policy) => {
    const from = beginningOf(policy);
    const { state, since, by } = validityOn(policy, site.asOf, site.policies);
    return {
      ...toLink(policy),
      from,
      year: from?.slice(0, 4),
      isCentral: policy.data.scope === '中央',
      replaces: policy.data.replaces,
      place: policy.data.scope === '中央' ? '中央' : policy.data.regions.map((id) => site.regions.byId.get(id)?.name ?? id).join('、'),
      state,
      since,
      by: by && toLink(by),
    };
  });
  policies.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '', 'en') || compareNumbers(a.id, b.id));
  const years = Map.groupBy(policies, ({ year }) => year ?? NO_YEAR);
  const named = [...years.keys()].filter((year) => year !== NO_YEAR).sort();
  return {
    drawing: layOutPolicies(policies),
    count: policies.length,
    years: [...named, NO_YEAR].flatMap((name) => {
      const items = years.get(name);
      return items ? [{ name, items }] : [];
    }),
  };
}
