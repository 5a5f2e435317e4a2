/**
 * A list's filter as it stands in the address: `?type=容错&theme=澄清保护&theme=容错纠错&all=theme&q=土地&sort=date`. Addresses are kept and sent by
 * readers: names stay. What the page does not know (a facet that is no more, a value that no entry has) is left out and named, never obeyed.
 */
import { NO_FILTER, SORTS, WORDS_LIMIT } from './filter.ts';
import type { FilterFacet, FilterState, Sort } from './filter.ts';

/** What an address asks, and the parts of it that mean nothing here, cut to a length that can be shown. */
export interface ReadFilter {
  state: FilterState;
  ignored: string[];
}

/** Parameters beside the facets. */
const OWN = new Set(['q', 'all', 'sort', 'in', 'ids', 'asides']);
/** What WeChat, QQ, 钉钉, 微博 and their like add to a link that is sent on: no reader wrote it. */
const ADDED =
  /^(?:from|isappinstalled|scene|clicktime|enterid|nsukey|wxshare_count|wx_\w+|w?x?share\w*|sharer_\w+|srcid|sub?scene|ascene|devicetype|nettype|exportkey|pass_ticket|sessionid|version|lang|abtest_cookie|countrycode|fontScale|ADTAG|_wv|_wwv|_t|qq_aio_chat_type|tt_from|dd_\w+|ddtab|spm|utm_\w+|bd_vid|weibo_id|sudaref)$/u;
const SHOWN_LENGTH = 24;
const MOST_IGNORED = 5;

/** Reads the part of an address from `?` on; never throws, whatever stands there. */
export function readFilterAddress(search: string, facets: readonly FilterFacet[]): ReadFilter {
  const params = new URLSearchParams(search);
  const ignored = new Set<string>();
  const chosen: Record<string, string[]> = {};
  params.forEach((value, key) => {
    const facet = facets.find((known) => known.key === key);
    if (OWN.has(key) || (!facet && ADDED.test(key))) return;
    const isKnown = facet?.values.some((known) => known.value === value);
    if (!facet || !isKnown) ignored.add(shorten(facet ? `${facet.name}：${value}` : `${key}=${value}`));
    else chosen[key] = [...new Set([...(chosen[key] ?? []), value])];
  });
  const sort = params.get('sort');
  const all = (params.get('all') ?? '').split(',').filter((key) => facets.some((facet) => facet.key === key));
  const words = (params.get('q') ?? '').slice(0, WORDS_LIMIT);
  return {
    state: { words, chosen, all, sort: SORTS.find((known): known is Sort => known === sort) ?? NO_FILTER.sort },
    ignored: few(ignored),
  };
}

/** The part of an address from `?` on; empty when nothing is asked. */
export function writeFilterAddress({ words, chosen, all, sort }: FilterState): string {
  const params = new URLSearchParams();
  if (words.trim() !== '') params.set('q', words.trim());
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) params.append(facet, value);
  const modes = all.filter((facet) => (chosen[facet] ?? []).length > 0);
  if (modes.length > 0) params.set('all', modes.join(','));
  if (sort !== NO_FILTER.sort) params.set('sort', sort);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The choices in words, `处理结果：免责、减责（都要）`. */
export function describeFilter({ chosen, all }: FilterState, facets: readonly FilterFacet[]): string[] {
  return facets.flatMap(({ key, name, values }) => {
    const own = chosen[key] ?? [];
    if (own.length === 0) return [];
    const labels = own.map((value) => values.find((known) => known.value === value)?.label ?? value);
    return [`${name}：${labels.join('、')}${own.length > 1 ? (all.includes(key) ? '（都要有）' : '（有一个即可）') : ''}`];
  });
}

function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

function few(ignored: ReadonlySet<string>): string[] {
  const list = [...ignored];
  return list.length > MOST_IGNORED ? [...list.slice(0, MOST_IGNORED), `另有 ${list.length - MOST_IGNORED} 个`] : list;
}
