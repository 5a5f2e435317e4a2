/** The boxes by which an officer chooses which entries a report tells at length. */
import { markedTitle } from '../../domain/site/register.ts';
import type { RegisterEntry } from '../../domain/site/register.ts';

export class KeepList {
  readonly #list: HTMLElement | null;
  readonly #template: HTMLTemplateElement | null;
  readonly #limit: number;

  /** The list below `root`; `chosen` hears of every change, in the order of the list. */
  constructor(root: HTMLElement, limit: number, chosen: (ids: string[]) => void) {
    this.#list = root.querySelector('[data-keep-list]');
    this.#template = root.querySelector('template[data-template="keep"]');
    this.#limit = limit;
    this.#list?.addEventListener('change', () => {
      this.#hold();
      chosen(this.#boxes().flatMap(({ value, checked }) => (checked ? [value] : [])));
    });
  }

  /** Offers entries, each once, those of `kept` ticked. */
  show(entries: readonly RegisterEntry[], kept: readonly string[]): void {
    const offered = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
    const items = offered.flatMap((entry) => {
      const item = this.#template?.content.firstElementChild?.cloneNode(true);
      if (!(item instanceof HTMLElement)) return [];
      const box = item.querySelector('input');
      if (box) Object.assign(box, { value: entry.id, checked: kept.includes(entry.id) });
      const link = item.querySelector('a');
      if (link) Object.assign(link, { href: entry.href, textContent: markedTitle(entry) });
      item.querySelector('[data-part="number"]')?.replaceChildren(entry.id);
      return [item];
    });
    this.#list?.replaceChildren(...items);
    const section = this.#list?.closest('details');
    if (section) section.hidden = items.length === 0;
    this.#hold();
  }

  /** A full report takes no more: the other boxes wait until one is given up. */
  #hold(): void {
    const boxes = this.#boxes();
    const isFull = boxes.filter(({ checked }) => checked).length >= this.#limit;
    for (const box of boxes) box.disabled = isFull && !box.checked;
  }

  #boxes(): HTMLInputElement[] {
    return [...(this.#list?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  }
}
