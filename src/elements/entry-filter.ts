/**
 * <entry-filter>: a list that narrows as boxes are ticked. What is chosen is the address (see `domain/list/filter-address.ts`), so a reload, a sent
 * link and the back button all show the same list; nothing is stored. The page holds the first entries of the list; what the filter knows of all of
 * them is fetched when somebody begins to use it, and items as they are shown.
 */
import './older-browsers.ts';
import { readWords } from '../domain/chinese/typed-words.ts';
import { choose, filterCards, isFiltered, NO_FILTER, setMode, SORTS } from '../domain/list/filter.ts';
import type { FilterCard, FilterFacet, FilterState, WordPlaces } from '../domain/list/filter.ts';
import type { FilteredList } from '../domain/list/filter-table.ts';
import { describeFilter, readFilterAddress, writeFilterAddress } from '../domain/list/filter-address.ts';
import { PAGE_SIZE } from '../domain/list/paging.ts';
import { loadFilter } from './view/desk-data.ts';
import { FilterPanel } from './view/filter-panel.ts';
import { ListItems } from './view/list-items.ts';
import { saveTable } from './view/save-file.ts';
import { resultFile, saveResults } from './view/save-results.ts';
import type { ResultFile } from './view/save-results.ts';
import { storedTray } from './view/stored-tray.ts';

const TYPING_PAUSE = 200;
/** As much of what is asked as the tab of a window can show. */
const TITLE_LENGTH = 40;
const ALL_SEARCHED = '（查了标题、摘要、别名、关键词和正文）';
const NOT_SEARCHED = '（检索数据没有读到，输入的词没有用上）';

class EntryFilter extends HTMLElement {
  readonly #base = this.dataset['base'] ?? '/';
  readonly #collection = this.dataset['collection'] ?? '';
  #opening: Promise<FilteredList> | undefined;
  #facets: FilterFacet[] = [];
  #cards: FilterCard[] = [];
  /** By number, the place of an entry in the list. */
  #places = new Map<string, number>();
  #items: ListItems | undefined;
  /** The items that the page came with. */
  #first: Element[] = [];
  #ids: string[] = [];
  /** What has been found in the texts, by what was typed; `undefined` where they could not be read. */
  #bodies = new Map<string, WordPlaces | undefined>();
  #turn = 0;
  /** Settled when the list is what was asked for. */
  #showing = Promise.resolve();
  #state: FilterState = NO_FILTER;
  #panel: FilterPanel | undefined;
  #typing = 0;
  readonly #pageTitle = document.title;

