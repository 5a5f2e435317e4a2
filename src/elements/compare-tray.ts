/**
 * <compare-tray>: 比对篮, and the buttons 加入比对 wherever they stand on the page. What is kept, where, and for how long: see `domain/tray.ts`.
 */
import { readTray, toggleInTray, TRAY_KEY, writeIds, writeTray } from '../domain/tray.ts';

class CompareTray extends HTMLElement {
  /** Kept here too, so that the page still works in a browser that refuses storage. */
  #ids: string[] = [];

  connectedCallback(): void {
    this.#ids = this.#load();
    document.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-pin]') : null;
      const id = button?.dataset['pin'];
      if (id) this.#toggle(id);
    });
    this.querySelector('[data-tray="empty"]')?.addEventListener('click', () => this.#set([]));
    this.addEventListener('click', ({ target }) => {
      const file = target instanceof HTMLElement ? target.dataset['traySave'] : undefined;
      if (file) void this.#save(file);
    });
    // Another window of the same site may have changed the tray.
    window.addEventListener('storage', ({ key }) => {
      if (key === TRAY_KEY) this.#show((this.#ids = this.#load()));
    });
    // Results come after the page; whoever shows them says so.
    document.addEventListener('entries-shown', () => this.#show(this.#ids));
    this.#show(this.#ids);
  }

  #toggle(id: string): void {
    const current = this.#load();
    const next = toggleInTray(current, id);
    this.#say(next.length === current.length ? 'full' : next.length > current.length ? 'added' : 'removed', id);
    this.#set(next);
  }

  /** Saves the tray; what writes files is fetched now. */
  async #save(wanted: string): Promise<void> {
    const { resultFile, saveResults } = await import('./view/save-results.ts');
    const file = resultFile(wanted);
    const { base = '/', collections = '{}' } = this.dataset;
    const asked = [{ label: '来自', value: '比对篮' }];
    const results = { title: '比对篮', asked, ids: this.#load(), collectionNames: JSON.parse(collections) as Record<string, string>, base };
    if (file) await saveResults(file, results, this.querySelector('[data-export-status]'));
  }

  #load(): string[] {
    try {
      return readTray(localStorage.getItem(TRAY_KEY));
    } catch {
      return this.#ids;
    }
  }

  #set(ids: string[]): void {
    this.#ids = ids;
    try {
      localStorage.setItem(TRAY_KEY, writeTray(ids));
    } catch {
      this.#say('refused', '');
    }
    this.#show(ids);
  }

  #show(ids: readonly string[]): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-tray="filled"]')) part.hidden = ids.length === 0;
    const count = this.querySelector('[data-tray="count"]');
    if (count) count.textContent = String(ids.length);
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-tray-link]')) {
      link.href = (link.dataset['trayLink'] ?? '') + writeIds(ids);
    }
    for (const button of document.querySelectorAll<HTMLElement>('[data-pin]')) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(ids.includes(button.dataset['pin'] ?? '')));
    }
  }

  /** Puts a sentence of the page into the live region, where it has one; the pressed state of the button is announced anyway. */
  #say(what: string, id: string): void {
    const status = this.querySelector<HTMLElement>('[data-tray="status"]');
    if (status) status.textContent = (status.dataset[what] ?? '').replace('{id}', id);
  }
}

customElements.define('compare-tray', CompareTray);
