/** `/data/search-details/outcome.json`: a facet of cases, rules or teaching blocks; search fetches them when one of them is opened. */
import type { APIContext } from 'astro';
import type { DetailTable } from '../../../domain/facet-titles.ts';
import { loadSite } from '../../../store/load-site.ts';
import { searchDetails } from '../../../views/desk.ts';

export async function getStaticPaths() {
  return Object.entries(searchDetails(await loadSite())).map(([name, values]) => ({ params: { name }, props: { values } }));
}

type Props = { values: DetailTable[keyof DetailTable] };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(props.values));
}
