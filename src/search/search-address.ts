/**
 * What a search is, as it stands in the address: `?q=容错&region=浙江省&region=湖北省`. Addresses are kept by readers, so names stay; a value
 * that no longer exists simply matches nothing and stays visible as a choice with count 0.
 */
import { FACET_NAMES } from './facets.ts';
import type { FacetName, Selection } from './facets.ts';
import { QUERY_LIMIT } from './query.ts';

export interface SearchState {
  q: string;
  selection: Selection;
}

/** Reads the part of an address from `?` on. */
export function readSearchAddress(search: string): SearchState {
  const params = new URLSearchParams(search);
  const selection = Object.fromEntries(FACET_NAMES.map((name) => [name, [...new Set(params.getAll(name))].filter(Boolean)]));
  return { q: (params.get('q') ?? '').slice(0, QUERY_LIMIT), selection: selection as Record<FacetName, string[]> };
}

/** The part of an address from `?` on; empty when nothing is asked. */
export function writeSearchAddress({ q, selection }: SearchState): string {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.set('q', q.trim());
  for (const name of FACET_NAMES) for (const value of selection[name]) params.append(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
