/** The sentences above the results: how many, found how, what was done to the query, and what to try when there are none. */
import type { Change, Said } from '../query/explain.ts';
import { facetValueName, toggleFacet } from '../query/facets.ts';
import { PLAIN_WISH } from '../query/plan.ts';
import { writeSearchAddress } from '../query/search-address.ts';
import type { SearchState } from '../query/search-address.ts';
import type { SearchResult } from '../query/search-entries.ts';

/** Fills the elements below `root`: counts, the sentences, `[data-mode]` notes, `[data-fill]` words, `[data-links]` lists. */
export function renderOutcome(root: HTMLElement, result: SearchResult, state: SearchState, names: Readonly<Record<string, string>>): void {
  const { outcome, explanation } = result;
  const situations = situationsOf(result);
  for (const note of root.querySelectorAll<HTMLElement>('[data-mode]')) {
    note.hidden = !(note.dataset['mode'] ?? '').split(' ').some((mode) => situations.has(mode));
  }
  const fills: Record<string, string> = {
    phrases: outcome.phrases.map((text) => `“${text}”`).join('又有'),
    total: String(outcome.total),
    also: explanation.also,
    near: explanation.near,
    leading: explanation.leading,
    // Whoever reads a naught and goes has not seen the answer below it.
    beneath: outcome.count === 0 && leadsTo(result) ? '一字不差的，最接近的列在下面' : '',
  };
  for (const element of root.querySelectorAll<HTMLElement>('[data-fill]')) element.textContent = fills[element.dataset['fill'] ?? ''] ?? '';
  root.querySelector('[data-search-said]')?.replaceChildren(...explanation.said.map((one) => sentence(one, state)));
  for (const link of root.querySelectorAll('a[data-go]')) {
    const change = link.getAttribute('data-go') as Change | '' | null;
    if (change) link.setAttribute('href', addressOf({ ...state, ...CHANGES[change](state) }));
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
    state.within.map((text) => ({ text, state: { ...state, within: state.within.filter((one) => one !== text) } })),
  );
  const drops = outcome.drops.map(({ name, value, count }) => ({
    text: `${facetValueName(name, value, names)}（${count} 条）`,
    state: { ...state, selection: toggleFacet(state.selection, name, value, false) },
  }));
  renderLinks(root, 'drops', drops);
  const counter = root.querySelector('[data-search-count]');
  if (counter) counter.textContent = String(outcome.count);
}

/** Whether something stands first, and nothing that was ticked has taken the rest away. */
function leadsTo({ outcome, leading }: SearchResult): boolean {
  return leading.length > 0 && outcome.total === 0;
}

/** Other searches that the sentences offer. */
const CHANGES: Readonly<Record<Change, (state: SearchState) => Partial<SearchState>>> = {
  exact: ({ wish }) => ({ wish: { ...wish, isExact: true } }),
  forgiving: () => ({ wish: PLAIN_WISH }),
  'no-synonyms': ({ wish }) => ({ wish: { ...wish, hasSynonyms: false } }),
  synonyms: ({ wish }) => ({ wish: { ...wish, hasSynonyms: true } }),
  'no-preference': ({ wish }) => ({ wish: { ...wish, hasPreference: false } }),
  preference: ({ wish }) => ({ wish: { ...wish, hasPreference: true } }),
};

/** Everything that is the case, in the words of `data-mode`. */
function situationsOf({ outcome, also, near, leading, finding }: SearchResult): Set<string> {
  const { mode, total, count, names, drops, within } = outcome;
  const isFilteredOut = total > 0 && count === 0;
  const is: Record<string, boolean> = {
    [isFilteredOut ? 'filtered-out' : mode]: true,
    also: also.length > 0,
    near: near.length > 0,
    leading: leading.length > 0,
    // Whoever is answered above all lists needs no advice.
    'none-at-all': leading.length === 0,
    'none-forgiving': mode === 'none' && !finding.plan.wish.isExact,
    'within-given': within.length > 0,
    'can-narrow': count > 1,
    'can-save': count > 0,
    asked: true,
    names: names.length > 0,
    drops: drops.length > 0,
  };
  return new Set(Object.entries(is).flatMap(([name, value]) => (value ? [name] : [])));
}

/** A sentence with the link that it offers. */
function sentence({ kind, text, isSpoken, offer }: Said, state: SearchState): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.dataset['said'] = kind;
  if (isSpoken) paragraph.dataset['spoken'] = 'done';
  paragraph.append(text);
  if (offer) {
    const link = document.createElement('a');
    link.dataset['go'] = offer.change;
    link.href = addressOf({ ...state, ...CHANGES[offer.change](state) });
    link.textContent = offer.label;
    paragraph.append(link);
  }
  return paragraph;
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
