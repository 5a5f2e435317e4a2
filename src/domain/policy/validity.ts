/** Whether a policy is in force on a day, worked out from its dates and relations; and what rests on a policy that has changed. */
import { hasLawLinks, relatedOf } from '../entry/law-links.ts';
import { isOf } from '../entry/records.ts';
import type { Entry, EntryOf } from '../entry/records.ts';
import { compareNumbers } from '../../schema/number.ts';
import { monthOf } from '../chinese/time-span.ts';

export type ValidityState = '现行' | '已修改' | '已被代替' | '已失效' | '尚未施行' | '待核' | '不适用';

/** From `from` on (as exact as it is known: `2022-09`, `2022-09-08`) a policy is in `state`, because of the document `by`. */
export interface Transition {
  from: string;
  state: ValidityState;
  by?: EntryOf<'policies'>;
}

/** A policy's state on a day. */
export interface Validity {
  state: ValidityState;
  /** When it came into this state, where that is known. */
  since?: string;
  by?: EntryOf<'policies'>;
  /** Whether nobody has checked that it has not ended since. */
  isEndUnknown?: true;
  /** The edition that the entry tells of, where it is not known from when on that holds: the day of the first edition would be taken for its own. */
  edition?: string;
}

/** The policies by number, and those that amend or replace another. */
export interface PolicyIndex {
  byId: ReadonlyMap<string, EntryOf<'policies'>>;
  /** By the number of the policy that is amended or replaced. */
  changedBy: ReadonlyMap<string, readonly EntryOf<'policies'>[]>;
}

/** Gathers the policies among all entries. */
export function indexPolicies(entries: readonly Entry[]): PolicyIndex {
  const policies = entries.filter((entry) => isOf(entry, 'policies'));
  const changedBy = new Map<string, EntryOf<'policies'>[]>();
  for (const policy of policies) {
    for (const id of new Set([...policy.data.amends, ...policy.data.replaces])) changedBy.set(id, [...(changedBy.get(id) ?? []), policy]);
  }
  return { byId: new Map(policies.map((policy) => [policy.data.id, policy])), changedBy };
}

/** Everything that happens to a policy, in order of time; nothing follows its end. Empty when no date of it is known. */
export function timelineOf(policy: EntryOf<'policies'>, { changedBy }: PolicyIndex): Transition[] {
  const { id, dates } = policy.data;
  const transitions: Transition[] = [];
  const begins = beginningOf(policy);
  if (begins) transitions.push({ from: begins, state: '现行' });
  for (const other of changedBy.get(id) ?? []) {
    const from = beginningOf(other) ?? UNDATED;
    if (other.data.amends.includes(id)) transitions.push({ from, state: '已修改', by: other });
    if (other.data.replaces.includes(id)) transitions.push({ from, state: '已被代替', by: other });
  }
  if (dates.effectiveTo) transitions.push({ from: dates.effectiveTo, state: '已失效' });
  transitions.sort((a, b) => a.from.localeCompare(b.from, 'en'));
  const end = transitions.findIndex(hasEnded);
  return end < 0 ? transitions : transitions.slice(0, end + 1);
}

/**
 * The state of a policy on the day `asOf` (`2026-11-22`); 待核 when only its name has been seen, no date is known, or its editors do not know whether it has
 * ended since; 不适用 for what is no rule.
 */
export function validityOn(policy: EntryOf<'policies'>, asOf: string, policies: PolicyIndex): Validity {
  if (NO_RULE.test(policy.data.documentKind)) return { state: '不适用' };
  const timeline = timelineOf(policy, policies);
  const current = timeline.findLast(({ from }) => from <= asOf);
  if (current && current.state !== '现行') return toValidity(current);
  if (policy.data.textSeen === '仅题名' || timeline.length === 0) return { state: '待核' };
  if (!current) return { state: '尚未施行' };
  const validity = ofEdition(policy, toValidity(current));
  return policy.data.confidence['dates.effectiveTo'] === '待核' ? { ...validity, state: '待核', isEndUnknown: true } : validity;
}

/** Whether a document is a draft that was put out for comments. */
export function isDraft({ title, documentKind }: EntryOf<'policies'>['data']): boolean {
  return `${title}${documentKind}`.includes('征求意见稿');
}

/** What to know in a list before a policy is opened: that it is a draft, has ended, was amended, may have ended or begins later; empty of all others. */
export function cautionOf(policy: EntryOf<'policies'>, asOf: string, policies: PolicyIndex): string {
  if (isDraft(policy.data)) return '不是定稿';
  const { state } = validityOn(policy, asOf, policies);
  if (state === '待核') return '时效待核';
  // True on the day itself too, when nobody has built the site anew.
  if (state === '尚未施行') return `${beginningOf(policy) ?? ''} 起施行`;
  return state === '现行' || state === '不适用' ? '' : state;
}

