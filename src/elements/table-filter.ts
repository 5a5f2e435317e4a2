/**
 * `<table-filter>`: shows only the rows of its table that contain the typed words and, where one is chosen, belong to the chosen source
 * (`data-source` of the row). What is asked stands in the address, so that it can be kept and sent, and on paper; what is shown can be saved. The controls are
 * hidden in HTML and shown here, since they do nothing without this script.
 */
import { printShownNotes } from './view/printed-notes.ts';
import { saveTable } from './view/save-file.ts';

class TableFilter extends HTMLElement {
  connectedCallback(): void {
    const controls = this.querySelector<HTMLElement>('[data-controls]');
    if (!controls) return;
    controls.hidden = false;
    const [words, source] = [controls.querySelector('input'), controls.querySelector('select')];
    const asked = new URLSearchParams(location.search);
    if (words) words.value = asked.get('q') ?? '';
    if (source && [...source.options].some(({ value }) => value === asked.get('source'))) source.value = asked.get('source') ?? '';
    const apply = () => {
      this.#apply(words?.value ?? '', source?.value ?? '');
    };
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
    controls.querySelector('[data-save]')?.addEventListener('click', () => {
      this.#save();
    });
  }

  #apply(typed: string, source: string): void {
    const words = typed.split(/\s+/u).filter(Boolean);
    for (const row of this.#rows()) {
      const hasWords = words.every((word) => row.textContent.includes(word));
      row.hidden = !hasWords || (source !== '' && row.dataset['source'] !== source);
    }
    const conditions = [...(words.length > 0 ? [`含有的字：${words.join(' ')}`] : []), ...(source === '' ? [] : [`出处：${source}`])];
    const status = this.querySelector('[data-shown]');
    if (status) status.textContent = `${[...conditions, ''].join('；')}显示 ${this.#shown().length} 个`;
    const isWhole = conditions.length === 0;
    for (const part of this.querySelectorAll('table, .table-scroll')) part.setAttribute('data-conditions', conditions.join('；'));
    document.documentElement.toggleAttribute('data-narrowed', !isWhole);
    printShownNotes(this, isWhole);
    const asked = new URLSearchParams();
    if (words.length > 0) asked.set('q', words.join(' '));
    if (source !== '') asked.set('source', source);
    const text = asked.toString();
    history.replaceState(history.state, '', `${location.pathname}${text === '' ? '' : `?${text}`}${location.hash}`);
  }

  #save(): void {
    const cells = (row: HTMLTableRowElement) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/gu, ' ').trim());
    const head = this.querySelector<HTMLTableRowElement>('thead tr');
    saveTable(`${document.querySelector('h1')?.textContent ?? ''}.csv`, [head ? cells(head) : [], ...this.#shown().map(cells)]);
  }

  #rows(): HTMLTableRowElement[] {
    return [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  }

  #shown(): HTMLTableRowElement[] {
    return this.#rows().filter((row) => !row.hidden);
  }
}

customElements.define('table-filter', TableFilter);
