/** `/data/compare/RC-001.json`: one case or practice field by field, for the comparison. */
import type { APIContext } from 'astro';
import type { Site } from '../../../domain/site-index.ts';
import { loadSite } from '../../../store/load-site.ts';
import { comparableEntries, comparableView } from '../../../views/desk.ts';

export async function getStaticPaths() {
  const site = await loadSite();
  return comparableEntries(site).map((entry) => ({ params: { id: entry.data.id }, props: { site, entry } }));
}

type Props = { site: Site; entry: Awaited<ReturnType<typeof comparableEntries>>[number] };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(comparableView(props.site, props.entry)));
}
