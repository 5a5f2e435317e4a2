/** `/data/entry/RC-001.json`: one entry as its Word file and its references need it. */
import type { APIContext } from 'astro';
import { entryFile } from '../../../data/entry-file.ts';
import { loadSite } from '../../../data/site.ts';
import type { Entry } from '../../../domain/records.ts';

export async function getStaticPaths() {
  const { entries } = await loadSite();
  return entries.map((entry) => ({ params: { id: entry.data.id }, props: { entry } }));
}

type Props = { entry: Entry };

export async function GET({ props }: APIContext<Props>): Promise<Response> {
  return new Response(JSON.stringify(await entryFile(props.entry)));
}
