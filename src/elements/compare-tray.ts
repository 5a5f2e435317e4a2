/**
 * <compare-tray>: 比对篮, and the buttons 加入比对 wherever they stand on the page. What is kept, where, and for how long: see `domain/kept/tray.ts`.
 * One step can be undone while the page is open.
 */
import { readIds } from '../domain/kept/entry-ids.ts';
import { moveInTray, readTray, toggleInTray, TRAY_LIMIT, trayKey, writeIds, writeTray } from '../domain/kept/tray.ts';
import { storedPlace } from './stored-place.ts';
import { addPins, leadOn } from './view/list-pins.ts';

class CompareTray extends HTMLElement {
  readonly #key = trayKey(storedPlace(this.dataset['base'] ?? '/'));
  /** Kept here too, so that the page still works in a browser that refuses storage. */
  #ids: string[] = [];
  /** Whether the last that was to be kept could not be: what is stored is then older. */
  #isRefused = false;
  /** As it was before the last step. */
  #before: string[] | undefined;

  connectedCallback(): void {
    this.#ids = this.#load();
    document.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-pin]') : null;
      const id = button?.dataset['pin'];
      if (button && id) this.#toggle(id, button);
    });
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLElement) this.#press(target);
    });
    this.#part('contents')?.addEventListener('toggle', () => void this.#list());
    // Another window of the same site may have changed the tray.
    window.addEventListener('storage', ({ key }) => {
      if (key === this.#key) this.#show((this.#ids = this.#load()));
    });
    // Results come after the page; whoever shows them says so.
    document.addEventListener('entries-shown', () => this.#show(this.#ids));
    this.#show(this.#ids);
  }

  #press(target: HTMLElement): void {
    const { tray, traySave, trayMove } = target.dataset;
    const id = target.closest<HTMLElement>('[data-tray-id]')?.dataset['trayId'];
    if (traySave) void this.#save(traySave);
    if (tray === 'empty') this.#step([]);
    if (tray === 'adopt') this.#step([...new Set([...this.#load(), ...this.#offered()])].slice(0, TRAY_LIMIT));
    if (tray === 'copy') void this.#copyLink();
    if (tray === 'undone' && this.#before) {
      const before = this.#before;
      this.#before = undefined;
      this.#set(before);
    }
    if (id && trayMove) void this.#move(id, trayMove, target);
  }

  /** The pressed button is drawn anew: whoever works by keyboard goes on from the same entry, or from the one in its place. */
  async #move(id: string, how: string, pressed: HTMLElement): Promise<void> {
    const items = () => [...this.querySelectorAll<HTMLElement>('[data-tray-id]')];
    const at = items().findIndex((item) => item.contains(pressed));
    this.#step(how === 'out' ? toggleInTray(this.#load(), id) : moveInTray(this.#load(), id, Number(how)));
    await this.#list();
    const drawn = items();
    const next = how === 'out' ? drawn[Math.min(at, drawn.length - 1)] : drawn.find(({ dataset }) => dataset['trayId'] === id);
    const same = next?.querySelector<HTMLButtonElement>(`[data-tray-move="${how}"]`);
    (same?.disabled ? next?.querySelector<HTMLButtonElement>('[data-tray-move]:not(:disabled)') : same)?.focus();
  }

  #toggle(id: string, button: Element): void {
    const current = this.#load();
    const next = toggleInTray(current, id);
    this.#say(next.length === current.length ? 'full' : next.length > current.length ? 'added' : 'removed', id);
    if (next.length < current.length) this.#step(next);
    else this.#set(next);
    if (next.length > current.length) leadOn(button, this.querySelector('[data-tray-link]'), '去比对');
  }

  /** A change that takes away or reorders, and can be undone. */
  #step(ids: string[]): void {
    this.#before = this.#load();
    this.#set(ids);
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
      return this.#isRefused ? this.#ids : readTray(localStorage.getItem(this.#key));
    } catch {
      return this.#ids;
    }
  }

  #set(ids: string[]): void {
    this.#ids = ids;
    try {
      localStorage.setItem(this.#key, writeTray(ids));
      this.#isRefused = false;
    } catch {
      this.#isRefused = true;
      this.#say('refused', '');
    }
    this.#show(ids);
  }

  #show(ids: readonly string[]): void {
    addPins();
    for (const part of this.querySelectorAll<HTMLElement>('[data-tray="filled"]')) part.hidden = ids.length === 0;
    this.#fill('count', String(ids.length));
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-tray-link]')) {
      link.href = (link.dataset['trayLink'] ?? '') + writeIds(ids);
    }
    for (const button of document.querySelectorAll<HTMLElement>('[data-pin]')) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(ids.includes(button.dataset['pin'] ?? '')));
    }
    const offered = this.#offered().filter((id) => !ids.includes(id));
    this.#fill('offered-count', String(offered.length));
    this.#fill('link', this.#link());
    this.#hide('offered', offered.length === 0);
    this.#hide('undo', this.#before === undefined);
    void this.#list();
  }

  /** Lists what is in the tray, once somebody looks. */
  async #list(): Promise<void> {
    if (!this.#part('contents')?.hasAttribute('open')) return;
    const { listTray } = await import('./view/tray-list.ts');
    listTray(this, this.#ids, this.dataset['base'] ?? '/');
  }

  /** Numbers that the address brings, from whoever sent it. */
  #offered(): string[] {
    return this.#part('offered') ? readIds(location.search, TRAY_LIMIT).ids : [];
  }

  /** The report of what is in the tray, from where whoever gets the link can put it into his own. */
  #link(): string {
    return new URL(`${this.dataset['base'] ?? '/'}report/${writeIds(this.#ids)}`, location.href).href;
  }

  async #copyLink(): Promise<void> {
    const { copyTextOf } = await import('./view/copy-text.ts');
    const link = this.#part('link');
    this.#fill('copied', link && copyTextOf(link) ? '已经复制。' : '浏览器没有复制，链接已经选中，请按 Ctrl+C。');
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector(`[data-tray="${name}"]`);
  }

  #fill(name: string, text: string): void {
    const part = this.#part(name);
    if (part) part.textContent = text;
  }

  #hide(name: string, isHidden: boolean): void {
    const part = this.#part(name);
    if (part) part.hidden = isHidden;
  }

  /** Puts a sentence of the page into the live region, where it has one; the pressed state of the button is announced anyway. */
  #say(what: string, id: string): void {
    const status = this.#part('status');
    if (status) status.textContent = (status.dataset[what] ?? '').replace('{id}', id);
  }
}

customElements.define('compare-tray', CompareTray);