/** From when on a state holds, and what is not known of it, behind the word for the state: `，自 2018-05 起`; empty when there is nothing to say. */
export function sinceInWords({ since, edition, isEndUnknown }: Validity): string {
  const from = since ? `，自 ${since} 起` : edition ? `，${edition}，从哪天起施行未载` : '';
  return isEndUnknown ? `${from}，现在是否仍然有效没有核到` : from;
}

/** A law that has been amended holds as it reads now from the day of its last edition on. */
function ofEdition({ data: { edition } }: EntryOf<'policies'>, validity: Validity): Validity {
  if (!edition || !AMENDED.test(edition.name)) return validity;
  const { state } = validity;
  return /^\d/u.test(edition.from) ? { state, since: edition.from } : { state, edition: edition.name };
}

const AMENDED = /修[正订改]/u;
/** Kinds of documents that tell or urge; nothing of them is in force. */
const NO_RULE = /^(?:会议消息|讲话|文章|公报|通报)/u;

/** Whether a policy in this state holds no more, by a successor or by its own end. */
export function hasEnded({ state }: Validity): boolean {
  return ENDS.has(state);
}

/** The months in which a policy, or the edition that its entry tells of, was in force, as far as they are known. */
export function forceOf(policy: EntryOf<'policies'>, policies: PolicyIndex): { from: string | undefined; to: string | undefined } {
  const { edition } = policy.data;
  const end = timelineOf(policy, policies).findLast(hasEnded);
  return {
    from: monthOf(edition?.from ?? '') ?? monthOf(beginningOf(policy) ?? ''),
    to: monthOf(edition?.to ?? '') ?? monthOf(end?.from ?? UNDATED),
  };
}

/** The first month in which a policy was known at all, whatever of it is dated. */
export function firstHeardOf({ data: { dates } }: EntryOf<'policies'>): string | undefined {
  return [dates.adopted, dates.issued, dates.published, dates.effectiveFrom].flatMap((date) => monthOf(date) ?? []).sort()[0];
}

/** The day from which a document counts: when it takes effect, or else when it was issued, published or adopted. */
export function beginningOf({ data: { dates } }: EntryOf<'policies'>): string | undefined {
  return [dates.effectiveFrom, dates.issued, dates.published, dates.adopted].find((date) => /^\d/u.test(date));
}

/** A policy that an entry rests on and that no longer stands as it did. */
export interface ChangedBasis {
  policy: EntryOf<'policies'>;
  validity: Validity;
  /** Whether the entry was checked after the change. */
  isReviewed: boolean;
}

/** What an entry with these citations rests on that has been replaced, amended or has ended on the day `asOf`, in number order. */
export function changedBasisOf(entry: Entry, cites: readonly string[], known: { asOf: string; policies: PolicyIndex }): ChangedBasis[] {
  const ground = groundOf(entry, cites).flatMap((id) => known.policies.byId.get(id) ?? []);
  return ground.flatMap((policy) => {
    const { asOf, policies } = known;
    const validity = validityOn(policy, asOf, policies);
    if (!CHANGES.has(validity.state)) return [];
    return [{ policy, validity, isReviewed: entry.data.checked.date >= (validity.since ?? asOf) }];
  });
}

/** A change whose date nobody knows counts from the first day. */
const UNDATED = '';

const ENDS = new Set<ValidityState>(['已被代替', '已失效']);
const CHANGES = new Set<ValidityState>([...ENDS, '已修改']);

/**
 * The numbers of the policies that an entry rests on: those that it cites, names as its basis, or implements; for a measure those connected with
 * it too, since it speaks of today. What the editors connect with a practice or a case is the law of its day, which stays what it was.
 */
function groundOf(entry: Entry, cites: readonly string[]): string[] {
  const ids = cites.map((cite) => cite.split('#')[0] ?? cite);
  if (hasLawLinks(entry)) ids.push(...entry.data.basis.flatMap(({ id }) => id ?? []));
  if (isOf(entry, 'measures')) ids.push(...relatedOf(entry).map(({ id }) => id));
  if (isOf(entry, 'policies')) ids.push(...entry.data.implements);
  return [...new Set(ids)].filter((id) => id !== entry.data.id).sort(compareNumbers);
}

function toValidity({ from, state, by }: Transition): Validity {
  return { state, ...(from !== UNDATED && { since: from }), ...(by && { by }) };
}
