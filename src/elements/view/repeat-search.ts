/** Runs again what an address asks, for the record: a search of the whole library, or a filter of one list. */
import { filterCards, isFiltered } from '../../domain/filter.ts';
import { describeFilter, readFilterAddress } from '../../domain/filter-address.ts';
import type { AskedSearch } from '../../domain/report.ts';
import { createSearchEngine } from '../../search/choose-engine.ts';
import { describeSearch } from '../../search/describe-search.ts';
import { readDetails, withDetails } from '../../search/detail-facets.ts';
import { asksDetails, isNarrowed } from '../../search/facets.ts';
import { readSearchAddress } from '../../search/search-address.ts';
import { searchEntries } from '../../search/search-entries.ts';
import { loadFilter, loadSearchDetails } from './desk-data.ts';

export interface RepeatedSearch {
  asked: AskedSearch;
  /** The numbers of what was found, in order. */
  ids: string[];
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
  return { asked: { ...asked, ignored: [...asked.ignored, `栏目 ${shown}`] }, ids: repeated?.ids ?? [] };
}

async function repeatFilter(search: string, list: string, { base, collectionNames }: SearchPlace): Promise<RepeatedSearch> {
  const { facets, cards } = await loadFilter(base, list);
  const { state, ignored } = readFilterAddress(search, facets);
  const hasWords = state.words.trim() !== '';
  // The record must not tell of fewer finds than the list did: without the texts there is none.
  const bodies = hasWords ? await (await import('./body-words.ts')).findInBodies(base, state.words) : new Map<string, Set<string>>();
  const { ids } = filterCards(cards, state, [], bodies);
  const asked = {
    scope: collectionNames[list] ?? list,
    words: state.words,
    rewriting: hasWords ? '在标题、摘要、别名、关键词和正文里逐字查找，几个词都要有' : '按筛选条件列出',
    filters: isFiltered(state) ? describeFilter(state, facets) : [],
    ignored,
  };
  return { asked, ids };
}

async function repeatQuery(search: string, { base, collectionNames }: SearchPlace): Promise<RepeatedSearch | undefined> {
  const state = readSearchAddress(search);
  if (state.q.trim() === '' && !isNarrowed(state.selection)) return undefined;
  const plain = createSearchEngine(base);
  const engine = asksDetails(state.selection) ? withDetails(plain, readDetails(await loadSearchDetails(base))) : plain;
  const [result, cards] = await Promise.all([searchEntries(engine, state), engine.cards()]);
  const ids = result.entries.flatMap(({ key }) => cards.get(key)?.id ?? []);
  return { asked: describeSearch(state, result, collectionNames), ids };
}
