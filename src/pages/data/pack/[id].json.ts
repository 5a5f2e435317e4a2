/** `/data/pack/RC-001.json`: one entry as booklets and slides need it. */
import type { APIContext } from 'astro';
import type { Site } from '../../../domain/site-index.ts';
import { loadSite } from '../../../store/load-site.ts';
import { packableEntries, packItemView } from '../../../views/course.ts';
import type { Entry } from '../../../domain/records.ts';

export async function getStaticPaths() {
  const site = await loadSite();
  return packableEntries(site).map((entry) => ({ params: { id: entry.data.id }, props: { site, entry } }));
}

type Props = { site: Site; entry: Entry };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(packItemView(props.site, props.entry)));
}
