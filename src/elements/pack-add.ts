/**
 * <pack-add>: 加入选编 on an entry. What is kept, where, and for how long: see `domain/pack-store.ts`, which is loaded when a reader first presses
 * the button; until then only the numbers in storage are looked at.
 */
class PackAdd extends HTMLElement {
  readonly #id = this.dataset['id'] ?? '';

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => void this.#toggle());
    // Another window of the same site may have changed the pack.
    window.addEventListener('storage', () => this.#show());
    this.#show();
  }

  async #toggle(): Promise<void> {
    const { PACK_KEY, readStoredPack, toggleInPack, writeStoredPack } = await import('../domain/pack-store.ts');
    try {
      const before = readStoredPack(localStorage.getItem(PACK_KEY));
      const after = toggleInPack(before, this.#id);
      localStorage.setItem(PACK_KEY, writeStoredPack(after));
      const change = after.items.length - before.items.length;
      this.#say(change > 0 ? 'added' : change < 0 ? 'removed' : 'full');
    } catch {
      this.#say('refused');
    }
    this.#show();
  }

  #show(): void {
    const ids = storedIds();
    this.querySelector('button')?.setAttribute('aria-pressed', String(ids.includes(this.#id)));
    this.#fill('[data-part="count"]', String(ids.length));
  }

  #say(what: string): void {
    const sentence = this.querySelector<HTMLTemplateElement>(`template[data-say="${what}"]`)?.content.textContent.trim() ?? '';
    this.#fill('[role="status"]', sentence);
  }

  #fill(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element) element.textContent = text;
  }
}

/** The numbers in the stored pack, whatever stands there. */
function storedIds(): string[] {
  try {
    const { items } = JSON.parse(localStorage.getItem('pack') ?? '') as { items: { id: string }[] };
    return items.map(({ id }) => id);
  } catch {
    return [];
  }
}

customElements.define('pack-add', PackAdd);
