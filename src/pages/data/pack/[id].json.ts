/** `/data/pack/RC-001.json`: one entry as booklets and slides need it. */
import type { APIContext } from 'astro';
import { packableEntries, packItemView } from '../../../data/course.ts';
import type { Entry } from '../../../domain/records.ts';

export async function getStaticPaths() {
  const entries = await packableEntries();
  return entries.map((entry) => ({ params: { id: entry.data.id }, props: { entry } }));
}

type Props = { entry: Entry };

export async function GET({ props }: APIContext<Props>): Promise<Response> {
  return new Response(JSON.stringify(await packItemView(props.entry)));
}
