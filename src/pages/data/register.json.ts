/** `/data/register.json`: every published number with title, place and standing. */
import { loadSite } from '../../store/load-site.ts';
import { register } from '../../views/desk.ts';

export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(register(await loadSite())));
}
