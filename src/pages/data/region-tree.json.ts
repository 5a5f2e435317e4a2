/** `/data/region-tree.json`: the places that entries name, with what they lie in; search fetches it when its places are opened. */
import { soundOf } from '../../domain/region/region-branches.ts';
import type { PlaceName } from '../../domain/region/region-branches.ts';
import { loadSite } from '../../store/load-site.ts';

export async function GET(): Promise<Response> {
  const { entries, regions } = await loadSite();
  const named = new Set(entries.flatMap(({ data }) => data.regions.flatMap((id) => regions.lineageOf(id).map((place) => place.id))));
  const places: PlaceName[] = regions.items
    .filter(({ id }) => named.has(id))
    .map(({ id, name, parent }) => {
      const within = parent === undefined ? undefined : regions.byId.get(parent)?.name;
      return { name, sound: soundOf(id), ...(within !== undefined && { within }) };
    });
  return new Response(JSON.stringify(places));
}
