/** `/data/entry/RC-001.json`: one entry as its Word file and its references need it. */
import type { APIContext } from 'astro';
import { entryFile } from '../../../views/entry-file.ts';
import { loadSite } from '../../../store/load-site.ts';
import type { Site } from '../../../domain/site-index.ts';
import type { Entry } from '../../../domain/records.ts';

export async function getStaticPaths() {
  const site = await loadSite();
  return site.entries.map((entry) => ({ params: { id: entry.data.id }, props: { site, entry } }));
}

type Props = { site: Site; entry: Entry };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(entryFile(props.site, props.entry)));
}
