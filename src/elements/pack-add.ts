/**
 * <pack-add>: the way to 选编, and the buttons 加入选编 wherever they stand on the page. What is kept, where, and for how long: see
 * `domain/kept/pack-store.ts`, which is loaded when a reader first presses a button; until then only the numbers are looked at.
 */
import { storedKey } from '../domain/kept/stored-key.ts';
import { storedPlace } from './stored-place.ts';
import { addPins, leadOn } from './view/list-pins.ts';

class PackAdd extends HTMLElement {
  readonly #key = storedKey('pack', storedPlace(this.dataset['base'] ?? '/'));

  connectedCallback(): void {
    document.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-pack]') : null;
      const id = button?.dataset['pack'];
      if (button && id) this.#toggleNext(id, button);
    });
    // Another window of the same site may have changed the pack.
    window.addEventListener('storage', () => this.#show());
    // Results come after the page; whoever shows them says so.
    document.addEventListener('entries-shown', () => this.#show());
    this.#show();
  }

  #toggled = Promise.resolve();

  /** One after another: of two presses the second may be given the code of the pack first. */
  #toggleNext(id: string, button: Element): void {
    const toggle = () => this.#toggle(id, button);
    this.#toggled = this.#toggled.then(toggle, toggle);
  }

  async #toggle(id: string, button: Element): Promise<void> {
    const { PACK_LIMIT, readStoredPack, toggleInPack, writeStoredPack } = await import('../domain/kept/pack-store.ts');
    const key = this.#key;
    try {
      const before = readStoredPack(localStorage.getItem(key));
      const after = toggleInPack(before, id);
      localStorage.setItem(key, writeStoredPack(after));
      const change = after.items.length - before.items.length;
      const full = `选编最多放 ${PACK_LIMIT} 条，${id} 没有放进去。`;
      this.#say(change > 0 ? `已把 ${id} 放进选编。` : change < 0 ? `已从选编取出 ${id}。` : full);
      if (change > 0 && !this.contains(button)) leadOn(button, this.querySelector('a'), '去选编');
    } catch {
      this.#say('这个浏览器不允许保存，没有加入；可以在选编页填编号，用链接保存。');
    }
    this.#show();
  }

  #show(): void {
    addPins();
    const ids = storedIds(this.#key);
    for (const button of document.querySelectorAll<HTMLElement>('[data-pack]')) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(ids.includes(button.dataset['pack'] ?? '')));
    }
    // Beside a list the way to an empty pack leads nowhere.
    const way = this.querySelector<HTMLElement>('[data-part="way"]');
    if (way) way.hidden = ids.length === 0 && !this.querySelector('[data-pack]');
    this.#fill('[data-part="count"]', String(ids.length));
  }

  #say(sentence: string): void {
    this.#fill('[role="status"]', sentence);
  }

  #fill(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element) element.textContent = text;
  }
}

/** The numbers in the stored pack, whatever stands there. */
function storedIds(key: string): string[] {
  try {
    const { items } = JSON.parse(localStorage.getItem(key) ?? '') as { items: { id: string }[] };
    return items.map(({ id }) => id);
  } catch {
    return [];
  }
}

customElements.define('pack-add', PackAdd);
