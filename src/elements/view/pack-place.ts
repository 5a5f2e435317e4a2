/** Where in a pack goes what is added: after the item that was chosen, or at the end. */
import type { PackChoice } from '../../domain/kept/pack-store.ts';
import type { RegisterEntry } from '../../domain/site/register.ts';

/** Letters by which an item is known again. */
const NAME_LETTERS = 24;

export class PackPlace {
  readonly #select: HTMLSelectElement | null;

  /** `root` holds the list of places, whose first is the end. */
  constructor(root: HTMLElement) {
    this.#select = root.querySelector('select[name="place"]');
  }

  /** Lists the places of these items; what was chosen stays chosen. */
  show(items: readonly PackChoice[], register: ReadonlyMap<string, RegisterEntry>): void {
    const select = this.#select;
    if (!select) return;
    const chosen = select.value;
    const nameOf = ({ id, note }: PackChoice) => (id === '' ? note || '环节' : (register.get(id)?.title ?? id)).slice(0, NAME_LETTERS);
    const places = items.slice(0, -1).map((item, index) => new Option(`第${index + 1}项之后：${nameOf(item)}`, String(index + 1)));
    select.replaceChildren(new Option('最后', ''), new Option('最前', '0'), ...places);
    select.value = places.some(({ value }) => value === chosen) || chosen === '0' ? chosen : '';
    select.closest('label')?.toggleAttribute('hidden', items.length === 0);
  }

  /** The items with fresh ones in the chosen place; what is added next goes behind these. */
  put(items: readonly PackChoice[], fresh: readonly PackChoice[]): PackChoice[] {
    const at = this.indexIn(items);
    if (this.#select && at < items.length && fresh.length > 0) {
      const next = String(at + fresh.length);
      // The place is listed when the pack is shown.
      this.#select.add(new Option('', next));
      this.#select.value = next;
    }
    return [...items.slice(0, at), ...fresh, ...items.slice(at)];
  }

  /** The index that the next item will have. */
  indexIn(items: readonly PackChoice[]): number {
    const value = this.#select?.value ?? '';
    return value === '' ? items.length : Math.min(Number(value), items.length);
  }

  /** The order is another: what was chosen is no longer there. */
  forget(): void {
    if (this.#select) this.#select.value = '';
  }
}
