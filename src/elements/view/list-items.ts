/** The items of a filtered list, made from data as they are wanted. */
import { CARDS_A_FILE } from '../../domain/list/list-card.ts';
import type { ListCard } from '../../domain/list/list-card.ts';
import { printedNumber } from '../../schema/number.ts';
import { loadCards } from './desk-data.ts';

/** Gives the cards and items of a list's entries by their places in the list; a file is read once, an item made once. */
export class ListItems {
  readonly #base: string;
  readonly #collection: string;
  readonly #template: Element;
  readonly #files = new Map<number, Promise<ListCard[]>>();
  readonly #items = new Map<number, HTMLElement>();

  /** `template` is an item with everything that one may have. */
  constructor(base: string, collection: string, template: Element) {
    this.#base = base;
    this.#collection = collection;
    this.#template = template;
  }

  /** The cards at these places, in this order. */
  async cards(places: readonly number[]): Promise<ListCard[]> {
    const parts = [...new Set(places.map((place) => Math.floor(place / CARDS_A_FILE)))];
    const files = new Map(await Promise.all(parts.map(async (part) => [part, await this.#file(part)] as const)));
    return places.flatMap((place) => files.get(Math.floor(place / CARDS_A_FILE))?.[place % CARDS_A_FILE] ?? []);
  }

  /** The items at these places, in this order. */
  async items(places: readonly number[]): Promise<HTMLElement[]> {
    const cards = await this.cards(places);
    return cards.map((card, at) => {
      const place = places[at] ?? 0;
      const item = this.#items.get(place) ?? this.#make(card);
      this.#items.set(place, item);
      return item;
    });
  }

  #file(part: number): Promise<ListCard[]> {
    const running = this.#files.get(part) ?? loadCards(this.#base, this.#collection, part);
    this.#files.set(part, running);
    // What could not be read is asked for anew.
    running.catch(() => this.#files.delete(part));
    return running;
  }

  #make({ id, title, href, summary, notes, isPackable }: ListCard): HTMLElement {
    const item = this.#template.cloneNode(true) as HTMLElement;
    item.dataset['id'] = id;
    const link = item.querySelector('a');
    if (link) Object.assign(link, { href, textContent: title });
    if (printedNumber(id) !== '') link?.after(span(id, 'number'));
    item.children[1]?.append(summary);
    item.children[2]?.append(...notes.flatMap((note) => [span(note), ' ']));
    if (!isPackable) item.dataset['unpackable'] = '';
    return item;
  }
}

function span(text: string, name?: string): HTMLElement {
  const made = document.createElement('span');
  if (name !== undefined) made.className = name;
  made.textContent = text;
  return made;
}
