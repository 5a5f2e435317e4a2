/** What pages show of a policy's validity, and of entries whose basis has changed. */
import { layOutPolicies, NO_YEAR } from '../domain/policy/policy-timeline.ts';
import { beginningOf, changedBasisOf, sinceInWords, timelineOf, validityOn } from '../domain/policy/validity.ts';
import type { Entry, EntryOf } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { bestFirst } from '../domain/entry/best-first.ts';
import { COLLECTIONS, compareNumbers } from '../schema/number.ts';
import { href } from '../site.ts';
import { toLink } from './links.ts';
import type { EntryList } from './lists.ts';

/** A policy's state in words, with the timeline for the browser; a policy of which only the name was seen has none. */
export function validityView({ asOf, policies }: Site, policy: EntryOf<'policies'>) {
  const validity = validityOn(policy, asOf, policies);
  const { state, by, isEndUnknown = false } = validity;
  const hasNone = (state === '待核' && !isEndUnknown) || state === '不适用';
  return {
    asOf,
    state,
    more: state === '不适用' ? `（${policy.data.documentKind}，不是规则）` : sinceInWords(validity),
    by: by && toLink(by),
    timeline: hasNone ? [] : timelineOf(policy, policies).map((step) => [step.from, step.state] as const),
  };
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

/** So many policies are drawn, and so many listed, on the page of years. */
const MOST_DRAWN = 200;
const MOST_LISTED = 200;
const LEAST_A_YEAR = 3;

/** Policies by the year from which they count, as a drawing and as a list; where there are too many, the best of all and of each year. */
export function policyYears(site: Site) {
  const dated = datedPolicies(site);
  dated.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '', 'en') || compareNumbers(a.id, b.id));
  const chosen = new Set(bestFirst(dated.map(({ policy }) => policy)).slice(0, MOST_DRAWN));
  const drawing = layOutPolicies(dated.filter(({ policy }) => chosen.has(policy)));
  const years = byYear(dated);
  const most = dated.length > MOST_LISTED ? Math.max(LEAST_A_YEAR, Math.floor(MOST_LISTED / years.length)) : dated.length;
  return {
    drawing: { ...drawing, leftOut: drawing.leftOut + Math.max(0, dated.length - MOST_DRAWN) },
    count: dated.length,
    mostDrawn: MOST_DRAWN,
    years: years.map(({ name, items }) => {
      const listed = new Set(bestFirst(items.map(({ policy }) => policy)).slice(0, most));
      return {
        name,
        count: items.length,
        items: items.filter(({ policy }) => listed.has(policy)),
        ...(items.length > most && { all: href(yearPath(name)) }),
      };
    }),
  };
}

/** The lists of all policies of the years of which the page of years lists a part. */
export function timelineLists(site: Site): EntryList[] {
  const cut = new Set(policyYears(site).years.flatMap(({ name, all }) => (all === undefined ? [] : [name])));
  return byYear(datedPolicies(site))
    .filter(({ name }) => cut.has(name))
    .map(({ name, items }) => ({
      path: yearPath(name),
      title: name === NO_YEAR ? '年份没有见到的政策法规' : `${name} 年的政策法规`,
      column: COLLECTIONS.policies.name,
      entries: items.map(({ policy }) => policy),
      crumbs: [{ label: '政策年表', href: href('/timeline/') }],
      facets: [],
    }));
}

/** Those that are not retired, with what years go by. */
function datedPolicies(site: Site) {
  const policies = site.entriesOf('policies').filter(({ data }) => !data.retired);
  return policies.map((policy) => ({ policy, ...datesOf(site, policy) }));
}

function yearPath(name: string): string {
  return `/timeline/${name === NO_YEAR ? 'unknown' : name}/`;
}

function byYear<T extends { year: string | undefined }>(policies: readonly T[]): { name: string; items: T[] }[] {
  const years = Map.groupBy(policies, ({ year }) => year ?? NO_YEAR);
  const named = [...years.keys()].filter((year) => year !== NO_YEAR).sort();
  return [...named, NO_YEAR].flatMap((name) => {
    const items = years.get(name);
    return items ? [{ name, items }] : [];
  });
}

function datesOf(site: Site, policy: EntryOf<'policies'>) {
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
}
