/**
 * `<table-filter>`: shows only the rows of its table that contain the typed words and, where one is chosen, belong to the chosen source. The page holds
 * the first rows; all of them are fetched when something is asked. What is asked stands in the address, so that it can be kept and sent, and on
 * paper; what is found can be saved. The controls are hidden in HTML and shown here, since they do nothing without this script.
 */
import { describeWords, foldWords, hasWord, readWords } from '../domain/chinese/typed-words.ts';
import { LINES_A_PAGE } from '../domain/list/paging.ts';
import { rowText } from '../domain/list/table-rows.ts';
import type { RowData } from '../domain/list/table-rows.ts';
import { saveTable } from './view/save-file.ts';
import { makeRow, readRows } from './view/table-rows.ts';

/** A row with its text, which is gathered and folded once. */
interface FoundRow {
  row: RowData;
  text: string;
}

class TableFilter extends HTMLElement {
  #reading: Promise<FoundRow[]> | undefined;
  #found: FoundRow[] = [];
  /** The conditions, in words. */
  #said = '';
  /** The rows that the page came with. */
  #first: HTMLTableRowElement[] = [];
  #turn = 0;

  connectedCallback(): void {
    const controls = this.querySelector<HTMLElement>('[data-controls]');
    if (!controls) return;
    controls.hidden = false;
    this.#first = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    const [words, source] = [controls.querySelector('input'), controls.querySelector('select')];
    const asked = new URLSearchParams(location.search);
    if (words) words.value = asked.get('q') ?? '';
    if (source && [...source.options].some(({ value }) => value === asked.get('source'))) source.value = asked.get('source') ?? '';
    const apply = () => void this.#apply(words?.value ?? '', source?.value ?? '');
    if (asked.has('q') || asked.has('source')) apply();
    let isComposing = false;
    controls.addEventListener('compositionstart', () => (isComposing = true));
    controls.addEventListener('compositionend', () => {
      isComposing = false;
      apply();
    });
    controls.addEventListener('input', () => {
      if (!isComposing) apply();
    });
    controls.querySelector('[data-save]')?.addEventListener('click', () => void this.#save());
    this.querySelector('[data-more]')?.addEventListener('click', () => this.#showMore());
  }

  #rows(): Promise<FoundRow[]> {
    const { base = '/', files = '0' } = this.dataset;
    this.#reading ??= readRows(base, 'figures', Number(files)).then((rows) => rows.map((row) => ({ row, text: foldWords(rowText(row)) })));
    return this.#reading;
  }

  async #apply(typed: string, source: string): Promise<void> {
    const turn = ++this.#turn;
    const words = readWords(typed);
    const conditions = [...(words.length > 0 ? [`含有的字：${describeWords(words)}`] : []), ...(source === '' ? [] : [`出处：${source}`])];
    const isWhole = conditions.length === 0;
    this.#writeAddress(words.map(({ text }) => text).join(' '), source);
    if (!isWhole) {
      const rows = await this.#read();
      if (turn !== this.#turn || !rows) return;
      this.#found = rows.filter(
        ({ row, text }) => words.every((word) => hasWord(text, word)) && (source === '' || row.facts['source'] === source),
      );
    }
    this.#body()?.replaceChildren(...(isWhole ? this.#first : this.#made(0)));
    this.#said = conditions.join('；');
    for (const part of this.querySelectorAll('table, .table-scroll')) part.setAttribute('data-conditions', conditions.join('；'));
    const table = this.querySelector('table');
    table?.setAttribute('data-keys', isWhole ? '' : this.#found.map(({ row }) => row.key).join(' '));
    table?.toggleAttribute('data-part', isWhole);
    document.documentElement.toggleAttribute('data-narrowed', !isWhole);
    // The notes of the page are those of its own rows; what is found names its sources itself.
    for (const part of document.querySelectorAll<HTMLElement>('.notes, [data-unless-narrowed], [data-pages]')) part.hidden = !isWhole;
    this.#showButton(isWhole);
  }

  /** The rows, or `undefined` and a word about it when they cannot be read. */
  async #read(): Promise<FoundRow[] | undefined> {
    try {
      return await this.#rows();
    } catch (error) {
      console.error(error);
      this.#reading = undefined;
      this.#tell('没有读到数字的数据，条件没有用上。可以刷新本页再试。');
      return undefined;
    }
  }

  #writeAddress(words: string, source: string): void {
    const asked = new URLSearchParams();
    if (words !== '') asked.set('q', words);
    if (source !== '') asked.set('source', source);
    const text = asked.toString();
    history.replaceState(history.state, '', `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`);
  }

  #made(start: number): HTMLTableRowElement[] {
    return this.#found.slice(start, start + LINES_A_PAGE.figures).map(({ row }) => makeRow(row, this.#first[0] ?? null));
  }

  #showMore(): void {
    const rows = this.#made(this.#body()?.rows.length ?? 0);
    this.#body()?.append(...rows);
    this.#showButton(false);
    rows[0]?.querySelector('a')?.focus();
  }

  /** Says how many were found and, for paper too, how many of them are listed; offers the others. */
  #showButton(isWhole: boolean): void {
    const listed = this.#body()?.rows.length ?? 0;
    const isPart = !isWhole && this.#found.length > listed;
    const more = this.querySelector<HTMLElement>('[data-more]');
    if (more) more.hidden = !isPart;
    this.#tell(isWhole ? '' : `${this.#said}；找到 ${this.#found.length} 个${isPart ? `，列出 ${listed} 个` : ''}`);
  }

  #body(): HTMLTableSectionElement | null {
    return this.querySelector('tbody');
  }

  #tell(sentence: string): void {
    const status = this.querySelector('[data-shown]');
    if (status) status.textContent = sentence;
  }

  /** Saves what was found, or everything. */
  async #save(): Promise<void> {
    const rows = await this.#read();
    if (!rows) return;
    const isWhole = !document.documentElement.hasAttribute('data-narrowed');
    const head = [...(this.querySelector<HTMLTableRowElement>('thead tr')?.cells ?? [])].map((cell) => cell.textContent.trim());
    const cells = ({ row }: FoundRow) => makeRow(row, null).cells;
    const texts = (isWhole ? rows : this.#found).map((row) => [...cells(row)].map((cell) => cell.textContent.replace(/\s+/gu, ' ').trim()));
    saveTable(`${document.querySelector('h1')?.textContent ?? ''}.csv`, [head, ...texts]);
  }
}

customElements.define('table-filter', TableFilter);
