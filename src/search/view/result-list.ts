/** The list of results: a page at a time, each entry loaded when it is shown. */
import type { SearchEngine } from '../engine.ts';
import type { RankedEntry } from '../ranking.ts';
import { renderHit } from './hit-view.ts';
import type { HitContext } from './hit-view.ts';

const PAGE_SIZE = 20;

export class ResultList {
  readonly #list: HTMLElement;
  readonly #more: HTMLElement;
  readonly #engine: SearchEngine;
  readonly #context: Omit<HitContext, 'phrases'>;
  #entries: readonly RankedEntry[] = [];
  #marked: readonly string[] = [];
  #shown = 0;

  constructor(list: HTMLElement, more: HTMLElement, engine: SearchEngine, context: Omit<HitContext, 'phrases'>) {
    this.#list = list;
    this.#more = more;
    this.#engine = engine;
    this.#context = context;
    more.addEventListener('click', () => void this.#showMore());
  }

  /** Replaces the list by the first page of these entries; a list that was asked for later wins. */
  async show(entries: readonly RankedEntry[], marked: readonly string[]): Promise<void> {
    this.#entries = entries;
    this.#marked = marked;
    const items = await this.#build(entries.slice(0, PAGE_SIZE));
    if (this.#entries !== entries) return;
    this.#list.replaceChildren(...items);
    this.#setShown(items.length);
  }

  /** Appends the next page and moves the focus to its first result, where a keyboard reader goes on. */
  async #showMore(): Promise<void> {
    const entries = this.#entries;
    const items = await this.#build(entries.slice(this.#shown, this.#shown + PAGE_SIZE));
    if (this.#entries !== entries) return;
    this.#list.append(...items);
    this.#setShown(this.#shown + items.length);
    items[0]?.querySelector('a')?.focus();
  }

  async #build(entries: readonly RankedEntry[]): Promise<HTMLElement[]> {
    const texts = await Promise.all(entries.map(({ key }) => this.#engine.load(key)));
    return texts.map((text) => renderHit(text, { ...this.#context, phrases: this.#marked }));
  }

  #setShown(count: number): void {
    this.#shown = count;
    this.#more.hidden = count >= this.#entries.length;
  }
}
