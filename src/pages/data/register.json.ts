/** `/data/register.json`: the parts of the register of published numbers, by the names of their files below `/data/register/`. */
import { cutRegister } from '../../domain/site/register-parts.ts';
import { loadSite } from '../../store/load-site.ts';
import { register } from '../../views/desk.ts';

export async function GET(): Promise<Response> {
  return new Response(JSON.stringify([...cutRegister(register(await loadSite())).keys()]));
}
