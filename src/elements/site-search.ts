/**
 * <site-search>: the search page, live: typing, filters and the browser's back button all lead to one search. What is asked is the
 * address (see `search/search-address.ts`); nothing is stored.
 */
import { isNarrowed, NO_SELECTION, toggleFacet } from '../search/facets.ts';
import { createPagefindEngine } from '../search/pagefind-engine.ts';
import { readSearchAddress, writeSearchAddress } from '../search/search-address.ts';
import type { SearchState } from '../search/search-address.ts';
import { searchEntries } from '../search/search-entries.ts';
import { facetOf } from '../search/view/facet-view.ts';
import { SearchPanel } from '../search/view/search-panel.ts';

const TYPING_PAUSE = 250;

class SiteSearch extends HTMLElement {
  #engine = createPagefindEngine(this.dataset['base'] ?? '/');
  #panel: SearchPanel | undefined;
  #input: HTMLInputElement | undefined;
  #state: SearchState = { q: '', selection: NO_SELECTION };
  #turn = 0;
  #typing = 0;
  #isComposing = false;

  connectedCallback(): void {
    this.#panel = new SearchPanel(this, this.#engine);
    this.#input = this.querySelector<HTMLInputElement>('input[name="q"]') ?? undefined;
    this.#listenToTyping();
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ ...this.#state, q: this.#input?.value ?? '' }, 'push');
    });
    this.addEventListener('change', ({ target }) => {
      const facet = facetOf(target);
      if (facet)
        this.#go({ ...this.#state, selection: toggleFacet(this.#state.selection, facet.name, facet.value, facet.isChosen) }, 'push');
    });
    this.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      if (target.dataset['action'] === 'clear') this.#go({ ...this.#state, selection: NO_SELECTION }, 'push');
      // A reload also fetches the scripts anew, should the site have been exchanged under this page; the address keeps what was asked.
      if (target.dataset['action'] === 'retry') location.reload();
    });
    window.addEventListener('popstate', () => this.#readAddress());
    this.#readAddress();
  }

  #listenToTyping(): void {
    const input = this.#input;
    // A failure shows when something is searched; until then nobody asked.
    input?.addEventListener('focus', () => void this.#engine.open().catch(() => undefined), { once: true });
    // While pinyin is being composed the input holds letters that nobody is looking for.
    input?.addEventListener('compositionstart', () => (this.#isComposing = true));
    input?.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.#searchSoon(input.value);
    });
    input?.addEventListener('input', () => this.#searchSoon(input.value));
  }

  /** Searches when typing pauses; the state says so at once. */
  #searchSoon(q: string): void {
    if (this.#isComposing) return;
    window.clearTimeout(this.#typing);
    this.#panel?.setState('loading');
    this.#typing = window.setTimeout(() => this.#go({ ...this.#state, q }, 'replace'), TYPING_PAUSE);
  }

  #readAddress(): void {
    this.#state = readSearchAddress(location.search);
    if (this.#input) this.#input.value = this.#state.q;
    void this.#search();
  }

  #go(state: SearchState, how: 'push' | 'replace'): void {
    window.clearTimeout(this.#typing);
    this.#state = state;
    const address = location.pathname + writeSearchAddress(state);
    const isNew = address !== location.pathname + location.search;
    if (how === 'push' && isNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.#search();
  }

  /** Shows the result of the present state; an answer to an earlier one is dropped. */
  async #search(): Promise<void> {
    const turn = ++this.#turn;
    const state = this.#state;
    if (state.q.trim() === '' && !isNarrowed(state.selection)) return this.#panel?.setState('idle');
    this.#panel?.setState('loading');
    try {
      const result = await searchEntries(this.#engine, state);
      if (turn === this.#turn) await this.#panel?.show(result, state.selection);
      if (turn === this.#turn) this.#panel?.setState('done');
    } catch (error) {
      if (turn !== this.#turn) return;
      console.error(error);
      this.#panel?.setState('error');
    }
  }
}

customElements.define('site-search', SiteSearch);
