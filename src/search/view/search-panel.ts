/** Everything below the search form: its state, the sentences, filters and results. Words and templates are in the page's HTML. */
import type { SearchEngine } from '../engine/engine.ts';
import type { FacetedCard, Selection } from '../query/facets.ts';
import type { SearchState } from '../query/search-address.ts';
import type { SearchResult } from '../query/search-entries.ts';
import { FacetPanel } from './facet-view.ts';
import type { FacetContext } from './facet-view.ts';
import { renderOutcome } from './outcome-view.ts';
import { ResultList } from './result-list.ts';
import type { ListContent } from './result-list.ts';

/** `asking`: this library's results are there, and other units are being asked. */
export type PanelState = 'idle' | 'loading' | 'asking' | 'done' | 'error';

/** Long enough that a screen reader hears the count after typing, not while typing. */
const ANNOUNCE_PAUSE = 800;
const PAGE_SIZE = 10;
/** What is offered beside the result takes less room, and fewer bytes. */
const ALSO_PAGE_SIZE = 3;
const LEADING_PAGE_SIZE = 5;
const NEAR_PAGE_SIZE = 5;
/** So many hits of all lists a first screen may show; a taller one comes near the next at once. */
const FIRST_SCREEN = 3;
/** Where the filters stand above the results instead of beside them, as in `search.css`. */
const NARROW = '(max-width: 48rem)';

export class SearchPanel {
  readonly #root: HTMLElement;
  readonly #lists: Record<'leading' | 'hits' | 'also' | 'near', ResultList>;
  readonly #names: Record<string, string>;
  readonly #facets: FacetPanel;
  #announcing = 0;

  /** `root` carries `data-base` and `data-names` (JSON: of collections by folder, of source documents by number). */
  constructor(
    root: HTMLElement,
    engine: Pick<SearchEngine, 'load'>,
    sources: Pick<FacetContext, 'engine' | 'details' | 'places' | 'divisions'>,
  ) {
    this.#root = root;
    this.#part('needs-script').hidden = true;
    if (window.matchMedia(NARROW).matches) this.#part('filters').removeAttribute('open');
    this.#names = JSON.parse(root.dataset['names'] ?? '{}') as Record<string, string>;
    const context = { template: this.#template('hit'), base: root.dataset['base'] ?? '/', names: this.#names };
    this.#facets = new FacetPanel({ root: this.#part('facets'), template: this.#template('facet'), names: this.#names, ...sources });
    const place = (name: string, pageSize: number) => ({ list: this.#part(name), more: this.#part(`${name}-more`), pageSize });
    this.#lists = {
      leading: new ResultList({ ...place('leading', LEADING_PAGE_SIZE), isCounted: false }, engine, context),
      hits: new ResultList({ ...place('hits', PAGE_SIZE), isCounted: true }, engine, context),
      also: new ResultList({ ...place('also', ALSO_PAGE_SIZE), isCounted: false }, engine, context),
      near: new ResultList({ ...place('near', NEAR_PAGE_SIZE), isCounted: false }, engine, context),
    };
  }

  setState(state: PanelState): void {
    const body = this.#part('state');
    body.dataset['searchState'] = state;
    body.setAttribute('aria-busy', String(state === 'loading' || state === 'asking'));
    this.#root.classList.toggle('is-answered', state !== 'idle' && state !== 'error');
    if (state === 'done' || state === 'error') this.#announce(state);
  }

  /** Shows a result; resolves when its first entries are there. */
  async show(result: SearchResult, state: SearchState): Promise<void> {
    const { rest, also, near, leading, marked } = result;
    const { figureWords } = result.finding;
    let free = FIRST_SCREEN;
    const show = (list: ResultList, content: ListContent) => {
      const atOnce = Math.min(free, content.entries.length);
      free -= atOnce;
      return list.show(content, atOnce);
    };
    await Promise.all([
      show(this.#lists.leading, { figureWords, entries: leading }),
      show(this.#lists.hits, { figureWords, entries: rest, marked: marked.entries }),
      show(this.#lists.also, { figureWords, entries: also, marked: marked.also }),
      show(this.#lists.near, { figureWords, entries: near }),
    ]);
    this.showFilters(result.unfiltered, state.selection);
    renderOutcome(this.#root, result, state, this.#names);
    for (const option of this.#root.querySelectorAll<HTMLOptionElement>('[data-search-sort] option')) {
      option.selected = option.value === state.sort;
    }
    // From now on the results stay visible while the next ones load, so that a check box keeps its focus.
    this.#part('state').dataset['searchFilled'] = '';
  }

  /** How long each list is. */
  get shown(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#lists).map(([name, list]) => [name, list.shown]));
  }

  /** Makes the lists as long as they were. */
  async showUpTo(shown: Readonly<Record<string, number>>): Promise<void> {
    await Promise.all(Object.entries(this.#lists).map(([name, list]) => list.showUpTo(shown[name] ?? 0)));
  }

  /** Shows the filters with what they would leave of these entries. */
  showFilters(cards: readonly FacetedCard[], selection: Selection): void {
    this.#facets.show(cards, selection);
  }

  /** Puts the visible sentences of a state into the live region. */
  #announce(state: PanelState): void {
    window.clearTimeout(this.#announcing);
    this.#announcing = window.setTimeout(() => {
      const sentences = [...this.#root.querySelectorAll<HTMLElement>(`[data-spoken="${state}"]`)].filter(
        (element) => !element.closest('[hidden]'),
      );
      this.#part('announcer').textContent = sentences.map(({ textContent }) => textContent.trim()).join('');
    }, ANNOUNCE_PAUSE);
  }

  #part(name: string): HTMLElement {
    return required(this.#root.querySelector<HTMLElement>(`[data-search-${name}]`), name);
  }

  #template(name: string): HTMLTemplateElement {
    return required(this.#root.querySelector<HTMLTemplateElement>(`template[data-template="${name}"]`), name);
  }
}

function required<T>(element: T | null, name: string): T {
  if (!element) throw new Error(`the search page has no ${name}`);
  return element;
}