  connectedCallback(): void {
    const template = this.querySelector<HTMLTemplateElement>('template[data-template="card"]')?.content.firstElementChild;
    if (template) this.#items = new ListItems(this.#base, this.#collection, template);
    this.#first = [...(this.#list()?.children ?? [])];
    this.#panel = new FilterPanel(this);
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = this.querySelector<HTMLInputElement>('input[name="q"]')?.value ?? '';
      this.#go({ ...this.#state, words }, 'push');
    });
    this.addEventListener('input', (event) => this.#onInput(event));
    this.addEventListener('compositionend', (event) => this.#onInput(event));
    this.addEventListener('change', ({ target }) => this.#onChange(target));
    this.addEventListener('click', ({ target }) => this.#onClick(target));
    document.querySelector('compare-tray')?.addEventListener('click', ({ target }) => {
      // Of a list that is narrowed the report has what it was narrowed by, wherever it was asked for.
      if (isFiltered(this.#state)) this.#showReport(target);
    });
    // Whoever comes near the form is about to use it. The event of a group that opens does not bubble.
    for (const event of ['focusin', 'pointerover'])
      this.querySelector('form')?.addEventListener(event, () => void this.#open(), { once: true });
    this.addEventListener('toggle', ({ target }) => void this.#fillGroup(target), { capture: true });
    window.addEventListener('popstate', () => this.#follow());
    if (location.search !== '') this.#follow();
    else this.dataset['state'] = 'done';
  }

  /** Reads what the filter works with, once; a failure is said, and not kept. */
  #open(): Promise<FilteredList> {
    this.#opening ??= this.#read();
    return this.#opening;
  }

  async #read(): Promise<FilteredList> {
    try {
      const list = await loadFilter(this.#base, this.#collection);
      this.#facets = list.facets;
      this.#cards = list.cards;
      this.#places = new Map(list.cards.map(({ id }, place) => [id, place]));
      this.#panel?.setFailed(false);
      await this.#panel?.setFacets(list.facets);
      // What was chosen while the list could not be read stands in the address.
      if (this.#turn > 0) this.#readAddress();
      return list;
    } catch (error) {
      console.error(error);
      this.#opening = undefined;
      this.#panel?.setFailed(true);
      return { facets: [], cards: [] };
    }
  }

  async #fillGroup(group: EventTarget | null): Promise<void> {
    if (!(group instanceof HTMLDetailsElement) || group.dataset['facet'] === undefined || !group.open) return;
    await this.#open();
    await this.#panel?.fill(group);
  }

  /** Goes where the address leads, whatever was being typed. */
  #follow(): void {
    window.clearTimeout(this.#typing);
    this.#panel?.setWords(readFilterAddress(location.search, []).state.words);
    this.#readAddress();
  }

  #readAddress(): void {
    this.dataset['state'] = 'loading';
    this.#showing = this.#open().then(({ facets }) => {
      const { state, ignored } = readFilterAddress(location.search, facets);
      this.#state = state;
      this.#panel?.setIgnored(facets.length > 0 ? ignored : []);
      return this.#show();
    });
  }

  #onInput(event: Event): void {
    const { target } = event;
    // While pinyin is being composed the field holds letters that nobody is looking for.
    if (event instanceof InputEvent && event.isComposing) return;
    if (!(target instanceof HTMLInputElement) || target.name !== 'q') return;
    window.clearTimeout(this.#typing);
    const words = target.value;
    this.#typing = window.setTimeout(() => this.#go({ ...this.#state, words }, 'replace'), TYPING_PAUSE);
  }

  #onChange(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement) {
      const sort = SORTS.find((known) => known === target.value);
      if (sort) this.#go({ ...this.#state, sort }, 'push');
    }
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
    const mode = target.dataset['mode'];
    if (mode) this.#go(setMode(this.#state, mode, target.checked), 'push');
    else this.#go(choose(this.#state, target.name, target.value, target.checked), 'push');
  }

  #onClick(target: EventTarget | null): void {
    this.#showReport(target);
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    const { action, facet, value = '' } = button.dataset;
    if (action === 'words' || action === 'clear') this.#panel?.setWords('');
    if (facet) this.#go(choose(this.#state, facet, value, false), 'push');
    if (action === 'words') this.#go({ ...this.#state, words: '' }, 'push');
    if (action === 'clear') this.#go({ ...NO_FILTER, sort: this.#state.sort }, 'push');
    // The chip goes when the list is shown.
    if (facet || action === 'words') void this.#showing.then(() => this.#panel?.focusFirst());
    const file = resultFile(action);
    if (file) void this.#save(file);
    if (action === 'more') void this.#showMore();
  }

  /** Before somebody goes to a report: it lists what has been put aside by then as read and compared. */
  #showReport(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-report]') : null;
    if (link) this.#panel?.showReport(link, this.#state, storedTray(this.#base));
  }

  #go(state: FilterState, how: 'push' | 'replace'): void {
    window.clearTimeout(this.#typing);
    this.#state = state;
    this.dataset['state'] = 'loading';
    const address = location.pathname + writeFilterAddress(state);
    if (how === 'push' && address !== location.pathname + location.search) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#panel?.setIgnored([]);
    this.#showing = this.#open().then(() => this.#show());
  }

  /** Shows what passes; the texts are searched only when there are words to look for, and a later wish wins. */
  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const words = readWords(this.#state.words)
      .map(({ text }) => text)
      .join(' ');
    const asked = [this.#state.words.trim(), ...describeFilter(this.#state, this.#facets)].filter(Boolean).join('；');
    document.title = asked === '' ? this.#pageTitle : `${asked.slice(0, TITLE_LENGTH)}_${this.#pageTitle}`;
    // Without the list the page stays as it came.
    if (this.#cards.length === 0) {
      this.#settle();
      return;
    }
    if (words !== '' && !this.#bodies.get(words)) {
      this.#panel?.setSearching();
      const bodies = await this.#searchBodies(words);
      this.#bodies.set(words, bodies);
      if (turn !== this.#turn) return;
    }
    const bodies = this.#bodies.get(words);
    const keys = this.#facets.map(({ key }) => key);
    const isSearched = words !== '' && bodies !== undefined;
    const { ids, counts } = filterCards(this.#cards, isSearched ? this.#state : { ...this.#state, words: '' }, keys, bodies);
    this.#ids = ids;
    this.#panel?.show(this.#state, ids.length, this.#cards.length, counts, words === '' ? '' : isSearched ? ALL_SEARCHED : NOT_SEARCHED);
    const isLaidOut = await this.#layOut(turn);
    if (isLaidOut && turn === this.#turn && this.#bodies.size > 0) await this.#showPassages(words, turn);
  }

  /** What the list shows now is what was asked for; buttons of the new items want their state. */
  #settle(): void {
    this.dataset['state'] = 'done';
    document.dispatchEvent(new Event('entries-shown'));
  }

  async #showPassages(words: string, turn: number): Promise<void> {
    const { hidePassages, showPassages } = await import('./view/body-words.ts');
    hidePassages(this);
    if (words === '' || !this.#bodies.get(words) || turn !== this.#turn) return;
    const items = [...(this.#list()?.children ?? [])].filter((item): item is HTMLElement => item instanceof HTMLElement);
    const shown = new Map(items.map((item) => [item.dataset['id'] ?? '', item]));
    await showPassages(this.#base, shown, words, () => turn === this.#turn).catch(console.error);
  }

  async #searchBodies(words: string): Promise<WordPlaces | undefined> {
    try {
      const { findInBodies } = await import('./view/body-words.ts');
      return await findInBodies(this.#base, words);
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }

  /**
   * Shows the first of what passes; a list that nothing narrows or sorts is the page as it came, with its pages, and so is one that could not be read.
   * Says whether it was.
   */
  async #layOut(turn: number): Promise<boolean> {
    const isWhole = !isFiltered(this.#state) && this.#state.sort === NO_FILTER.sort;
    const items = isWhole ? this.#first : await this.#itemsFrom(0);
    if (turn !== this.#turn) return false;
    this.#list()?.replaceChildren(...(items ?? this.#first));
    if (isWhole || !items) this.#panel?.setWhole();
    else this.#panel?.setShown(items.length, this.#ids.length);
    if (items) this.#panel?.setFailed(false);
    else this.#panel?.setUnread(this.#cards.length);
    this.#settle();
    return items !== undefined;
  }

  async #showMore(): Promise<void> {
    const turn = this.#turn;
    const shown = this.#list()?.children.length ?? 0;
    const items = await this.#itemsFrom(shown);
    if (turn !== this.#turn) return;
    this.#list()?.append(...(items ?? []));
    this.#panel?.setShown(shown + (items?.length ?? 0), this.#ids.length, items !== undefined);
    this.#settle();
    items?.[0]?.querySelector('a')?.focus();
  }

  /** `undefined` when they could not be read. */
  async #itemsFrom(start: number): Promise<Element[] | undefined> {
    return this.#items?.items(this.#placesOf(this.#ids.slice(start, start + PAGE_SIZE))).catch((error: unknown) => {
      console.error(error);
      return undefined;
    });
  }

  #placesOf(ids: readonly string[]): number[] {
    return ids.flatMap((id) => this.#places.get(id) ?? []);
  }

  #list(): HTMLElement | null {
    return this.querySelector('[data-filter-list]');
  }

  /** Saves what the filter leaves; while nobody has used it, all of the list. */
  async #save(file: ResultFile): Promise<void> {
    const { cards } = await this.#open();
    await this.#showing;
    // That the list could not be read has been said.
    if (cards.length === 0) return;
    const ids = this.#turn > 0 ? this.#ids : cards.map(({ id }) => id);
    await (file === 'csv' ? this.#saveTable(ids) : this.#saveFile(file, ids));
  }

  async #saveTable(ids: readonly string[]): Promise<void> {
    const heading = ['编号', '标题', '摘要', '网址', ...this.#facets.map(({ name }) => name)];
    const places = this.#placesOf(ids);
    const shown = await this.#items?.cards(places).catch(console.error);
    if (!shown) {
      this.#panel?.setFailed(true);
      return;
    }
    const rows = shown.map(({ id, title, summary, href }, at) => {
      const own = this.#cards[places[at] ?? -1]?.values ?? {};
      const cells = this.#facets.map(({ key, values }) => (own[key] ?? []).map((value) => labelIn(values, value)).join('；'));
      return [id, title, summary, new URL(href, location.href).href, ...cells];
    });
    saveTable(`${this.#title()}.csv`, [heading, ...rows]);
  }

  async #saveFile(file: ResultFile, ids: readonly string[]): Promise<void> {
    const { name = '' } = this.dataset;
    const asked = [
      { label: '检索范围', value: name },
      { label: '输入的词', value: this.#state.words.trim() || '没有输入' },
      { label: '筛选条件', value: describeFilter(this.#state, this.#facets).join('\n') || '没有选' },
    ];
    const results = { title: this.#title(), asked, ids, collectionNames: { [this.#collection]: name }, base: this.#base };
    await saveResults(file, results, this.querySelector('[data-export-status]'));
  }

  #title(): string {
    return `${this.dataset['name'] ?? ''}${isFiltered(this.#state) ? '（筛选结果）' : ''}`;
  }
}

function labelIn(values: FilterFacet['values'], value: string): string {
  return values.find((known) => known.value === value)?.label ?? value;
}

customElements.define('entry-filter', EntryFilter);
