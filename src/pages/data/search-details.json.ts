/** `/data/search-details.json`: the facets of cases, rules and teaching blocks, which search fetches when one of them is opened. */
import { loadSite } from '../../store/load-site.ts';
import { searchDetails } from '../../views/desk.ts';

export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(searchDetails(await loadSite())));
}
