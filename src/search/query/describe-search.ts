/** A search in words, for the record: what was typed, how it was read, which filters stood. */
import { FACET_TITLES } from '../../domain/list/facet-titles.ts';
import type { AskedSearch } from '../../domain/case/report.ts';
import { recordOf } from './explain.ts';
import { FACET_NAMES, facetValueName } from './facets.ts';
import type { SearchState } from './search-address.ts';
import type { SearchResult } from './search-entries.ts';

/** The search and its result as a report tells them; `names` as the page has them, of collections by folder and of source documents by number; `scope` says what was searched. */
export function describeSearch(
  state: SearchState,
  { finding, outcome, also }: Pick<SearchResult, 'finding' | 'outcome' | 'also'>,
  names: Readonly<Record<string, string>>,
  scope = '全库',
): AskedSearch {
  const filters = FACET_NAMES.flatMap((name) => {
    const labels = state.selection[name].map((value) => facetValueName(name, value, names));
    const how = state.selection.all.includes(name) ? '（都要有）' : '（有一个即可）';
    return labels.length > 0 ? [`${FACET_TITLES[name]}：${labels.join('、')}${labels.length > 1 ? how : ''}`] : [];
  });
  const within = outcome.within.map((text) => `结果中含有“${text}”`);
  const rewriting = outcome.mode === 'all' ? '按筛选条件列出' : recordOf(finding, { also: also.length });
  return { scope, words: state.q, rewriting, filters: [...filters, ...within], ignored: [] };
}
