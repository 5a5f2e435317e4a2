/** `<sortable-table>`: puts a button into each column heading of its table; pressing it sorts the rows by that column's text. */
import { compareRead } from '../domain/chinese/compare-read.ts';

class SortableTable extends HTMLElement {
  connectedCallback(): void {
    for (const [index, heading] of [...this.querySelectorAll('thead th')].entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort-button';
      button.append(...heading.childNodes);
      button.addEventListener('click', () => this.#sortBy(index));
      heading.append(button);
    }
  }

  /** Sorts upwards, or downwards when the column is sorted upwards already; empty cells stay at the end. */
  #sortBy(column: number): void {
    const headings = [...this.querySelectorAll('thead th')];
    const direction = headings[column]?.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    headings.forEach((heading, index) => {
      if (index === column) heading.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
      else heading.removeAttribute('aria-sort');
    });
    const body = this.querySelector('tbody');
    const text = (row: HTMLTableRowElement) => row.cells[column]?.textContent.trim() ?? '';
    const rows = [...(body?.rows ?? [])].sort((a, b) => {
      if (!text(a) || !text(b)) return Number(!text(a)) - Number(!text(b));
      return direction * compareRead(text(a), text(b));
    });
    body?.append(...rows);
  }
}

customElements.define('sortable-table', SortableTable);
