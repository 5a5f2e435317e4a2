/** `/data/divisions.json`: what lies in which city and province; fetched when somebody asks for a place of which the library has nothing. */
import { DIVISIONS } from '../../domain/region/divisions.ts';

export function GET(): Response {
  return new Response(JSON.stringify(DIVISIONS));
}
