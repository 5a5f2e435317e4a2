/**
 * <compare-table>: two to four cases or practices side by side. Which ones is the address, `?ids=RC-001,RC-007`; without numbers the tray is
 * offered to choose from. Unknown, malformed and retired numbers are named, and the others still compared.
 */
import './older-browsers.ts';
import { compareEntries, COMPARE_LIMIT, COMPARE_MIN } from '../domain/case/compare.ts';
import type { Comparable, ComparedRow } from '../domain/case/compare.ts';
import { comparePaper, compareTable } from '../domain/case/compare-paper.ts';
import { resolveIds } from '../domain/site/register.ts';
import type { RegisterEntry } from '../domain/site/register.ts';
import { tableTexts } from '../domain/list/table-file.ts';
import { writeIds } from '../domain/kept/tray.ts';
import type { Work } from '../domain/reference/work.ts';
import { renderComparison } from './view/compare-view.ts';
import { readAskedIds } from './view/asked-ids.ts';
import { loadEntryData, loadRegister, loadVersions } from './view/desk-data.ts';
import { nameIds } from './view/id-messages.ts';
import { localDay } from './view/local-day.ts';
import { savePaper, saveTable } from './view/save-file.ts';
import { storedTray } from './view/stored-tray.ts';

class CompareTable extends HTMLElement {
  readonly #base = this.dataset['base'] ?? '/';
  #entries: Comparable[] = [];
  #works: Work[] = [];
  #rows: ComparedRow[] = [];
  #register: ReadonlyMap<string, RegisterEntry> = new Map();
  #turn = 0;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const action = target instanceof HTMLElement ? target.dataset['action'] : undefined;
      if (action === 'csv') saveTable(`${this.#fileName()}.csv`, tableTexts(compareTable(this.#entries, this.#rows, [])));
      if (action === 'docx' || action === 'xlsx') void this.#saveFile(action);
    });
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = [...this.querySelectorAll<HTMLInputElement>('[data-choices] input:checked')].map(({ value }) => value);
      history.pushState(null, '', location.pathname + writeIds(chosen));
      void this.#open();
    });
    this.addEventListener('change', () => this.#limitChoices());
    window.addEventListener('popstate', () => void this.#open());
    void this.#open();
  }

  /** Reads the address and shows what it asks for. */
  async #open(): Promise<void> {
    const turn = ++this.#turn;
    this.dataset['state'] = 'loading';
    try {
      const read = await readAskedIds(this.#base, COMPARE_LIMIT);
      const register = await loadRegister(this.#base, [...read.ids, ...storedTray(this.#base)]);
      const { found, retired, unknown } = resolveIds(read.ids, register);
      const comparable = found.filter(({ collection }) => collection === 'tolerance' || collection === 'practices');
      const usable = comparable.filter(({ collection }) => collection === comparable[0]?.collection);
      const other = found.filter((entry) => !usable.includes(entry));
      const data = await Promise.all(usable.map(({ id }) => loadEntryData(this.#base, id)));
      // Another address has been asked for since.
      if (turn !== this.#turn) return;
      this.#register = register;
      nameIds(this, { ...read, unknown, retired, other }, register);
      this.#entries = data.flatMap(({ compare }) => compare ?? []);
      this.#works = data.flatMap(({ file, compare }) => [...file.works, ...(compare?.laws ?? []).map(({ work }) => work)]);
      this.#rows = compareEntries(this.#entries);
      if (this.#entries.length >= COMPARE_MIN) renderComparison(this, this.#entries, this.#rows);
      else this.#offer(usable);
      this.dataset['state'] = this.#entries.length >= COMPARE_MIN ? 'done' : 'choose';
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.dataset['state'] = 'error';
    }
  }

  /** Offers what is in the tray and what the address names, the first ones ticked. */
  #offer(named: readonly RegisterEntry[]): void {
    const tray = resolveIds(storedTray(this.#base), this.#register).found;
    const offered = [...new Map([...named, ...tray].map((entry) => [entry.id, entry])).values()];
    const template = this.querySelector<HTMLTemplateElement>('template[data-template="choice"]');
    const items = offered.map(({ id, title, href }, index) => {
      const item = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
      const box = item.querySelector('input');
      if (box) Object.assign(box, { value: id, checked: index < COMPARE_LIMIT });
      const link = item.querySelector('a');
      if (link) Object.assign(link, { href, textContent: title });
      item.querySelector('[data-part="number"]')?.replaceChildren(id);
      return item;
    });
    this.querySelector('[data-choices]')?.replaceChildren(...items);
    const form = this.querySelector<HTMLElement>('form');
    if (form) form.hidden = items.length < COMPARE_MIN;
    const empty = this.querySelector<HTMLElement>('[data-too-few]');
    if (empty) empty.hidden = items.length >= COMPARE_MIN;
    this.#limitChoices();
  }

  /** No more than four at a time: the other boxes wait until one is given up. */
  #limitChoices(): void {
    const boxes = [...this.querySelectorAll<HTMLInputElement>('[data-choices] input')];
    const count = boxes.filter(({ checked }) => checked).length;
    for (const box of boxes) box.disabled = !box.checked && count >= COMPARE_LIMIT;
    const button = this.querySelector<HTMLButtonElement>('form button');
    if (button) button.disabled = count < COMPARE_MIN;
  }

  async #saveFile(kind: 'docx' | 'xlsx'): Promise<void> {
    const status = this.querySelector('[data-export-status]');
    try {
      const dataVersion = await loadVersions(
        this.#base,
        this.#entries.map(({ id }) => id),
      );
      const works = [...new Map(this.#works.map((work) => [work.id, work])).values()];
      if (kind === 'docx') {
        const root = new URL(this.#base, location.href).href;
        const style = { edition: '2025', accessed: localDay(new Date()), root } as const;
        const [entries, rows, address] = [this.#entries, this.#rows, location.href];
        await savePaper(this.#fileName(), comparePaper({ entries, rows, works, address, dataVersion, style }));
      } else {
        const { saveTableFile } = await import('./view/save-table-file.ts');
        await saveTableFile(kind, compareTable(this.#entries, this.#rows, works), this.#base, [{ label: '数据版本', value: dataVersion }]);
      }
      if (status) status.textContent = this.dataset['saved'] ?? '';
    } catch (error) {
      console.error(error);
      if (status) status.textContent = this.dataset['failed'] ?? '';
    }
  }

  #fileName(): string {
    return `比对 ${this.#entries.map(({ id }) => id).join(' ')}`;
  }
}

customElements.define('compare-table', CompareTable);
