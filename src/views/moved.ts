/** Published addresses that have changed, from the ledger. */
import { entryPath } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';

/** Every old address with the path and the name of the page that it leads to. */
export function movedPages({ graph, redirects }: Site): { from: string; path: string; label: string }[] {
  return redirects.map(({ from, to }) => {
    const entry = graph.byId.get(to);
    return entry ? { from, path: entryPath(entry), label: `${to} ${entry.data.title}` } : { from, path: to, label: to };
  });
}
