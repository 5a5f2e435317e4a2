/** The lists of all that the pages of regions, fields and entries cut to the best of a kind. */
import { MOST_OF_A_KIND } from '../domain/entry/best-first.ts';
import type { Entry } from '../domain/entry/records.ts';
import { COLLECTIONS } from '../schema/number.ts';
import type { Site } from '../domain/site/site-index.ts';
import { href } from '../site.ts';
import { connectionLists } from './connections.ts';
import { narrowedTo } from './lists.ts';
import type { EntryList } from './lists.ts';
import { timelineLists } from './policies.ts';
import { entriesWithin } from './regions.ts';
import { citerLists } from './source.ts';

/** Every such list. */
export function hubLists(site: Site): EntryList[] {
  const themes = site.vocabulary['measure-fields'].items.flatMap(({ id, slug, name }) =>
    listsOf(site.byTheme.get(id) ?? [], {
      path: `/themes/${slug}/`,
      name,
      root: { label: '领域', href: href('/themes/') },
      facet: 'theme',
      value: id,
    }),
  );
  const regions = site.regions.items.flatMap(({ id, name }) =>
    listsOf([...entriesWithin(site, id)], {
      ...{ path: `/regions/${id}/`, name, root: { label: '地区', href: href('/regions/') }, facet: 'region', value: id },
    }),
  );
  return [...themes, ...regions, ...timelineLists(site), ...citerLists(site), ...connectionLists(site)];
}

interface Hub {
  path: string;
  name: string;
  root: { label: string; href: string };
  facet: string;
  value: string;
}

function listsOf(entries: readonly Entry[], { path, name, root, facet, value }: Hub): EntryList[] {
  const groups = Map.groupBy(entries, ({ collection }) => collection);
  return [...groups].flatMap(([collection, list]) => {
    if (list.length <= MOST_OF_A_KIND) return [];
    const { name: kind } = COLLECTIONS[collection];
    return {
      path: `${path}${collection}/`,
      title: `${name}：${kind}`,
      column: kind,
      entries: list,
      crumbs: [root, { label: name, href: href(path) }],
      facets: [],
      ...narrowedTo(collection, facet, value),
    };
  });
}
