/** `/data/cards/tolerance.json`: a list as its filter sees it, so that the report can repeat a filter. */
import type { APIContext } from 'astro';
import { filterPanel } from '../../../data/desk.ts';
import { filteredCollections } from '../../../domain/list-filters.ts';
import type { FilteredCollection } from '../../../domain/list-filters.ts';

export function getStaticPaths() {
  return filteredCollections().map((collection) => ({ params: { collection }, props: { collection } }));
}

type Props = { collection: FilteredCollection };

export async function GET({ props }: APIContext<Props>): Promise<Response> {
  const { facets, cards } = await filterPanel(props.collection);
  return new Response(JSON.stringify({ facets, cards: [...cards.values()].map(({ words: _, ...card }) => card) }));
}
