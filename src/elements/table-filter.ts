/**
 * `<table-filter>`: shows only the rows of its table that contain the typed text and, where one is chosen, belong to the chosen source
 * (`data-source` of the row). The controls are hidden in HTML and shown here, since they do nothing without this script.
 */
class TableFilter extends HTMLElement {
  connectedCallback(): void {
    const controls = this.querySelector<HTMLElement>('[data-controls]');
    if (!controls) return;
    controls.hidden = false;
    controls.addEventListener('input', (event) => {
      // Letters of a pinyin composition are not yet what the reader writes.
      if (!(event instanceof InputEvent && event.isComposing)) this.#apply(controls);
    });
    controls.addEventListener('compositionend', () => this.#apply(controls));
  }

  #apply(controls: HTMLElement): void {
    const words = (controls.querySelector('input')?.value ?? '').split(/\s+/u).filter(Boolean);
    const source = controls.querySelector('select')?.value ?? '';
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    for (const row of rows) {
      const hasWords = words.every((word) => row.textContent.includes(word));
      row.hidden = !hasWords || (source !== '' && row.dataset['source'] !== source);
    }
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = `显示 ${rows.filter((row) => !row.hidden).length} 个`;
  }
}

customElements.define('table-filter', TableFilter);
