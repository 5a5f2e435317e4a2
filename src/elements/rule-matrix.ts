/**
 * <rule-matrix>: the matrix of local rules as a tool. Rows, columns, groups and order follow the address (`domain/policy/rule-arrangement.ts`), so that a
 * view can be kept and sent; the controls are hidden in HTML and shown here. Nothing is stored. A table of several pages is fetched whole when its
 * reader asks for more than the page as it is.
 */
import './older-browsers.ts';
import { arrangeRules, readRuleView, tellRuleView, writeRuleView } from '../domain/policy/rule-arrangement.ts';
import type { ArrangedRule, RuleView } from '../domain/policy/rule-arrangement.ts';
import { printShownNotes } from './view/printed-notes.ts';
import { makeRow, readRows } from './view/table-rows.ts';

class RuleMatrix extends HTMLElement {
  readonly #rows = new Map<string, HTMLTableRowElement>();
  #rules: ArrangedRule[] = [];
  #keys: string[] = [];
  #view: RuleView = readRuleView('', []);
  #reading: Promise<void> | undefined;

  connectedCallback(): void {
    const headings = this.#headings();
    this.#keys = headings.map(({ dataset }) => dataset['key'] ?? '');
    for (const row of this.querySelectorAll<HTMLTableRowElement>('tbody tr[data-row]')) this.#readRow(row);
    for (const heading of headings) this.#addButton(heading);
    const controls = this.querySelector<HTMLElement>('[data-controls]');
    if (controls) controls.hidden = false;
    this.#offerProvinces();
    // Whoever wants one province wants it of the whole table.
    this.#provinces?.addEventListener('focus', () => void this.#showAll(), { once: true });
    controls?.addEventListener('change', () => this.#go(this.#asked()));
    window.addEventListener('popstate', () => this.#read());
    this.#read();
  }

  get #provinces(): HTMLSelectElement | null {
    return this.querySelector('select[name="province"]');
  }

  /** The provinces of the rows that are known, and those without a rule, each once. */
  #offerProvinces(): void {
    const select = this.#provinces;
    if (!select) return;
    const offered = new Set([...select.options].map(({ value }) => value));
    const names = [...this.#rules.map(({ province }) => province), ...(select.dataset['without'] ?? '').split(' ')];
    const fresh = [...new Set(names)].filter((name) => !offered.has(name));
    select.append(...fresh.map((name) => new Option(name)));
    select.value = this.#view.province;
  }

  #readRow(row: HTMLTableRowElement): void {
    const { row: key = '', province = '', deciders = '', validity = '', replacedBy = '', days } = row.dataset;
    const texts = Object.fromEntries(this.#keys.map((name, index) => [name, row.cells[index]?.textContent.trim() ?? '']));
    this.#rows.set(key, row);
    this.#rules.push({
      ...{ key, province, validity, replacedBy, texts },
      deciders: deciders.split('、').filter(Boolean),
      days: days === undefined ? undefined : Number(days),
    });
  }

  #addButton(heading: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort-button';
    button.append(...heading.childNodes);
    button.addEventListener('click', () => {
      const key = heading.dataset['key'] ?? '';
      const { sort } = this.#view;
      this.#go({ ...this.#view, sort: { key, isDown: sort?.key === key && !sort.isDown } });
    });
    heading.append(button);
  }

  #read(): void {
    this.#view = readRuleView(location.search, this.#keys);
    const boxes = (name: string) => this.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
    for (const box of boxes('has')) box.checked = this.#view.has.includes(box.value);
    for (const box of boxes('shown')) box.checked = !this.#view.without.includes(box.value);
    for (const box of boxes('unfolded')) box.checked = !this.#view.isFolded;
    const group = this.querySelector<HTMLSelectElement>('select[name="group"]');
    const validity = this.querySelector<HTMLSelectElement>('select[name="validity"]');
    if (group) group.value = this.#view.group ?? '';
    if (validity) validity.value = this.#view.validity;
    if (this.#provinces) this.#provinces.value = this.#view.province;
    if (writeRuleView(this.#view) === '') this.#show();
    else void this.#showAll();
  }

  /** What the controls say; the order stays. */
  #asked(): RuleView {
    const boxes = (name: string, isChecked: boolean) =>
      [...this.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)].flatMap(({ value, checked }) =>
        checked === isChecked ? [value] : [],
      );
    const group = this.querySelector<HTMLSelectElement>('select[name="group"]')?.value;
    return {
      has: boxes('has', true),
      without: boxes('shown', false),
      group: group === 'decider' || group === 'province' ? group : undefined,
      validity: this.querySelector<HTMLSelectElement>('select[name="validity"]')?.value ?? '',
      province: this.#provinces?.value ?? '',
      isFolded: boxes('unfolded', true).length === 0,
      sort: this.#view.sort,
    };
  }

  #go(view: RuleView): void {
    this.#view = view;
    history.replaceState(history.state, '', `${location.pathname}${writeRuleView(view)}${location.hash}`);
    void this.#showAll();
  }

  /** Shows what is asked of the whole table, which may have to be fetched. */
  async #showAll(): Promise<void> {
    this.#reading ??= this.#readOthers();
    try {
      await this.#reading;
      this.#show();
    } catch (error) {
      console.error(error);
      this.#reading = undefined;
      const status = this.querySelector('[data-shown]');
      if (status) status.textContent = '没有读到全表，条件没有用上。可以刷新本页再试。';
    }
  }

  /** Fetches the rows of the other pages, if there are any; the table is then whole. */
  async #readOthers(): Promise<void> {
    const { base = '/', files, rows } = this.dataset;
    if (files === undefined) return;
    const [like = null] = this.#rows.values();
    const made = (await readRows(base, rows === 'unit-rules' ? rows : 'rules', Number(files))).map(
      (row) => this.#rows.get(row.key) ?? makeRow(row, like),
    );
    this.#rows.clear();
    this.#rules = [];
    for (const row of made) this.#readRow(row);
    this.#offerProvinces();
    this.querySelector('tbody')?.replaceChildren(...made);
    this.querySelector('table')?.removeAttribute('data-part');
    this.querySelector('[data-pages]')?.toggleAttribute('hidden', true);
  }

  #show(): void {
    const groups = arrangeRules(this.#rules, this.#view);
    const body = this.querySelector('tbody');
    for (const heading of this.querySelectorAll('.matrix-group')) heading.remove();
    for (const row of this.#rows.values()) row.hidden = true;
    for (const { heading, rows } of groups) {
      if (heading !== '') body?.append(this.#groupRow(heading, rows.length));
      for (const { key, isUnder } of rows) {
        const row = this.#rows.get(key);
        if (!row) continue;
        row.hidden = false;
        row.classList.toggle('matrix-under', isUnder);
        body?.append(row);
      }
    }
    // What is not shown stands last, so that the first row of the table is the first that is seen.
    for (const row of this.#rows.values()) if (row.hidden) body?.append(row);
    this.#showColumns();
    this.#tell(groups.reduce((sum, { rows }) => sum + rows.length, 0));
    printShownNotes(this, false);
  }

  #groupRow(name: string, count: number): HTMLElement {
    const row = document.createElement('tr');
    row.className = 'matrix-group';
    row.dataset['group'] = name;
    const heading = document.createElement('th');
    heading.scope = 'colgroup';
    heading.colSpan = this.#keys.length - this.#view.without.length;
    heading.textContent = `${name}（${count}）`;
    row.append(heading);
    return row;
  }

  #showColumns(): void {
    const { without, sort } = this.#view;
    this.#headings().forEach((heading, index) => {
      const key = this.#keys[index] ?? '';
      const isHidden = without.includes(key);
      heading.hidden = isHidden;
      for (const row of this.#rows.values()) {
        const cell = row.cells[index];
        if (cell) cell.hidden = isHidden;
      }
      if (sort?.key === key) heading.setAttribute('aria-sort', sort.isDown ? 'descending' : 'ascending');
      else heading.removeAttribute('aria-sort');
    });
  }

  /** Says what is shown, on the page, on paper and for files. */
  #tell(count: number): void {
    const nameOf = (key: string) => this.#headings()[this.#keys.indexOf(key)]?.textContent.trim() ?? key;
    const words = tellRuleView(this.#view, nameOf);
    const folded = this.#rules.length - count;
    const table = this.querySelector('table');
    table?.setAttribute('data-conditions', words || (folded > 0 ? '没有选；已被代替的规定由接续的规定代表，没有列出' : ''));
    table?.setAttribute('data-without', this.#view.without.join(' '));
    const { province } = this.#view;
    const isUnseen = province !== '' && !this.#rules.some((rule) => rule.province === province);
    const unseen = isUnseen ? '没有见到写出内容的容错规定，不等于当地没有；先问本级组织部门、纪委监委。' : '';
    const status = this.querySelector('[data-shown]');
    if (status)
      status.textContent = `${words}${words ? '。' : ''}显示 ${count} 份${folded > 0 ? `，另有 ${folded} 份没有显示（不合条件，或已被代替、折在接续的规定下面）` : ''}。${unseen}`;
  }

  #headings(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('thead th')];
  }
}

customElements.define('rule-matrix', RuleMatrix);
