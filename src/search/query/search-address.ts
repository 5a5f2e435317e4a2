/**
 * What a search is, as it stands in the address: `?q=容错&region=浙江省&region=湖北省&all=region&within=澄清&sort=date&syn=0&prefer=0&mode=exact&units=1`. Addresses are
 * kept by readers, so names stay; a value that no longer exists simply matches nothing and stays visible as a choice with count 0.
 */
import { FACET_NAMES } from './facets.ts';
import type { FacetName, Selection } from './facets.ts';
import type { SearchWish } from './plan.ts';

export const SORTS = ['relevance', 'date', 'number'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchState {
  q: string;
  /** Words that the results must contain too, as they stand: 结果中检索. */
  within: readonly string[];
  selection: Selection;
  sort: Sort;
  wish: SearchWish;
  /** Whether other units' libraries are wanted too; they are asked only when the reader agrees. */
  asksUnits: boolean;
}

/** What an address holds at most; what is searched of it, `normalise.ts` says. */
const LONGEST = 1_000;

/** Reads the part of an address from `?` on. */
export function readSearchAddress(search: string): SearchState {
  const params = new URLSearchParams(search);
  const values = (name: string) => [...new Set(params.getAll(name))].filter(Boolean);
  const chosen = Object.fromEntries(FACET_NAMES.map((name) => [name, values(name)])) as Record<FacetName, string[]>;
  const all = values('all');
  return {
    q: (params.get('q') ?? '').slice(0, LONGEST),
    within: values('within').map((text) => text.slice(0, LONGEST)),
    selection: { ...chosen, all: FACET_NAMES.filter((name) => all.includes(name)) },
    sort: SORTS.find((name) => name === params.get('sort')) ?? 'relevance',
    asksUnits: params.get('units') === '1',
    wish: { isExact: params.get('mode') === 'exact', hasSynonyms: params.get('syn') !== '0', hasPreference: params.get('prefer') !== '0' },
  };
}

/** The part of an address from `?` on; empty when nothing is asked. */
export function writeSearchAddress({ q, within, selection, sort, wish, asksUnits }: SearchState): string {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.set('q', q.trim());
  for (const text of within) params.append('within', text);
  for (const name of FACET_NAMES) for (const value of selection[name]) params.append(name, value);
  for (const name of selection.all) params.append('all', name);
  if (sort !== 'relevance') params.set('sort', sort);
  if (!wish.hasSynonyms) params.set('syn', '0');
  if (!wish.hasPreference) params.set('prefer', '0');
  if (wish.isExact) params.set('mode', 'exact');
  if (asksUnits) params.set('units', '1');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
