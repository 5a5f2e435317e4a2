/**
 * <site-search>: the search page, live: typing, filters and the browser's back button all lead to one search. What is asked is the
 * address (see `search/search-address.ts`); nothing is stored.
 */
import './older-browsers.ts';
import { createSearchEngine } from '../search/choose-engine.ts';
import { isNarrowed, NO_SELECTION } from '../search/facets.ts';
import { readSearchAddress, SORTS, writeSearchAddress } from '../search/search-address.ts';
import type { SearchState } from '../search/search-address.ts';
import { describeSearch } from '../search/describe-search.ts';
import { searchEntries } from '../search/search-entries.ts';
import type { SearchResult } from '../search/search-entries.ts';
import { selectionAfter } from '../search/view/facet-view.ts';
import { SearchPanel } from '../search/view/search-panel.ts';
import { writeIds } from '../domain/tray.ts';
import { storedTray } from './view/stored-tray.ts';

/** Milliseconds between two keys of a word are fewer; an input method writes whole words at once. */
const TYPING_PAUSE = 120;

class SiteSearch extends HTMLElement {
  #engine = createSearchEngine(this.dataset['base'] ?? '/');
  #panel: SearchPanel | undefined;
  #input: HTMLInputElement | undefined;
  #state: SearchState = readSearchAddress('');
  #result: SearchResult | undefined;
  #turn = 0;
  #typing = 0;
  #isComposing = false;

  connectedCallback(): void {
    this.#panel = new SearchPanel(this, this.#engine);
    this.#input = this.querySelector<HTMLInputElement>('input[name="q"]') ?? undefined;
    this.#listenToTyping();
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit(event.target);
    });
    this.addEventListener('change', ({ target }) => {
      const selection = selectionAfter(target, this.#state.selection);
      if (selection) this.#go({ ...this.#state, selection }, 'push');
      const sort = target instanceof HTMLSelectElement ? SORTS.find((name) => name === target.value) : undefined;
      if (sort) this.#go({ ...this.#state, sort }, 'push');
    });
    this.addEventListener('click', (event) => this.#click(event));
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

  /** The main form asks anew, the small one within the results. */
  #submit(form: EventTarget | null): void {
    const within = form instanceof HTMLFormElement ? form.querySelector<HTMLInputElement>('input[name="within"]') : null;
    if (!within) return this.#go({ ...this.#state, q: this.#input?.value ?? '' }, 'push');
    const text = within.value.trim();
    within.value = '';
    if (text !== '' && !this.#state.within.includes(text)) this.#go({ ...this.#state, within: [...this.#state.within, text] }, 'push');
  }

  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-go], a[data-report], button') : null;
    if (target?.dataset['save']) void this.#save(target.dataset['save']);
    if (target?.dataset['report'] && target instanceof HTMLAnchorElement) this.#addTray(target);
    if (target instanceof HTMLAnchorElement && target.hasAttribute('data-go') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.pushState(null, '', target.href);
      this.#readAddress();
      this.#input?.focus();
    }
    if (target?.dataset['action'] === 'clear') this.#go({ ...this.#state, selection: NO_SELECTION, within: [] }, 'push');
    // A reload also fetches the scripts anew, should the site have been exchanged under this page; the address keeps what was asked.
    if (target?.dataset['action'] === 'retry') location.reload();
  }

  /** The report lists what has been put aside by then as read and compared. */
  #addTray(link: HTMLAnchorElement): void {
    const asked = writeSearchAddress(this.#state);
    const ids = writeIds(storedTray(this.dataset['base'] ?? '/'));
    link.href = (link.dataset['report'] ?? '') + asked + (asked ? ids.replace('?', '&') : ids);
  }

  /** Saves the whole result, not only the page that is shown; what writes files is fetched now. */
  async #save(wanted: string): Promise<void> {
    const result = this.#result;
    const { resultFile, saveResults } = await import('./view/save-results.ts');
    const file = resultFile(wanted);
    if (!result || !file) return;
    const { base = '/', collections = '{}' } = this.dataset;
    const collectionNames = JSON.parse(collections) as Record<string, string>;
    const cards = await this.#engine.cards();
    const { scope, words, rewriting, filters } = describeSearch(this.#state, result, collectionNames);
    const asked = [
      { label: '检索范围', value: scope },
      { label: '输入的词', value: words.trim() || '没有输入' },
      { label: '实际查找', value: rewriting },
      { label: '筛选条件', value: filters.join('\n') || '没有选' },
    ];
    const ids = result.entries.flatMap(({ key }) => cards.get(key)?.id ?? []);
    const status = this.querySelector('[data-export-status]');
    await saveResults(file, { title: '检索结果', asked, ids, collectionNames, base }, status);
  }

  /** Searches when typing pauses; the state says so at once. A new question starts without what was asked within the last one. */
  #searchSoon(q: string): void {
    if (this.#isComposing) return;
    window.clearTimeout(this.#typing);
    this.#panel?.setState('loading');
    const wish = readSearchAddress('').wish;
    this.#typing = window.setTimeout(() => this.#go({ ...this.#state, q, within: [], wish }, 'replace'), TYPING_PAUSE);
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
  async #search(isAgain = false): Promise<void> {
    const turn = ++this.#turn;
    const state = this.#state;
    if (state.q.trim() === '' && !isNarrowed(state.selection) && state.within.length === 0) return this.#idle(turn);
    this.#panel?.setState('loading');
    try {
      const result = await searchEntries(this.#engine, state);
      if (turn === this.#turn) await this.#panel?.show(result, state);
      if (turn === this.#turn) this.#result = result;
      if (turn === this.#turn) this.#panel?.setState('done');
    } catch (error) {
      if (turn !== this.#turn) return;
      // The site may have been exchanged under this page; the second time, the index that is current now is opened.
      if (!isAgain) return this.#search(true);
      console.error(error);
      this.#panel?.setState('error');
    }
  }

  /** Before anything is asked, the filters show what there is; without them the columns below still lead on. */
  async #idle(turn: number): Promise<void> {
    this.#panel?.setState('idle');
    const cards = await this.#engine.cards().catch(() => undefined);
    if (cards && turn === this.#turn) this.#panel?.showFilters([...cards.values()], NO_SELECTION);
  }
}

customElements.define('site-search', SiteSearch);
