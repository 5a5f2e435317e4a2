/** Runs again what an address asks, for the record: a search of the whole library, or a filter of one list. */
import { describeWords, readWords } from '../../domain/chinese/typed-words.ts';
import { filterCards, isFiltered } from '../../domain/list/filter.ts';
import { describeFilter, readFilterAddress } from '../../domain/list/filter-address.ts';
import type { AskedSearch } from '../../domain/case/report.ts';
import { createSearchEngine } from '../../search/engine/choose-engine.ts';
import { describeSearch } from '../../search/query/describe-search.ts';
import { readDetails, withDetails } from '../../search/query/detail-facets.ts';
import { asksDetails, isNarrowed } from '../../search/query/facets.ts';
import { readSearchAddress } from '../../search/query/search-address.ts';
import type { SearchState } from '../../search/query/search-address.ts';
import { searchEntries } from '../../search/query/search-entries.ts';
import type { SearchResult } from '../../search/query/search-entries.ts';
import type { SearchEngine } from '../../search/engine/engine.ts';
import { loadFilter, loadSearchDetails } from './desk-data.ts';
import { mayAskUnits } from './unit-consent.ts';
import { countUnits, tellScope } from './unit-panel.ts';
import { UnitSearch } from './unit-search.ts';
import type { JoinedSearch } from './unit-search.ts';

export interface RepeatedSearch {
  asked: AskedSearch;
  /** The numbers of what was found, in the order of the search page. */
  ids: string[];
  /** Those of what comes closest, which stand first on that page, found or not. */
  closest: string[];
}

/** What the site is and has, as far as a search needs it. */
export interface SearchPlace {
  base: string;
  collectionNames: Readonly<Record<string, string>>;
  /** Collections whose lists can be filtered. */
  filtered: readonly string[];
}

/** The search that an address asks for; `undefined` when it asks for none. */
export async function repeatSearch(search: string, place: SearchPlace): Promise<RepeatedSearch | undefined> {
  const list = new URLSearchParams(search).get('in');
  if (list !== null && place.filtered.includes(list)) return repeatFilter(search, list, place);
  const repeated = await repeatQuery(search, place);
  if (list === null) return repeated;
  const asked = repeated?.asked ?? { scope: '全库', words: '', rewriting: '没有检索', filters: [], ignored: [] };
  const shown = list.length > 20 ? `${list.slice(0, 20)}…` : list;
  return { asked: { ...asked, ignored: [...asked.ignored, `栏目 ${shown}`] }, ids: repeated?.ids ?? [], closest: repeated?.closest ?? [] };
}

async function repeatFilter(search: string, list: string, { base, collectionNames }: SearchPlace): Promise<RepeatedSearch> {
  const { facets, cards } = await loadFilter(base, list);
  const { state, ignored } = readFilterAddress(search, facets);
  const words = readWords(state.words);
  const hasWords = words.length > 0;
  // The record must not tell of fewer finds than the list did: without the texts there is none.
  const bodies = hasWords ? await (await import('./body-words.ts')).findInBodies(base, state.words) : new Map<string, Set<string>>();
  const { ids } = filterCards(cards, state, [], bodies);
  const asked = {
    scope: collectionNames[list] ?? list,
    words: state.words,
    rewriting: hasWords ? `在标题、摘要、别名、关键词和正文里逐字查找“${describeWords(words)}”，几个词都要有` : '按筛选条件列出',
    filters: isFiltered(state) ? describeFilter(state, facets) : [],
    ignored,
  };
  return { asked, ids, closest: [] };
}

async function repeatQuery(search: string, place: SearchPlace): Promise<RepeatedSearch | undefined> {
  const { base, collectionNames } = place;
  const state = readSearchAddress(search);
  if (state.q.trim() === '' && !isNarrowed(state.selection)) return undefined;
  const own = createSearchEngine(base);
  const units = state.asksUnits && mayAskUnits(base) ? new UnitSearch(base, own, () => undefined) : undefined;
  const { result, joined } = await findWith(units, own, state, base);
  const scope = joined && tellScope(joined.states, countUnits(result.entries, joined.states));
  const asked = describeSearch(state, result, collectionNames, scope);
  const notAsked = state.asksUnits && !units ? ['别的单位的库：没有在这个窗口里同意去问'] : [];
  return { asked: { ...asked, ignored: [...asked.ignored, ...notAsked] }, ...inOrder(result) };
}

/** What stands first on the search page, and what was found, in the order of that page. */
function inOrder({ entries, leading, rest, near }: SearchResult): Pick<RepeatedSearch, 'ids' | 'closest'> {
  const found = new Set(entries.map(({ key }) => key));
  const closest = (leading.length + entries.length > 0 ? leading : near).map(({ key }) => key);
  return { ids: [...closest.filter((key) => found.has(key)), ...rest.map(({ key }) => key)], closest };
}

/** A unit that fails meanwhile is left out of everything that is counted, and one that comes is among it. */
async function findWith(
  units: UnitSearch | undefined,
  own: SearchEngine,
  state: SearchState,
  base: string,
): Promise<{ result: SearchResult; joined: JoinedSearch | undefined }> {
  const joined = await units?.join();
  const plain = joined?.engine ?? own;
  const result = await searchEntries(asksDetails(state.selection) ? await withAllDetails(plain, units, base) : plain, state);
  return units?.version === joined?.version ? { result, joined } : findWith(units, own, state, base);
}

async function withAllDetails(plain: SearchEngine, units: UnitSearch | undefined, base: string): Promise<SearchEngine> {
  const details = [readDetails(await loadSearchDetails(base)), ...((await units?.details(readDetails)) ?? [])];
  return withDetails(plain, new Map(details.flatMap((one) => [...one])));
}
