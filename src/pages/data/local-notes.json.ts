/** `/data/local-notes.json`: the unit's own notes, which the search page goes through apart from the entries; empty where there are none. */
import { LOCAL_NOTE, noteTexts } from '../../domain/entry/local-notes.ts';
import { entryPath } from '../../domain/entry/records.ts';
import { href } from '../../site.ts';
import { loadSite } from '../../store/load-site.ts';

export async function GET(): Promise<Response> {
  const notes = noteTexts(await loadSite(), (entry) => href(`${entryPath(entry)}#${LOCAL_NOTE}`));
  return new Response(JSON.stringify(notes));
}
