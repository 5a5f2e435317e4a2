/**
 * <table-save>: saves the table of the page for Excel or Word: the rows that are shown, in their order, and the columns that are shown, with what was
 * asked (`data-conditions` of the table), the day, the data version and the sources. What writes files is fetched when a button is pressed.
 */
class TableSave extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLElement>('[data-table-save]')) button.hidden = false;
    this.addEventListener('click', ({ target }) => {
      const kind = target instanceof HTMLElement ? target.dataset['tableSave'] : undefined;
      if (kind === 'xlsx' || kind === 'docx') void this.#save(kind);
    });
  }

  async #save(kind: 'xlsx' | 'docx'): Promise<void> {
    const { saveShownTable } = await import('./view/save-table-file.ts');
    const { base = '/', table = '' } = this.dataset;
    const shown = document.querySelector<HTMLElement>(`table[data-table="${table}"]`);
    const lines = [...(shown?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].filter(({ hidden }) => !hidden);
    const rows = lines.filter(({ dataset }) => dataset['row'] !== undefined);
    await saveShownTable(kind, {
      base,
      table,
      rows: keysOf(shown) ?? rows.map(({ dataset }) => dataset['row'] ?? ''),
      groups: groupsOf(lines),
      without: (shown?.dataset['without'] ?? '').split(' ').filter(Boolean),
      conditions: shown?.dataset['conditions'] ?? '',
      status: this.querySelector('[role="status"]'),
    });
  }
}

/** The rows that are wanted of a table of which the page shows a part: those that were found (`data-keys`), or all. */
function keysOf(table: HTMLElement | null): readonly string[] | 'all' | undefined {
  const { keys = '', part } = table?.dataset ?? {};
  if (keys !== '') return keys.split(' ');
  return part === undefined ? undefined : 'all';
}

/** The heading over each row that has one, by the row's key. */
function groupsOf(lines: readonly HTMLElement[]): Map<string, string> {
  const groups = new Map<string, string>();
  let heading = '';
  for (const { dataset } of lines) {
    if (dataset['group'] !== undefined) heading = dataset['group'];
    else if (heading !== '') groups.set(dataset['row'] ?? '', heading);
  }
  return groups;
}

customElements.define('table-save', TableSave);
