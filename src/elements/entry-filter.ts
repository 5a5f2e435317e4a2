/**
 * <entry-filter>: a list that narrows as boxes are ticked. What is chosen is the address (see `domain/filter-address.ts`), so a reload, a sent
 * link and the back button all show the same list; nothing is stored. The entries are the list items of the page, read once.
 */
import './older-browsers.ts';
import { choose, filterCards, filterWords, foldWords, isFiltered, NO_FILTER, setMode, SORTS } from '../domain/filter.ts';
import type { FilterCard, FilterFacet, FilterState, WordPlaces } from '../domain/filter.ts';
import { describeFilter, readFilterAddress, writeFilterAddress } from '../domain/filter-address.ts';
import { FilterPanel } from './view/filter-panel.ts';
import { saveTable } from './view/save-file.ts';
import { saveResults } from './view/save-results.ts';
import { storedTray } from './view/stored-tray.ts';

const TYPING_PAUSE = 200;
/** As much of what is asked as the tab of a window can show. */
const TITLE_LENGTH = 40;
/** So many entries are laid out at a time; the others are one press away. */
const PAGE_SIZE = 100;
const ALL_SEARCHED = '（查了标题、摘要、别名、关键词和正文）';
const NAMES_SEARCHED = '（正文没有读到，只查了标题、摘要、别名和关键词）';

class EntryFilter extends HTMLElement {
  #facets: FilterFacet[] = [];
  #items = new Map<string, HTMLElement>();
  #cards: FilterCard[] = [];
  #ids: string[] = [];
  /** What has been found in the texts, by what was typed; `undefined` where they could not be read. */
  #bodies = new Map<string, WordPlaces | undefined>();
  #turn = 0;
  /** Settled when the list is what was asked for. */
  #showing = Promise.resolve();
  #state: FilterState = NO_FILTER;
  #panel: FilterPanel | undefined;
  #shown = PAGE_SIZE;
  #typing = 0;
  readonly #pageTitle = document.title;

