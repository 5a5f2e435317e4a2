/**
 * <site-search>: the search page, live: typing, filters and the browser's back button all lead to one search. What is asked is the
 * address (see `search/query/search-address.ts`); nothing is stored.
 */
import './older-browsers.ts';
import { createSearchEngine } from '../search/engine/choose-engine.ts';
import { readDetails, withDetails } from '../search/query/detail-facets.ts';
import type { Details } from '../search/query/detail-facets.ts';
import type { SearchEngine } from '../search/engine/engine.ts';
import { asksDetails, isNarrowed, NO_SELECTION } from '../search/query/facets.ts';
import { readSearchAddress, SORTS, writeSearchAddress } from '../search/query/search-address.ts';
import type { SearchState } from '../search/query/search-address.ts';
import { describeFilters } from '../search/query/describe-filters.ts';
import { searchEntries } from '../search/query/search-entries.ts';
import type { SearchResult } from '../search/query/search-entries.ts';
import { selectionAfter } from '../search/view/facet-view.ts';
import { readPlace } from '../search/view/result-place.ts';
import type { ResultPlace } from '../search/view/result-place.ts';
import { SearchPanel } from '../search/view/search-panel.ts';
import { savedKey } from '../domain/kept/stored-key.ts';
import { writeIds } from '../domain/kept/tray.ts';
import { permanentAddress, unitOfNumber } from '../domain/site/units.ts';
import { meantNumber, readAnyNumber, writeAnyNumber } from '../schema/number.ts';
import { awaitTools } from './awaited-tools.ts';
import { storedPlace } from './stored-place.ts';
import type { SavedSearches } from './view/saved-searches.ts';
import { storedTray } from './view/stored-tray.ts';
import { decideAskingUnits, mayAskUnits } from './view/unit-consent.ts';
import type { JoinedSearch, UnitSearch } from './view/unit-search.ts';

/** Milliseconds between two keys of a word are fewer; an input method writes whole words at once. */
const TYPING_PAUSE = 120;
/** A page that is being scrolled is not yet where its reader wants it. */
const SCROLL_PAUSE = 150;
/** As much of a query as the tab of a window can show. */
const TITLE_LENGTH = 40;
/** Milliseconds that other units have before this library's own results are shown alone. */
const MEANWHILE = 300;

class SiteSearch extends HTMLElement {
  readonly #base = this.dataset['base'] ?? '/';
  readonly #own = createSearchEngine(this.#base);
  /** Over this library alone, or over the units that answer too: the one whose results are shown. */
  #engine: SearchEngine = this.#own;
  #units: UnitSearch | undefined;
  #panel: SearchPanel | undefined;
  #input: HTMLInputElement | undefined;
  #state: SearchState = readSearchAddress('');
  /** What is shown, with what was asked for it: while a search runs, still the one before. */
  #shown: Shown | undefined;
  /** The units whose results are shown with this library's; `undefined` while a search runs, and where none are. */
  #joined: JoinedSearch | undefined;
  /** With the version of the units that they were read of. */
  #details: { table: Details; version: number | undefined } | undefined;
  #saved: Promise<SavedSearches> | undefined;
  #turn = 0;
  #hasTools = false;
  #typing = 0;
  #scrolling = 0;
  /** Where the reader was when this was shown before. */
  #place: ResultPlace | undefined;
  readonly #title = document.title;
  #isComposing = false;

