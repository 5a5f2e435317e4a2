/** Published addresses that have changed: from the ledger, and lists by facet that a page of the facet shows. */
import { entryPath } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { movedFacetLists } from './lists.ts';

/** Every old address with the path and the name of the page that it leads to. */
export function movedPages(site: Site): { from: string; path: string; label: string }[] {
  const { graph, redirects } = site;
  const named = redirects.map(({ from, to }) => {
    const entry = graph.byId.get(to);
    return entry ? { from, path: entryPath(entry), label: `${to} ${entry.data.title}` } : { from, path: to, label: to };
  });
  const taken = new Set(named.map(({ from }) => from));
  return [...named, ...movedFacetLists(site).filter(({ from }) => !taken.has(from))];
}
