/** Above an empty result: of the place that was asked for there is nothing; so much of what it lies in. */
import type { SearchEngine } from '../../search/engine/engine.ts';
import { NO_SELECTION } from '../../search/query/facets.ts';
import { writeSearchAddress } from '../../search/query/search-address.ts';
import type { SearchState } from '../../search/query/search-address.ts';
import { placeAbove } from '../../search/words/place-above.ts';
import { loadDivisions } from './desk-data.ts';

/** What a place is called by, or a word so short that it may be one without saying what it is: nothing is fetched for anything else. */
const MAYBE_PLACE = /[市县区旗州盟]|(?:^|\s)\p{Script=Han}{2,4}(?:\s|$)/u;

/** The sentence with its ways on; `undefined` where no such place is asked for. */
export async function placeNote(state: SearchState, engine: Pick<SearchEngine, 'facts'>, base: string): Promise<HTMLElement | undefined> {
  const text = state.q.normalize('NFKC').trim();
  if (!MAYBE_PLACE.test(text)) return undefined;
  const [divisions, facts] = await Promise.all([loadDivisions(base), engine.facts('regions')]);
  const counts = new Map<string, number>();
  for (const names of facts.values()) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const found = placeAbove(text, divisions, (name) => counts.has(name));
  if (!found) return undefined;
  const ways = found.above.flatMap((name, at) => {
    const link = document.createElement('a');
    link.dataset['go'] = '';
    link.href = location.pathname + writeSearchAddress({ ...state, q: '', within: [], selection: { ...NO_SELECTION, region: [name] } });
    link.textContent = `${name}有 ${counts.get(name) ?? 0} 条`;
    return at === 0 ? [link] : ['，', link];
  });
  const note = document.createElement('p');
  note.dataset['spoken'] = 'done';
  note.append(`没有“${found.typed}”的条目；${found.above.length > 1 ? '几处叫这个名字，' : ''}所属的`, ...ways, '。');
  return note;
}