  connectedCallback(): void {
    this.#panel = new SearchPanel(
      this,
      { load: (key) => this.#engine.load(key) },
      {
        engine: () => this.#engine,
        details: () => this.#loadDetails(),
        places: async () => (await import('./view/desk-data.ts')).loadPlaces(this.#base),
        divisions: async () => (await import('./view/desk-data.ts')).loadDivisions(this.#base),
      },
    );
    this.#input = this.querySelector<HTMLInputElement>('input[name="q"]') ?? undefined;
    // Above the results of a small screen they would push the first hit off it.
    if (window.matchMedia('(max-width: 48rem)').matches) {
      for (const fold of this.querySelectorAll('[data-search-filters], [data-search-tools]')) fold.removeAttribute('open');
    }
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
    const shown = new MutationObserver(() => this.#offerTools());
    for (const list of this.querySelectorAll('ol')) shown.observe(list, { childList: true });
    window.addEventListener('popstate', () => this.#readAddress());
    this.#keepPlace();
    this.#offerSaved();
    this.querySelector('[data-search-units]')?.removeAttribute('hidden');
    this.#readAddress();
  }

  /** The browser would scroll before the results are there. */
  #keepPlace(): void {
    history.scrollRestoration = 'manual';
    const keep = () => {
      window.clearTimeout(this.#scrolling);
      // Until it is restored, the place in the history is the one to keep.
      if (!this.#shown || this.#place) return;
      const place: ResultPlace = { shown: this.#panel?.shown ?? {}, top: window.scrollY };
      history.replaceState(place, '');
    };
    window.addEventListener('scroll', () => {
      window.clearTimeout(this.#scrolling);
      this.#scrolling = window.setTimeout(keep, SCROLL_PAUSE);
    });
    document.addEventListener('click', keep, { capture: true });
    window.addEventListener('pagehide', keep);
  }

  #listenToTyping(): void {
    const input = this.#input;
    // A failure shows when something is searched; until then nobody asked.
    input?.addEventListener('focus', () => void this.#own.open().catch(() => undefined), { once: true });
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
    if (!within) return this.#go(this.#asking(this.#input?.value ?? ''), 'push');
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
      const list = target.closest<HTMLDetailsElement>('[data-search-saved]');
      if (list) list.open = false;
      (list?.querySelector('summary') ?? this.#input)?.focus();
    }
    if (target?.dataset['units']) this.#decideUnits(target.dataset['units']);
    if (target?.dataset['action'] === 'save-search') void this.#saveSearch();
    if (target?.dataset['action'] === 'clear') this.#go({ ...this.#state, selection: NO_SELECTION, within: [] }, 'push');
    // A reload also fetches the scripts anew, should the site have been exchanged under this page; the address keeps what was asked.
    if (target?.dataset['action'] === 'retry') location.reload();
  }

  /** Asks the other units from now on, those that failed once more, or none any longer. */
  #decideUnits(what: string): void {
    if (what === 'take-in') return void this.#search();
    const isAsked = what !== 'leave';
    decideAskingUnits(this.#base, isAsked);
    if (what === 'again') this.#units?.forget();
    if (!isAsked) this.#units = undefined;
    this.#details = undefined;
    const selection = isAsked ? this.#state.selection : { ...this.#state.selection, unit: [] };
    this.#go({ ...this.#state, selection, asksUnits: isAsked }, 'push');
    if (!isAsked) void this.#tellUnits();
  }

  /** How it stands with the other units, and what those that were searched have of the results. */
  async #tellUnits(): Promise<void> {
    const panel = this.querySelector<HTMLElement>('[data-search-units]');
    if (!panel) return;
    const { countUnits, NO_COUNTS, showUnits, tellBeside } = await import('./view/unit-panel.ts');
    const states = this.#units?.states ?? [];
    const counts = this.#joined && this.#shown ? countUnits(this.#shown.result.entries, this.#joined.states) : NO_COUNTS;
    showUnits(panel, states, counts);
    const beside = this.querySelector<HTMLElement>('[data-search-beside]');
    beside?.querySelector('[data-part="beside"]')?.replaceChildren(tellBeside(states, counts));
    beside?.toggleAttribute('hidden', !this.#units);
    beside?.querySelector('button')?.toggleAttribute('hidden', !this.#isBehind());
  }

  /** A unit has come to those that are searched, or gone: the results are made anew, unless somebody is reading them and nothing in them is wrong. */
  #hearUnits(): void {
    const isLost = this.#joined?.states.some(({ unit, state }) => state === '已问' && !this.#isAnswering(unit.name));
    if (this.#isBehind() && (isLost || !this.#isRead())) void this.#search();
    else void this.#tellUnits();
  }

  #isAnswering(name: string): boolean {
    return this.#units?.states.some(({ unit, state }) => unit.name === name && state === '已问') ?? false;
  }

  /** Whether other units would be searched now than those whose results are shown. */
  #isBehind(): boolean {
    return this.#joined !== undefined && this.#joined.version !== this.#units?.version;
  }

  /** Whether the reader has gone down to the results, or into them by the keyboard. */
  #isRead(): boolean {
    const results = this.querySelector('.search-results');
    return results !== null && (results.getBoundingClientRect().top < 0 || results.contains(document.activeElement));
  }

  /** The buttons of the hits that are shown say what is in 比对篮 and 选编, once their script is there. */
  #offerTools(): void {
    const results = this.querySelector<HTMLElement>('.search-results');
    const buttons = this.querySelectorAll<HTMLElement>('ol [data-into]');
    if (!results || buttons.length === 0) return;
    for (const button of buttons) button.hidden = false;
    if (!this.#hasTools) awaitTools(results);
    this.#hasTools = true;
    document.dispatchEvent(new Event('entries-shown'));
  }

  /** Whoever has saved nothing fetches nothing until the list is opened. */
  #offerSaved(): void {
    const list = this.querySelector<HTMLDetailsElement>('[data-search-saved]');
    if (!list) return;
    list.hidden = false;
    list.addEventListener('toggle', () => {
      if (list.open) void this.#openSaved().then((saved) => saved.showNews());
    });
    try {
      if (localStorage.getItem(savedKey(storedPlace(this.dataset['base'] ?? '/'))) !== null) void this.#openSaved();
    } catch {
      // A browser that refuses storage has nothing saved.
    }
  }

  #openSaved(): Promise<SavedSearches> {
    const root = this.querySelector<HTMLElement>('[data-search-saved]');
    if (!root) throw new Error('the search page has no list of saved searches');
    const { base = '/' } = this.dataset;
    const find = async (address: string) => {
      const state = readSearchAddress(address);
      return (await this.#find(state)).result.entries.map(({ key }) => key);
    };
    return (this.#saved ??= import('./view/saved-searches.ts').then((module) => new module.SavedSearches({ root, base, find })));
  }

  /** Named after what was asked; the reader may rename it. */
  async #saveSearch(): Promise<void> {
    if (!this.#shown) return;
    const { state, result } = this.#shown;
    const name = [state.q.trim(), ...this.#filtersOf(state)].filter(Boolean).join('；');
    const saved = await this.#openSaved();
    await saved.save(
      name,
      writeSearchAddress(state),
      result.entries.map(({ key }) => key),
    );
    const list = this.querySelector<HTMLDetailsElement>('[data-search-saved]');
    if (list) list.open = true;
    list?.scrollIntoView({ block: 'nearest' });
  }

  /** A saved search that is shown has been looked at. */
  async #tellNews(state: SearchState, { entries }: SearchResult): Promise<void> {
    const place = this.querySelector<HTMLElement>('[data-search-news]');
    if (!place) return;
    place.hidden = true;
    if (!this.#saved) return;
    const news = await (
      await this.#saved
    ).look(
      writeSearchAddress(state),
      entries.map(({ key }) => key),
    );
    if (state !== this.#state) return;
    place.textContent = news;
    place.hidden = news === '';
  }

  /** What the unit notes beside the entries is fetched where there is any, and only once something is asked. */
  async #showNotes(state: SearchState, { outcome }: SearchResult): Promise<void> {
    const place = this.querySelector<HTMLElement>('[data-search-notes]');
    if (!place) return;
    const [{ loadLocalNotes }, { showNotes }] = await Promise.all([import('./view/desk-data.ts'), import('../search/view/note-view.ts')]);
    const notes = await loadLocalNotes(this.dataset['base'] ?? '/');
    if (state === this.#state) showNotes(place, notes, [...outcome.phrases, ...outcome.within]);
  }

  /** Who asks for a place of which there is nothing is led to what it lies in. */
  async #tellPlace(state: SearchState, { outcome }: SearchResult): Promise<void> {
    if (outcome.mode !== 'none') return;
    const { placeNote } = await import('./view/place-note.ts');
    const note = await placeNote(state, this.#engine, this.#base);
    if (note && state === this.#state) this.querySelector('[data-search-said]')?.append(note);
  }

  /** The report lists what has been put aside by then as read and compared. */
  #addTray(link: HTMLAnchorElement): void {
    const asked = writeSearchAddress(this.#state);
    const ids = writeIds(storedTray(this.dataset['base'] ?? '/'));
    link.href = (link.dataset['report'] ?? '') + asked + (asked ? ids.replace('?', '&') : ids);
  }

  /** Saves the whole result, not only the page that is shown; what writes files is fetched now. */
  async #save(wanted: string): Promise<void> {
    const shown = this.#shown;
    const [{ resultFile, saveResults }, { describeSearch }] = await Promise.all([
      import('./view/save-results.ts'),
      import('../search/query/describe-search.ts'),
    ]);
    const file = resultFile(wanted);
    if (!shown || !file) return;
    const { state, result } = shown;
    const { base = '/' } = this.dataset;
    const collectionNames = this.#names();
    const { scope, words, rewriting, filters } = describeSearch(state, result, collectionNames, await this.#scopeOf(shown));
    const asked = [
      { label: '检索范围', value: scope },
      { label: '输入的词', value: words.trim() || '没有输入' },
      { label: '实际查找', value: rewriting },
      { label: '筛选条件', value: filters.join('\n') || '没有选' },
    ];
    const ids = result.entries.map(({ key }) => key);
    const status = this.querySelector('[data-export-status]');
    await saveResults(file, { title: '检索结果', asked, ids, collectionNames, base }, status);
  }

  /** Searches when typing pauses; the state says so at once. */
  #searchSoon(q: string): void {
    if (this.#isComposing) return;
    window.clearTimeout(this.#typing);
    this.#panel?.setState('loading');
    this.#typing = window.setTimeout(() => this.#go(this.#asking(q), 'replace'), TYPING_PAUSE);
  }

  /** What is asked with these words: a new question starts without what was asked within the last one. */
  #asking(q: string): SearchState {
    const { wish } = readSearchAddress('');
    return q.trim() === this.#state.q.trim() ? this.#state : { ...this.#state, q, within: [], wish };
  }

  #readAddress(): void {
    window.clearTimeout(this.#typing);
    window.clearTimeout(this.#scrolling);
    this.#place = readPlace(history.state);
    this.#state = this.#withUnits(readSearchAddress(location.search));
    if (this.#input) this.#input.value = this.#state.q;
    void this.#search();
  }

  #go(state: SearchState, how: 'push' | 'replace'): void {
    window.clearTimeout(this.#typing);
    window.clearTimeout(this.#scrolling);
    this.#place = undefined;
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
    const { q } = state;
    document.title = q.trim() === '' ? this.#title : `${q.trim().slice(0, TITLE_LENGTH)}_${this.#title}`;
    void this.#offerNumber(state).catch(() => undefined);
    if (state.q.trim() === '' && !isNarrowed(state.selection) && state.within.length === 0) return this.#idle(turn);
    this.#panel?.setState('loading');
    this.#joined = undefined;
    try {
      const finding = this.#find(state);
      if (this.#asksUnits(state)) await this.#showMeanwhile(turn, state, finding);
      const found = await finding;
      if (!(await this.#show(turn, state, found))) return;
      const { result, joined } = found;
      this.#joined = joined;
      // A unit that failed or came meanwhile: what is counted is what answers.
      if (this.#isBehind()) {
        await this.#search(isAgain);
        return;
      }
      if (joined) void this.#tellUnits();
      this.#panel?.setState('done');
      void this.#tellNews(state, result);
      void this.#showNotes(state, result);
      void this.#tellPlace(state, result).catch(() => undefined);
      this.#tellFilters(state);
      await this.#goBack();
    } catch (error) {
      if (turn !== this.#turn) return;
      // The site may have been exchanged under this page; the second time, the index that is current now is opened.
      if (!isAgain) return this.#search(true);
      console.error(error);
      this.#panel?.setState('error');
    }
  }

  /** This library's own results wait for nobody. */
  async #showMeanwhile(turn: number, state: SearchState, finding: Promise<unknown>): Promise<void> {
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    const isFound = () => isOver;
    const found = finding.then(end, end);
    await Promise.race([found, new Promise((resume) => window.setTimeout(resume, MEANWHILE))]);
    if (isFound()) return;
    const alone = { ...state, selection: { ...state.selection, unit: [] }, asksUnits: false };
    const own = await this.#find(alone);
    if (isFound() || !(await this.#show(turn, alone, own))) return;
    void this.#tellUnits();
    this.#panel?.setState('asking');
  }

  async #find(state: SearchState): Promise<Found> {
    const { engine, joined } = await this.#openFor(state);
    const knowing = asksDetails(state.selection) ? withDetails(engine, await this.#loadDetails()) : engine;
    return { engine, joined, result: await searchEntries(knowing, state) };
  }

  /** Shows what was found, unless something else was asked meanwhile. */
  async #show(turn: number, state: SearchState, found: Found): Promise<boolean> {
    if (turn !== this.#turn) return false;
    this.#engine = found.engine;
    await this.#panel?.show(found.result, state);
    if (turn !== this.#turn) return false;
    this.#shown = { ...found, state };
    return true;
  }

  /** Whoever types the number of another unit's entry is led to it, whether or not that unit is asked. */
  async #offerNumber({ q }: SearchState): Promise<void> {
    const line = this.querySelector<HTMLElement>('[data-search-number]');
    if (!line) return;
    line.hidden = true;
    const { unit, id } = readAnyNumber(q.normalize('NFKC').trim());
    const meant = unit === '' ? undefined : meantNumber(id);
    if (meant === undefined) return;
    const { loadUnits, siteOfUnit } = await import('./view/desk-data.ts');
    const found = unitOfNumber(writeAnyNumber({ unit, id: meant }), await loadUnits(this.#base));
    if (!found || q !== this.#state.q) return;
    line.querySelector('[data-part="number"]')?.replaceChildren(writeAnyNumber({ unit: found.name, id: meant }));
    line.querySelector('a')?.setAttribute('href', permanentAddress({ id: meant }, siteOfUnit(this.#base, found)));
    line.hidden = false;
  }

  /** Names the page after the filters too; they stand over the results on paper, where their boxes do not. */
  #tellFilters(state: SearchState): void {
    const filters = this.#filtersOf(state);
    const asked = [state.q.trim(), ...filters].filter(Boolean).join('；');
    document.title = `${asked.slice(0, TITLE_LENGTH)}_${this.#title}`;
    this.querySelector('.search-results')?.setAttribute('data-filters', filters.join('；'));
  }

  #filtersOf(state: SearchState): string[] {
    return describeFilters(state, this.#names());
  }

  /** Of collections by folder and of source documents by number. */
  #names(): Record<string, string> {
    return JSON.parse(this.dataset['names'] ?? '{}') as Record<string, string>;
  }

  /** Lets the reader go on where he was. */
  async #goBack(): Promise<void> {
    const place = this.#place;
    if (!place) return;
    await this.#panel?.showUpTo(place.shown);
    if (this.#place !== place) return;
    window.scrollTo(0, place.top);
    this.#place = undefined;
  }

  async #openFor(state: SearchState): Promise<Omit<Found, 'result'>> {
    const joined = await (await this.#unitsFor(state))?.join();
    return { joined, engine: joined?.engine ?? this.#own };
  }

  /** Whether the other units are wanted and the reader has agreed. */
  #asksUnits({ asksUnits }: SearchState): boolean {
    return asksUnits && mayAskUnits(this.#base);
  }

  async #unitsFor(state: SearchState): Promise<UnitSearch | undefined> {
    if (!this.#asksUnits(state)) return undefined;
    const { UnitSearch: Units } = await import('./view/unit-search.ts');
    return (this.#units ??= new Units(this.#base, this.#own, () => this.#hearUnits()));
  }

  /** Whoever has agreed in this window need not do so for every search; whoever has not, but was sent an address that wants it, is asked. */
  #withUnits(state: SearchState): SearchState {
    const panel = this.querySelector<HTMLDetailsElement>('[data-search-units]');
    if (!panel) return { ...state, asksUnits: false };
    const isAgreed = mayAskUnits(this.#base);
    panel.querySelector('[data-part="wanted"]')?.toggleAttribute('hidden', !state.asksUnits || isAgreed);
    if (state.asksUnits && !isAgreed) panel.open = true;
    return { ...state, asksUnits: state.asksUnits || isAgreed };
  }

  /** What was searched, in words. */
  async #scopeOf({ joined, result }: Shown): Promise<string> {
    if (!joined) return '全库';
    const { states } = joined;
    const { countUnits, tellScope } = await import('./view/unit-panel.ts');
    return tellScope(states, countUnits(result.entries, states));
  }

  async #loadDetails(): Promise<Details> {
    const { loadSearchDetails } = await import('./view/desk-data.ts');
    const version = this.#units?.version;
    if (this.#details?.version === version && this.#details) return this.#details.table;
    const own = readDetails(await loadSearchDetails(this.#base));
    const others = (await this.#units?.details(readDetails)) ?? [];
    const table = new Map([own, ...others].flatMap((details) => [...details]));
    this.#details = { table, version };
    return table;
  }

  /** Before anything is asked, the filters show what there is; without them the columns below still lead on. */
  async #idle(turn: number): Promise<void> {
    this.#panel?.setState('idle');
    this.#shown = undefined;
    this.#place = undefined;
    this.#joined = undefined;
    const { engine } = await this.#openFor(this.#state).catch(() => ({ engine: this.#own }));
    const cards = await engine.cards().catch(() => undefined);
    if (!cards || turn !== this.#turn) return;
    this.#engine = engine;
    this.#panel?.showFilters([...cards.values()], NO_SELECTION);
  }
}

/** What a search found, and by which engine. */
interface Found {
  engine: SearchEngine;
  joined: JoinedSearch | undefined;
  result: SearchResult;
}

interface Shown extends Found {
  state: SearchState;
}

customElements.define('site-search', SiteSearch);