  connectedCallback(): void {
    this.#facets = JSON.parse(this.dataset['facets'] ?? '[]') as FilterFacet[];
    for (const item of this.querySelectorAll<HTMLElement>('[data-filter-list] > li')) this.#readItem(item);
    this.#panel = new FilterPanel(this, this.#facets);
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = this.querySelector<HTMLInputElement>('input[name="q"]')?.value ?? '';
      this.#go({ ...this.#state, words }, 'push');
    });
    this.addEventListener('input', (event) => this.#onInput(event));
    this.addEventListener('compositionend', (event) => this.#onInput(event));
    this.addEventListener('change', ({ target }) => this.#onChange(target));
    this.addEventListener('click', ({ target }) => this.#onClick(target));
    // The event does not bubble.
    this.addEventListener('toggle', ({ target }) => void this.#openPlaces(target), { capture: true });
    window.addEventListener('popstate', () => this.#readAddress());
    this.#readAddress();
  }

  #readItem(item: HTMLElement): void {
    const { id = '', values = '{}', date = '', seen, words = '' } = item.dataset;
    this.#items.set(id, item);
    let text: string | undefined;
    this.#cards.push({
      id,
      values: JSON.parse(values) as FilterCard['values'],
      date,
      completeness: Number(seen),
      // Most readers only tick boxes: the text is gathered when the first word is asked for.
      get text() {
        const shown = ['a', '.entry-card-summary'].map((part) => item.querySelector(part)?.textContent ?? '');
        return (text ??= foldWords([id, ...shown, words].join('\n')));
      },
    });
  }

  #readAddress(): void {
    const { state, ignored } = readFilterAddress(location.search, this.#facets);
    this.#state = state;
    this.#panel?.setIgnored(ignored);
    this.#showing = this.#show();
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

  /** The field that finds a place works once the tree has been opened. */
  async #openPlaces(group: EventTarget | null): Promise<void> {
    const find = group instanceof HTMLElement ? group.querySelector<HTMLElement>('[data-part="find"]') : null;
    const [field, list] = [find?.querySelector('input'), find?.parentElement?.querySelector('ul')];
    if (!find?.hidden || !field || !list) return;
    find.hidden = false;
    const { findPlaces } = await import('../search/view/place-finder.ts');
    findPlaces(field, list, find.querySelector('[role="status"]'));
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
    // The report lists what has been put aside by then as read and compared.
    if (target instanceof Element && target.closest('[data-report]'))
      this.#panel?.showReport(this.#state, storedTray(this.dataset['base'] ?? '/'));
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    const { action, facet, value = '' } = button.dataset;
    if (facet) {
      this.#go(choose(this.#state, facet, value, false), 'push');
      this.#panel?.focusFirst();
    }
    if (action === 'words') this.#go({ ...this.#state, words: '' }, 'push');
    if (action === 'clear') this.#go({ ...NO_FILTER, sort: this.#state.sort }, 'push');
    if (action === 'csv') void this.#showing.then(() => this.#saveTable());
    if (action === 'docx' || action === 'xlsx' || action === 'references') void this.#showing.then(() => this.#saveFile(action));
    if (action === 'more') this.#showMore();
  }

  #go(state: FilterState, how: 'push' | 'replace'): void {
    window.clearTimeout(this.#typing);
    this.#state = state;
    const address = location.pathname + writeFilterAddress(state);
    if (how === 'push' && address !== location.pathname + location.search) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#panel?.setIgnored([]);
    this.#showing = this.#show();
  }

  /** Shows what passes; the texts are searched only when there are words to look for, and a later wish wins. */
  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const words = filterWords(this.#state.words).join(' ');
    const asked = [this.#state.words.trim(), ...describeFilter(this.#state, this.#facets)].filter(Boolean).join('；');
    document.title = asked === '' ? this.#pageTitle : `${asked.slice(0, TITLE_LENGTH)}_${this.#pageTitle}`;
    if (words !== '' && !this.#bodies.get(words)) {
      this.#panel?.setSearching();
      const bodies = await this.#searchBodies(words);
      this.#bodies.set(words, bodies);
      if (turn !== this.#turn) return;
    }
    const bodies = this.#bodies.get(words);
    const keys = this.#facets.map(({ key }) => key);
    const { ids, counts } = filterCards(this.#cards, this.#state, keys, bodies);
    this.#ids = ids;
    this.#shown = PAGE_SIZE;
    this.#layOut();
    this.#panel?.show(this.#state, ids.length, this.#cards.length, counts, words === '' ? '' : bodies ? ALL_SEARCHED : NAMES_SEARCHED);
    if (this.#bodies.size > 0) void this.#showPassages(words, turn);
  }

  async #showPassages(words: string, turn: number): Promise<void> {
    const { hidePassages, showPassages } = await import('./view/body-words.ts');
    hidePassages(this);
    if (words === '' || !this.#bodies.get(words) || turn !== this.#turn) return;
    const shown = this.#ids.flatMap((id) => {
      const item = this.#items.get(id);
      return item ? [[id, item] as const] : [];
    });
    await showPassages(this.dataset['base'] ?? '/', new Map(shown), words, () => turn === this.#turn).catch(console.error);
  }

  async #searchBodies(words: string): Promise<WordPlaces | undefined> {
    try {
      const { findInBodies } = await import('./view/body-words.ts');
      return await findInBodies(this.dataset['base'] ?? '/', words);
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }

  /** Puts the entries that pass in order; items are moved only when the order has changed. */
  #layOut(): void {
    const visible = this.#ids.slice(0, this.#shown);
    const passed = new Set(visible);
    for (const [id, item] of this.#items) item.hidden = !passed.has(id);
    const items = visible.flatMap((id) => this.#items.get(id) ?? []);
    const isInOrder = items.every((item, index) => {
      const next = items[index + 1];
      return !next || item.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    if (!isInOrder) this.querySelector('[data-filter-list]')?.prepend(...items);
    const more = this.querySelector<HTMLElement>('[data-action="more"]');
    if (more) more.hidden = this.#shown >= this.#ids.length;
  }

  #showMore(): void {
    const first = this.#ids[this.#shown];
    this.#shown += PAGE_SIZE;
    this.#layOut();
    if (first) this.#items.get(first)?.querySelector('a')?.focus();
  }

  #saveTable(): void {
    const heading = ['编号', '标题', '摘要', '网址', ...this.#facets.map(({ name }) => name)];
    const cards = new Map(this.#cards.map((card) => [card.id, card]));
    const rows = this.#ids.map((id) => {
      const item = this.#items.get(id);
      const link = item?.querySelector('a');
      const own = cards.get(id)?.values ?? {};
      const cells = this.#facets.map(({ key, values }) => (own[key] ?? []).map((value) => labelIn(values, value)).join('；'));
      return [
        id,
        link?.textContent ?? '',
        item?.querySelector('.entry-card-summary')?.textContent ?? '',
        link?.href.replace(/\?.*$/u, '') ?? '',
        ...cells,
      ];
    });
    saveTable(`${this.#title()}.csv`, [heading, ...rows]);
  }

  async #saveFile(file: 'docx' | 'xlsx' | 'references'): Promise<void> {
    const { collection = '', name = '', base = '/' } = this.dataset;
    const { words } = this.#state;
    const asked = [
      { label: '检索范围', value: name },
      { label: '输入的词', value: words.trim() || '没有输入' },
      { label: '筛选条件', value: describeFilter(this.#state, this.#facets).join('\n') || '没有选' },
    ];
    const results = { title: this.#title(), asked, ids: this.#ids, collectionNames: { [collection]: name }, base };
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
