/** `/data/cards/tolerance/0.json`: what the items of a list show, so many a file. */
import type { APIContext } from 'astro';
import { cutIntoPages } from '../../../../domain/list/paging.ts';
import { CARDS_A_FILE } from '../../../../domain/list/list-card.ts';
import { filteredCollections } from '../../../../domain/list/list-filters.ts';
import type { Entry } from '../../../../domain/entry/records.ts';
import type { Site } from '../../../../domain/site/site-index.ts';
import { loadSite } from '../../../../store/load-site.ts';
import { listCard } from '../../../../views/desk.ts';

export async function getStaticPaths() {
  const site = await loadSite();
  return filteredCollections().flatMap((collection) =>
    cutIntoPages(site.entriesOf(collection) as readonly Entry[], CARDS_A_FILE).map(({ items, number }) => ({
      params: { collection, part: String(number - 1) },
      props: { site, entries: items },
    })),
  );
}

type Props = { site: Site; entries: readonly Entry[] };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(props.entries.map((entry) => listCard(props.site, entry))));
}
