/** A search in words, for the record: what was typed, how it was read, which filters stood. */
import { FACET_TITLES } from '../domain/facet-titles.ts';
import type { AskedSearch } from '../domain/report.ts';
import { FACET_NAMES, facetValueName } from './facets.ts';
import type { Rewrite } from './rewrites.ts';
import type { SearchState } from './search-address.ts';
import type { SearchResult } from './search-entries.ts';

/** What each rewriting did, before the words that came of it. */
const REWRITES: Record<Rewrite['kind'], string> = {
  traditional: '按简体字读作',
  number: '按编号读作',
  'document-number': '按文号读作',
  punctuation: '按带标点的名称读作',
  pinyin: '按拼音理解为',
  homophone: '没有条目含有输入的词，按同音字读作',
};

/** The search and its result as a report tells them; `collectionNames` from folder to Chinese name. */
export function describeSearch(
  state: SearchState,
  result: Pick<SearchResult, 'outcome' | 'also'>,
  collectionNames: Readonly<Record<string, string>>,
): AskedSearch {
  const filters = FACET_NAMES.flatMap((name) => {
    const labels = state.selection[name].map((value) => facetValueName(name, value, collectionNames));
    const how = state.selection.all.includes(name) ? '（都要有）' : '（有一个即可）';
    return labels.length > 0 ? [`${FACET_TITLES[name]}：${labels.join('、')}${labels.length > 1 ? how : ''}`] : [];
  });
  const within = state.within.map((text) => `结果中含有“${text}”`);
  return { scope: '全库', words: state.q, rewriting: rewritingOf(state, result), filters: [...filters, ...within], ignored: [] };
}

function rewritingOf({ wish }: SearchState, { outcome, also }: Pick<SearchResult, 'outcome' | 'also'>): string {
  const { mode, rewrites, alternatives, units } = outcome;
  const phrases = outcome.phrases.map(quoted).join('和');
  const others = alternatives.map(quoted).join('、');
  const how = {
    all: '按筛选条件列出',
    exact: `逐字查找${phrases}`,
    alternatives: `没有逐字含有${phrases}的，查找${others}`,
    relaxed: `没有逐字一致的，放宽为按词语查找：${units.join('、')}`,
    none: `逐字查找${phrases}，并按其中的词语查找，都没有`,
  }[mode];
  return [
    ...rewrites.map(({ kind, to }) => REWRITES[kind] + quoted(to)),
    how,
    ...(mode === 'exact' && also.length > 0 ? [`另查了${others}，有 ${also.length} 条，不计入结果`] : []),
    ...(wish.isExact && mode !== 'all' ? ['读者要求只查完全一致的，没有改写'] : []),
    ...(!wish.hasSynonyms && !wish.isExact && mode !== 'all' ? ['读者要求不查同义词'] : []),
  ].join('；');
}

function quoted(text: string): string {
  return `“${text}”`;
}
