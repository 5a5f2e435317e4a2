/** What was searched, for the record: how the words were read and looked for, computed from what was run, as what the page says is (`explain.ts`). */
import type { AskedSearch } from '../../domain/case/report.ts';
import { describeFilters } from './describe-filters.ts';
import { absentText, formsOf, preferenceText, quoted, wordText } from './explain.ts';
import type { Shown } from './explain.ts';
import { QUERY_LIMIT } from './normalise.ts';
import type { SearchFinding } from './rank.ts';
import type { SearchState } from './search-address.ts';
import type { SearchResult } from './search-entries.ts';
import type { Rewrite } from '../words/rewrites.ts';

/** The search and its result as a report tells them; `names` as the page has them, of collections by folder and of source documents by number; `scope` says what was searched. */
export function describeSearch(
  state: SearchState,
  { finding, outcome, also }: Pick<SearchResult, 'finding' | 'outcome' | 'also'>,
  names: Readonly<Record<string, string>>,
  scope = '全库',
): AskedSearch {
  const rewriting = outcome.mode === 'all' ? '按筛选条件列出' : recordOf(finding, { also: also.length });
  return { scope, words: state.q, rewriting, filters: describeFilters(state, names), ignored: [] };
}

/** How the words were read and looked for, as the report records it. */
export function recordOf(finding: SearchFinding, { also }: Pick<Shown, 'also'>): string {
  const { mode, phrases, words, plan } = finding;
  const { query, rewrites } = finding.reading;
  const quotedPhrases = phrases.map(quoted).join('和');
  const how = {
    exact: `逐字查找${quotedPhrases}`,
    alternatives: `没有逐字含有${quotedPhrases}的，查找${formsOf(finding)}`,
    relaxed: `没有逐字一致的，放宽为按词语查找：${words.map(wordText).join('、')}，每一条至少有其中 ${finding.fewestWords} 个`,
    none: plan.wish.isExact ? `逐字查找${quotedPhrases}，没有` : `逐字查找${quotedPhrases}，并按其中的词语查找，都没有`,
  }[mode];
  return [
    ...(plan.normalised.isCut ? [`只检索了前 ${QUERY_LIMIT} 个字`] : []),
    ...rewrites.map(({ kind, to }) => RECORDED[kind] + quoted(to)),
    how,
    ...(finding.absent.length > 0 ? [absentText(finding.absent)] : []),
    ...(query.without.length > 0 ? [`去掉了含有${query.without.map(quoted).join('、')}的`] : []),
    ...(mode === 'exact' && also > 0 ? [`另查了${formsOf(finding)}，有 ${also} 条，不计入结果`] : []),
    ...(finding.preference ? [preferenceText(finding.preference)] : []),
    ...(plan.wish.isExact ? ['读者要求只查完全一致的，没有改写'] : []),
    ...(!plan.wish.hasSynonyms && !plan.wish.isExact ? ['读者要求不查同义词'] : []),
  ].join('；');
}

/** What each rewriting did, before the words that came of it. */
const RECORDED: Record<Rewrite['kind'], string> = {
  copied: '形似的部首按通用的字读作',
  traditional: '按简体字读作',
  number: '按编号读作',
  'document-number': '按文号读作',
  edition: '问哪一版的字不当检索词，读作',
  'class-length': '课的长短不当检索词，读作',
  asking: '只用来提问的词不检索，读作',
  punctuation: '按带标点的名称读作',
  pinyin: '按拼音理解为',
  homophone: '没有条目的正文含有输入的词，按同音字读作',
};
