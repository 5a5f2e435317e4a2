/** Published addresses that have changed, from the ledger. */
import { entryPath } from '../domain/records.ts';
import { readLedger } from './ledger.ts';
import { loadSite } from './site.ts';

/** Every old address with the path and the name of the page that it leads to. */
export async function movedPages(): Promise<{ from: string; path: string; label: string }[]> {
  const { graph } = await loadSite();
  return readLedger().redirects.map(({ from, to }) => {
    const entry = graph.byId.get(to);
    return entry ? { from, path: entryPath(entry), label: `${to} ${entry.data.title}` } : { from, path: to, label: to };
  });
}
