/** Entries of many kinds on one page: each kind shows its best, and leads to the list of all. */
import { bestFirst, MOST_OF_A_KIND } from '../domain/entry/best-first.ts';
import type { Entry } from '../domain/entry/records.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../schema/number.ts';
import { href } from '../site.ts';
import { listLink } from './links.ts';
import type { InForce, LinkGroup } from './links.ts';

/** The case library has a name of its own; what is in it are cases. */
const CASES = '案例';

/** So many entries have room on a page. */
const ROOM = 200;
const LEAST = 5;

/** The site's order; the source documents come last, for a reader wants what can be used before what it was drawn from. */
const ORDER = [...COLLECTION_NAMES.filter((name) => name !== 'sources'), 'sources'] as const;

/**
 * Entries grouped by collection, each group cut to its best where the page has no room for all. The list of all then stands below
 * `path`, by the name of the collection; `all` are the entries of these lists, where they hold others too.
 */
export function hubGroups(site: InForce, entries: readonly Entry[], path: string, all = entries, room = ROOM): LinkGroup[] {
  const groups = Map.groupBy(entries, ({ collection }) => collection);
  const counts = Map.groupBy(all, ({ collection }) => collection);
  const most = mostOfAKind(
    [...groups.values()].map(({ length }) => length),
    room,
  );
  return ORDER.flatMap((name) => {
    const own = groups.get(name) ?? [];
    if (own.length === 0) return [];
    const isCut = own.length > MOST_OF_A_KIND;
    const items = (isCut ? bestFirst(own).slice(0, most) : own).map((entry) => listLink(site, entry));
    const total = counts.get(name)?.length ?? own.length;
    const kind = name === 'tolerance' ? CASES : COLLECTIONS[name].name;
    const label = `全部 ${total} 条${kind}${total > own.length ? '，连同下辖地区的' : ''}`;
    return [{ id: name, heading: kind, items, ...(isCut && { more: { total, label, href: href(`${path}${name}/`) } }) }];
  });
}

/** How many of each kind that is cut have room, when there are so many of each. */
function mostOfAKind(counts: readonly number[], room: number): number {
  const cut = counts.filter((count) => count > MOST_OF_A_KIND).length;
  const whole = counts.filter((count) => count <= MOST_OF_A_KIND).reduce((sum, count) => sum + count, 0);
  return cut === 0 ? MOST_OF_A_KIND : Math.min(MOST_OF_A_KIND, Math.max(LEAST, Math.floor((room - whole) / cut)));
}
