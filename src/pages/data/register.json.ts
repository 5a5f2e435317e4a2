/** `/data/register.json`: every published number with title, place and standing. */
import { register } from '../../data/desk.ts';

export async function GET(): Promise<Response> {
  return new Response(JSON.stringify(await register()));
}
