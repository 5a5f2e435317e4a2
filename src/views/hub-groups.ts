/** Entries of many kinds on one page: each kind shows its best, and leads to the list of all. */
import { BEST_FIRST, bestFirst, MOST_OF_A_KIND } from '../domain/best-first.ts';
import type { Entry } from '../domain/records.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../schema/number.ts';
import { href } from '../site.ts';
import { toLink } from './links.ts';
import type { LinkGroup } from './links.ts';

/** What a page that gathers says of a cut list: in what order the best were taken. */
export const CUT_NOTE = `这里只列 ${MOST_OF_A_KIND} 条，${BEST_FIRST}。`;

/**
 * Entries grouped by collection in the site's order, each group cut to its best. Where one is cut, the list of all stands below `path`, by the name of
 * the collection; `all` are the entries of these lists, where they hold others too.
 */
export function hubGroups(entries: readonly Entry[], path: string, all = entries): LinkGroup[] {
  const groups = Map.groupBy(entries, ({ collection }) => collection);
  const counts = Map.groupBy(all, ({ collection }) => collection);
  return COLLECTION_NAMES.flatMap((name) => {
    const own = groups.get(name) ?? [];
    if (own.length === 0) return [];
    const isCut = own.length > MOST_OF_A_KIND;
    const items = (isCut ? bestFirst(own).slice(0, MOST_OF_A_KIND) : own).map((entry) => toLink(entry));
    const total = counts.get(name)?.length ?? own.length;
    const label = `全部 ${total} 条${COLLECTIONS[name].name}${total > own.length ? '，连同下辖地区的' : ''}`;
    return [{ id: name, heading: COLLECTIONS[name].name, items, ...(isCut && { more: { total, label, href: href(`${path}${name}/`) } }) }];
  });
}
