/** The items of a pack as a list that can be put in order: by dragging, and by its buttons. */
import { printedNumber } from '../../schema/number.ts';
import { totalMinutes } from '../../domain/course/course-pack.ts';
import type { PackChoice } from '../../domain/kept/pack-store.ts';
import { markedTitle } from '../../domain/site/register.ts';
import type { RegisterEntry } from '../../domain/site/register.ts';

/** What a reader asked of the list. */
export interface PackListEvents {
  move(from: number, to: number): void;
  remove(index: number): void;
  change(index: number, choice: Pick<PackChoice, 'minutes' | 'note'>): void;
}

export class PackList {
  readonly #root: HTMLElement;
  readonly #list: HTMLElement;
  readonly #events: PackListEvents;
  #dragged = -1;

  /** `root` holds the list, its template and the sums. */
  constructor(root: HTMLElement, events: PackListEvents) {
    this.#root = root;
    this.#list = root.querySelector('[data-pack-items]') ?? root;
    this.#events = events;
    this.#list.addEventListener('click', ({ target }) => this.#onClick(target));
    // Not only when a field is left: another window may have the list drawn anew meanwhile.
    this.#list.addEventListener('input', ({ target }) => this.#onChange(target));
    this.#list.addEventListener('dragstart', (event) => this.#onDragStart(event));
    this.#list.addEventListener('dragover', (event) => {
      if (this.#dragged >= 0) event.preventDefault();
    });
    this.#list.addEventListener('drop', (event) => this.#onDrop(event));
    this.#list.addEventListener('dragend', () => (this.#dragged = -1));
  }

  /** Draws the items in order. */
  show(items: readonly PackChoice[], register: ReadonlyMap<string, RegisterEntry>, kinds: Readonly<Record<string, string>>): void {
    const template = this.#root.querySelector<HTMLTemplateElement>('template[data-template="item"]');
    const rows = items.flatMap(({ id, minutes, note, unit }, index) => {
      const row = template?.content.firstElementChild?.cloneNode(true);
      const entry = register.get(id);
      if (!(row instanceof HTMLElement)) return [];
      const title = entry ? markedTitle(entry) : id === '' ? '环节' : '没有读到';
      row.dataset['id'] = id;
      const name = `${id} ${title}`.trim();
      row.querySelector('[data-part="number"]')?.replaceChildren(entry ? printedNumber(id) : id);
      const session = unit === undefined ? '没有条目，在“说明”里写名称' : '课程的环节，没有条目';
      const kind = entry ? (kinds[entry.collection] ?? '') : id === '' ? session : '别的单位的条目';
      row.querySelector('[data-part="kind"]')?.replaceChildren(kind);
      const link = row.querySelector<HTMLAnchorElement>('a[data-part="title"]');
      if (entry && link) Object.assign(link, { href: entry.href, textContent: title });
      else link?.replaceWith(title);
      const minutesField = row.querySelector<HTMLInputElement>('input[name="minutes"]');
      if (minutesField) minutesField.value = minutes > 0 ? String(minutes) : '';
      const noteField = row.querySelector<HTMLInputElement>('input[name="item-note"]');
      if (noteField) noteField.value = note;
      minutesField?.setAttribute('aria-label', `分钟：${id || `第${index + 1}项`}`);
      noteField?.setAttribute('aria-label', `说明：${id || `第${index + 1}项`}`);
      for (const button of row.querySelectorAll('button')) button.setAttribute('aria-label', `${button.textContent}：${name}`);
      setDisabled(row, 'up', index === 0);
      setDisabled(row, 'down', index === items.length - 1);
      return [row];
    });
    this.#list.replaceChildren(...rows);
    this.showTotal(items);
  }

  /** The number of items and the sum of their minutes. */
  showTotal(items: readonly PackChoice[]): void {
    this.#root.querySelector('[data-part="items"]')?.replaceChildren(String(items.length));
    this.#root.querySelector('[data-part="minutes"]')?.replaceChildren(String(totalMinutes(items)));
  }

  /** Puts the focus on a button of an item, or on its other direction where that one has come to an end. */
  focus(index: number, action: 'up' | 'down'): void {
    const row = this.#list.children[index];
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
    const other = row?.querySelector<HTMLButtonElement>(`[data-action="${action === 'up' ? 'down' : 'up'}"]`);
    (wanted?.disabled ? other : wanted)?.focus();
  }

  #onClick(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
    const index = this.#indexOf(target);
    if (!button || index < 0) return;
    const { action } = button.dataset;
    if (action === 'remove') this.#events.remove(index);
    if (action !== 'up' && action !== 'down') return;
    const to = index + (action === 'up' ? -1 : 1);
    this.#events.move(index, to);
    this.focus(to, action);
  }

  #onChange(target: EventTarget | null): void {
    const index = this.#indexOf(target);
    const row = this.#list.children[index];
    if (!row) return;
    const minutes = Number(row.querySelector<HTMLInputElement>('input[name="minutes"]')?.value ?? 0);
    const note = row.querySelector<HTMLInputElement>('input[name="item-note"]')?.value ?? '';
    this.#events.change(index, { minutes, note });
  }

  /** Text selected in a field is dragged as text. */
  #onDragStart(event: DragEvent): void {
    if (event.target instanceof HTMLInputElement || !event.dataTransfer) return;
    this.#dragged = this.#indexOf(event.target);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
  }

  #onDrop(event: DragEvent): void {
    const to = this.#indexOf(event.target);
    if (this.#dragged < 0 || to < 0) return;
    event.preventDefault();
    this.#events.move(this.#dragged, to);
    this.#dragged = -1;
  }

  #indexOf(target: EventTarget | null): number {
    const row = target instanceof Element ? target.closest('li') : null;
    return row ? [...this.#list.children].indexOf(row) : -1;
  }
}

function setDisabled(row: HTMLElement, action: string, isDisabled: boolean): void {
  const button = row.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
  if (button) button.disabled = isDisabled;
}
