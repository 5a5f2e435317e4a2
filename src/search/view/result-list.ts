/** A list of results: a page at a time, each entry loaded when it is shown. */
import type { SearchEngine } from '../engine/engine.ts';
import type { RankedEntry } from '../query/ranking.ts';
import { renderHit } from './hit-view.ts';
import type { HitContext } from './hit-view.ts';

/** Where a list stands, and how much of it is shown at a time. */
export interface ListPlace {
  list: HTMLElement;
  /** The button for the next page; it says how many that has where it has `[data-next]`. */
  more: HTMLElement;
  pageSize: number;
  /** Whether the list is the result that is counted. */
  isCounted: boolean;
}

/** What a list shows. */
export interface ListContent {
  figureWords: readonly string[];
  entries: readonly RankedEntry[];
  /** What to mark; without it, each entry's own words. */
  marked?: readonly string[];
}

/** So many hits are built without a pause. */
const HITS_AT_ONCE = 3;

export class ResultList {
  readonly #place: ListPlace;
  readonly #engine: Pick<SearchEngine, 'load'>;
  readonly #context: HitContext;
  #content: ListContent = { figureWords: [], entries: [] };
  #shown = 0;
  #appended: Promise<unknown> = Promise.resolve();
  /** Sees when the reader comes to the end of what was built at once. */
  #nearing: IntersectionObserver | undefined;

  constructor(place: ListPlace, engine: Pick<SearchEngine, 'load'>, context: HitContext) {
    this.#place = place;
    this.#engine = engine;
    this.#context = context;
    place.more.addEventListener('click', () => void this.#showMore());
  }

  /**
   * Replaces the list by the first of these entries, `atOnce` of them; a list that was asked for later wins. The rest of the first page comes when the
   * reader comes near it: on a slow line most of what a search costs are the texts of hits that nobody goes down to.
   */
  async show(content: ListContent, atOnce: number): Promise<void> {
    this.#content = content;
    this.#nearing?.disconnect();
    const { pageSize, list } = this.#place;
    const items = await this.#build(content.entries.slice(0, Math.min(atOnce, pageSize)));
    if (this.#content !== content) return;
    list.replaceChildren(...items);
    this.#setShown(items.length);
    if (items.length < Math.min(pageSize, content.entries.length)) this.#fillWhenNear(items[items.length - 1] ?? list);
  }

  #fillWhenNear(end: HTMLElement): void {
    this.#nearing = new IntersectionObserver((changes) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      this.#nearing?.disconnect();
      void this.showUpTo(this.#place.pageSize);
    });
    this.#nearing.observe(end);
  }

  /** How many are shown. */
  get shown(): number {
    return this.#shown;
  }

  /** Appends until so many are shown, as they were before the reader went away. */
  async showUpTo(count: number): Promise<void> {
    if (count > this.#shown) await this.#append(count);
  }

  /** Appends the next page and moves the focus to its first result, where a keyboard reader goes on. */
  async #showMore(): Promise<void> {
    const { pageSize } = this.#place;
    const [first] = await this.#append(Math.max(this.#shown, pageSize) + pageSize);
    first?.querySelector('a')?.focus();
  }

  /** One after another: whoever goes to the button comes near the end too. */
  #append(count: number): Promise<HTMLElement[]> {
    const appending = this.#appended.then(() => this.#appendNow(count));
    this.#appended = appending.catch(() => undefined);
    return appending;
  }

  async #appendNow(count: number): Promise<HTMLElement[]> {
    const content = this.#content;
    this.#nearing?.disconnect();
    const items = await this.#build(content.entries.slice(this.#shown, count));
    if (this.#content !== content) return [];
    this.#place.list.append(...items);
    this.#setShown(this.#shown + items.length);
    return items;
  }

  async #build(entries: readonly RankedEntry[]): Promise<HTMLElement[]> {
    const { figureWords, marked } = this.#content;
    // The site may have been exchanged under the page: who asks again is answered by the index that is current now.
    const texts = await Promise.all(entries.map(({ key }) => this.#engine.load(key).catch(() => this.#engine.load(key))));
    const { isCounted } = this.#place;
    const items: HTMLElement[] = [];
    for (const [index, text] of texts.entries()) {
      const { units = [], sentence } = entries[index] ?? {};
      items.push(renderHit(text, { figureWords, sentence, phrases: marked ?? units, isCounted }, this.#context));
      // Between a few hits the browser may answer to keys and paint.
      if (index % HITS_AT_ONCE === HITS_AT_ONCE - 1) await new Promise((resume) => window.setTimeout(resume));
    }
    return items;
  }

  /** How many the next page has; what is still to come of the first page comes by itself, and is not counted unless it is all. */
  #next(): number {
    const { pageSize } = this.#place;
    const left = this.#content.entries.length - Math.max(this.#shown, pageSize);
    return left > 0 ? Math.min(left, pageSize) : this.#content.entries.length - this.#shown;
  }

  #setShown(count: number): void {
    this.#shown = count;
    const { list, more } = this.#place;
    const { length } = this.#content.entries;
    more.hidden = count >= length;
    const next = more.querySelector('[data-next]');
    if (next) next.textContent = String(this.#next());
    // For paper, which has no way to the others.
    if (more.hidden) list.removeAttribute('data-of');
    else Object.assign(list.dataset, { printed: String(count), of: String(length) });
  }
}
