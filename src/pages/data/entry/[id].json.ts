/** `/data/entry/RC-001.json`: one entry as its Word file, a class and the comparison need it. */
import type { APIContext } from 'astro';
import { entriesToDraw } from '../../../store/build-channel.ts';
import type { EntryToDraw } from '../../../store/build-channel.ts';
import { loadSite } from '../../../store/load-site.ts';
import { entryData } from '../../../views/entry-data.ts';

export async function getStaticPaths() {
  return entriesToDraw('data', await loadSite()).map((drawn) => ({ params: { id: drawn.entry.data.id }, props: drawn }));
}

export function GET({ props }: APIContext<EntryToDraw>): Response {
  return new Response(JSON.stringify(entryData(props.site, props.entry)));
}
