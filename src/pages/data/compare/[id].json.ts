/** `/data/compare/RC-001.json`: one case or practice field by field, for the comparison. */
import type { APIContext } from 'astro';
import { comparableEntries, comparableView } from '../../../data/desk.ts';

export async function getStaticPaths() {
  const entries = await comparableEntries();
  return entries.map((entry) => ({ params: { id: entry.data.id }, props: { entry } }));
}

type Props = { entry: Awaited<ReturnType<typeof comparableEntries>>[number] };

export async function GET({ props }: APIContext<Props>): Promise<Response> {
  return new Response(JSON.stringify(await comparableView(props.entry)));
}
