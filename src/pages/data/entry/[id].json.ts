/** `/data/entry/RC-001.json`: one entry as its Word file, a class and the comparison need it. */
import type { APIContext } from 'astro';
import type { Entry } from '../../../domain/entry/records.ts';
import type { Site } from '../../../domain/site/site-index.ts';
import { entriesToDraw } from '../../../store/build-channel.ts';
import { loadSite } from '../../../store/load-site.ts';
import { entryData } from '../../../views/entry-data.ts';

export async function getStaticPaths() {
  return entriesToDraw('data', await loadSite()).map(({ site, entry }) => ({ params: { id: entry.data.id }, props: { site, entry } }));
}

type Props = { site: Site; entry: Entry };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(entryData(props.site, props.entry)));
}
