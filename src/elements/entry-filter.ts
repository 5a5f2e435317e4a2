/**
 * <entry-filter>: a list that narrows as boxes are ticked. What is chosen is the address (see `domain/filter-address.ts`), so a reload, a sent
 * link and the back button all show the same list; nothing is stored. The entries are the list items of the page, read once.
 */
import './older-browsers.ts';
import { choose, filterCards, foldWords, isFiltered, NO_FILTER, setMode, SORTS } from '../domain/filter.ts';
import type { FilterCard, FilterFacet, FilterState } from '../domain/filter.ts';
import { describeFilter, readFilterAddress, writeFilterAddress } from '../domain/filter-address.ts';
import { FilterPanel } from './view/filter-panel.ts';
import { saveTable } from './view/save-file.ts';
import { saveResults } from './view/save-results.ts';
import { storedTray } from './view/stored-tray.ts';

const TYPING_PAUSE = 200;
/** So many entries are laid out at a time; the others are one press away. */
const PAGE_SIZE = 100;

class EntryFilter extends HTMLElement {
  #facets: FilterFacet[] = [];
  #items = new Map<string, HTMLElement>();
  #cards: FilterCard[] = [];
  #ids: string[] = [];
  #state: FilterState = NO_FILTER;
  #panel: FilterPanel | undefined;
  #shown = PAGE_SIZE;
  #typing = 0;

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
    this.addEventListener('change', ({ target }) => this.#onChange(target));
    this.addEventListener('click', ({ target }) => this.#onClick(target));
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
    this.#show();
  }

  #onInput({ target }: Event): void {
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
    if (action === 'csv') this.#saveTable();
    if (action === 'docx' || action === 'xlsx' || action === 'references') void this.#saveFile(action);
    if (action === 'more') this.#showMore();
  }

  #go(state: FilterState, how: 'push' | 'replace'): void {
    window.clearTimeout(this.#typing);
    this.#state = state;
    const address = location.pathname + writeFilterAddress(state);
    if (how === 'push' && address !== location.pathname + location.search) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#panel?.setIgnored([]);
    this.#show();
  }

  #show(): void {
    const { ids, counts } = filterCards(
      this.#cards,
      this.#state,
      this.#facets.map(({ key }) => key),
    );
    this.#ids = ids;
    this.#shown = PAGE_SIZE;
    this.#layOut();
    this.#panel?.show(this.#state, ids.length, this.#cards.length, counts);
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
      return [id, link?.textContent ?? '', item?.querySelector('.entry-card-summary')?.textContent ?? '', link?.href ?? '', ...cells];
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
