/** The sentences above the results: how many, found how, what was done to the query, and what to try when there are none. */
import { facetValueName, toggleFacet } from '../facets.ts';
import { writeSearchAddress } from '../search-address.ts';
import type { SearchState } from '../search-address.ts';
import type { SearchResult } from '../search-entries.ts';

/** Fills the elements below `root`: counts, `[data-mode]` notes, `[data-fill]` words, `[data-go]` links, `[data-links]` lists. */
export function renderOutcome(root: HTMLElement, result: SearchResult, state: SearchState, names: Readonly<Record<string, string>>): void {
  const { outcome } = result;
  const situations = situationsOf(result, state);
  for (const note of root.querySelectorAll<HTMLElement>('[data-mode]')) {
    note.hidden = !(note.dataset['mode'] ?? '').split(' ').some((mode) => situations.has(mode));
  }
  const fills = fillsOf(result);
  for (const element of root.querySelectorAll<HTMLElement>('[data-fill]')) element.textContent = fills[element.dataset['fill'] ?? ''] ?? '';
  for (const link of root.querySelectorAll('a[data-go]')) {
    const change = CHANGES[link.getAttribute('data-go') ?? ''];
    if (change) link.setAttribute('href', addressOf({ ...state, ...change(state) }));
  }
  const report = root.querySelector<HTMLAnchorElement>('a[data-report]');
  if (report) report.href = (report.dataset['report'] ?? '') + writeSearchAddress(state);
  renderLinks(
    root,
    'names',
    outcome.names.map((text) => ({ text, state: { ...state, q: text, within: [] } })),
  );
  renderLinks(
    root,
    'within',
    outcome.within.map((text) => ({ text, state: { ...state, within: state.within.filter((one) => one !== text) } })),
  );
  const drops = outcome.drops.map(({ name, value, count }) => ({
    text: `${facetValueName(name, value, names)}（${count} 条）`,
    state: { ...state, selection: toggleFacet(state.selection, name, value, false) },
  }));
  renderLinks(root, 'drops', drops);
  const counter = root.querySelector('[data-search-count]');
  if (counter) counter.textContent = String(outcome.count);
}

/** Other searches that the sentences offer, by `data-go`. */
const CHANGES: Readonly<Record<string, (state: SearchState) => Partial<SearchState>>> = {
  exact: ({ wish }) => ({ wish: { ...wish, isExact: true } }),
  forgiving: () => ({ wish: { isExact: false, hasSynonyms: true } }),
  'no-synonyms': ({ wish }) => ({ wish: { ...wish, hasSynonyms: false } }),
  synonyms: ({ wish }) => ({ wish: { ...wish, hasSynonyms: true } }),
};

/** Everything that is the case, in the words of `data-mode`. */
function situationsOf({ outcome, also, near, asked }: SearchResult, { wish }: SearchState): Set<string> {
  const { mode, total, count, rewrites, alternatives, names, drops, within } = outcome;
  const isFilteredOut = total > 0 && count === 0;
  const is: Record<string, boolean> = {
    [isFilteredOut ? 'filtered-out' : mode]: true,
    also: also.length > 0,
    near: near.length > 0,
    'known-question': asked.length > 0,
    alternatives: mode === 'alternatives' && !isFilteredOut,
    'with-synonyms': alternatives.length > 0,
    'no-synonyms': !wish.hasSynonyms && !wish.isExact && mode !== 'all',
    'exact-only': wish.isExact && mode !== 'all',
    'none-forgiving': mode === 'none' && !wish.isExact,
    'within-given': within.length > 0,
    'can-narrow': count > 1,
    'can-save': count > 0,
    asked: true,
    names: names.length > 0,
    drops: drops.length > 0,
  };
  for (const { kind } of rewrites) is[`rewrite-${kind}`] = true;
  return new Set(Object.entries(is).flatMap(([name, value]) => (value ? [name] : [])));
}

function fillsOf({ outcome, also }: SearchResult): Record<string, string> {
  const { phrases, alternatives, units, total, rewrites } = outcome;
  const last = rewrites[rewrites.length - 1];
  return {
    phrases: phrases.map(quoted).join('和'),
    alternatives: alternatives.map(quoted).join('、'),
    units: units.join('、'),
    total: String(total),
    also: String(also.length),
    typed: rewrites[0] ? quoted(rewrites[0].from) : '',
    read: last ? quoted(last.to) : '',
  };
}

/** The address of another search, on this page. */
function addressOf(state: SearchState): string {
  return location.pathname + writeSearchAddress(state);
}

function renderLinks(root: HTMLElement, name: string, links: readonly { text: string; state: SearchState }[]): void {
  const list = root.querySelector(`[data-links="${name}"]`);
  list?.replaceChildren(
    ...links.map(({ text, state }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.dataset['go'] = '';
      link.href = addressOf(state);
      link.textContent = text;
      item.append(link);
      return item;
    }),
  );
}

function quoted(text: string): string {
  return `“${text}”`;
}
