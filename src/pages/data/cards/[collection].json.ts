/** `/data/cards/tolerance.json`: a list as its filter sees it; the report repeats a filter with it, and the pack searches it. */
import type { APIContext } from 'astro';
import type { Site } from '../../../domain/site/site-index.ts';
import { loadSite } from '../../../store/load-site.ts';
import { filterTable } from '../../../views/desk.ts';
import { filteredCollections } from '../../../domain/list/list-filters.ts';
import type { FilteredCollection } from '../../../domain/list/list-filters.ts';

export async function getStaticPaths() {
  const site = await loadSite();
  return filteredCollections().map((collection) => ({ params: { collection }, props: { site, collection } }));
}

type Props = { site: Site; collection: FilteredCollection };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(filterTable(props.site, props.collection)));
}
