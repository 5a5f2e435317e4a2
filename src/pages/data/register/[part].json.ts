/** `/data/register/RC-1.json`: published numbers with title, place and standing, a hundred of a collection. */
import type { APIContext } from 'astro';
import { cutRegister } from '../../../domain/site/register-parts.ts';
import type { RegisterEntry } from '../../../domain/site/register.ts';
import { loadSite } from '../../../store/load-site.ts';
import { register } from '../../../views/desk.ts';

export async function getStaticPaths() {
  return [...cutRegister(register(await loadSite()))].map(([part, entries]) => ({ params: { part }, props: { entries } }));
}

type Props = { entries: readonly RegisterEntry[] };

export function GET({ props }: APIContext<Props>): Response {
  return new Response(JSON.stringify(props.entries));
}
