/** The filters of a search in words. */
import { FACET_TITLES } from '../../domain/list/facet-titles.ts';
import { FACET_NAMES, facetValueName } from './facets.ts';
import { phrasesOf } from './parse.ts';
import type { SearchState } from './search-address.ts';

/** A line for each group that is chosen from, and for each phrase that was asked for within the result; `names` as in `describeSearch`. */
export function describeFilters(
  { selection, within }: Pick<SearchState, 'selection' | 'within'>,
  names: Readonly<Record<string, string>>,
): string[] {
  const chosen = FACET_NAMES.flatMap((name) => {
    const labels = selection[name].map((value) => facetValueName(name, value, names));
    const how = selection.all.includes(name) ? '（都要有）' : '（有一个即可）';
    return labels.length > 0 ? [`${FACET_TITLES[name]}：${labels.join('、')}${labels.length > 1 ? how : ''}`] : [];
  });
  return [...chosen, ...within.flatMap(phrasesOf).map((text) => `结果中含有“${text}”`)];
}
