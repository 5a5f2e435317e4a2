/** `/data/search-details/outcome.json`: a facet of cases, rules or teaching blocks; search fetches them when one of them is opened. */
import type { APIContext } from 'astro';
import type { DetailTable } from '../../../domain/list/facet-titles.ts';
import { loadSite } from '../../../store/load-site.ts';
import { gatheredUnits, gathersUnits } from '../../../store/load-units.ts';
import { searchDetails } from '../../../views/desk.ts';
import { detailsOfUnits, entriesOfUnits } from '../../../views/units.ts';

export async function getStaticPaths() {
  const gathered = detailsOfUnits(gathersUnits() ? entriesOfUnits(gatheredUnits().units) : []);
  return Object.entries(searchDetails(await loadSite())).map(([name, values]) => ({
    params: { name },
    props: { values: joined(values, gathered[name] ?? {}) },
  }));
}

/** Of this library and, where it gathers any, of other units. */
function joined(own: Record<string, string[]>, others: Record<string, string[]>): Record<string, string[]> {
  const names = [...new Set([...Object.keys(own), ...Object.keys(others)])];
  return Object.fromEntries(names.map((name) => [name, [...(own[name] ?? []), ...(others[name] ?? [])]]));
}

type Props = { values: DetailTable[keyof DetailTable] };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(props.values));
}
