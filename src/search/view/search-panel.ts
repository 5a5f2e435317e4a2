/** Everything below the search form: its state, the sentences, filters and results. Words and templates are in the page's HTML. */
import type { SearchEngine } from '../engine.ts';
import type { Selection } from '../facets.ts';
import type { SearchResult } from '../search-entries.ts';
import { renderFacets } from './facet-view.ts';
import { renderOutcome } from './outcome-view.ts';
import { ResultList } from './result-list.ts';

export type PanelState = 'idle' | 'loading' | 'done' | 'error';

/** Long enough that a screen reader hears the count after typing, not while typing. */
const ANNOUNCE_PAUSE = 800;

export class SearchPanel {
  readonly #root: HTMLElement;
  readonly #list: ResultList;
  readonly #collectionNames: Record<string, string>;
  #announcing = 0;

  /** `root` carries `data-base` and `data-collections` (JSON, from folder name to Chinese name). */
  constructor(root: HTMLElement, engine: SearchEngine) {
    this.#root = root;
    this.#part('needs-script').hidden = true;
    this.#collectionNames = JSON.parse(root.dataset['collections'] ?? '{}') as Record<string, string>;
    this.#list = new ResultList(this.#part('hits'), this.#part('more'), engine, {
      template: this.#template('hit'),
      base: root.dataset['base'] ?? '/',
      collectionNames: this.#collectionNames,
    });
  }

  setState(state: PanelState): void {
    const body = this.#part('state');
    body.dataset['searchState'] = state;
    body.setAttribute('aria-busy', String(state === 'loading'));
    if (state === 'done' || state === 'error') this.#announce(state);
  }

  /** Shows a result; resolves when its first page of entries is there. */
  async show(result: SearchResult, selection: Selection): Promise<void> {
    await this.#list.show(result.entries, result.marked);
    const context = { root: this.#part('facets'), template: this.#template('facet'), collectionNames: this.#collectionNames };
    renderFacets(result.unfiltered, selection, context);
    renderOutcome(this.#root, result.outcome);
    // From now on the results stay visible while the next ones load, so that a check box keeps its focus.
    this.#part('state').dataset['searchFilled'] = '';
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
