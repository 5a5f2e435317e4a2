/** `/data/updated.json`: by day, the entries that were last changed on it, which saved searches are compared with. */
import { loadSite } from '../../store/load-site.ts';

export async function GET(): Promise<Response> {
  const { entries } = await loadSite();
  const days = Map.groupBy(entries, ({ data }) => data.updated);
  const table = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, list]) => [day, list.map(({ data }) => data.id)] as const);
  return new Response(JSON.stringify(Object.fromEntries(table)));
}
