/** Everything around a filtered list: boxes, counts, chips, messages. Words and templates are in the page's HTML. */
import { describeWords, readWords } from '../../domain/chinese/typed-words.ts';
import { isFiltered, NO_FILTER } from '../../domain/list/filter.ts';
import type { FilterFacet, FilterState } from '../../domain/list/filter.ts';
import { writeFilterAddress } from '../../domain/list/filter-address.ts';
import { writeIds } from '../../domain/kept/tray.ts';

/** Long enough that a screen reader hears the count after choosing, not while choosing. */
const ANNOUNCE_PAUSE = 600;

/** By facet and value, how many entries one more choice would leave. */
type FacetCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export class FilterPanel {
  readonly #root: HTMLElement;
  #facets: readonly FilterFacet[] = [];
  #state: FilterState = NO_FILTER;
  #counts: FacetCounts = new Map();
  #announcing = 0;
  #isFirst = true;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#part('form').hidden = false;
    // Above the results a long list of boxes, and what can be done with them, would push them off a small screen.
    if (window.matchMedia('(max-width: 60rem)').matches) for (const name of ['facets', 'saves']) this.#part(name).removeAttribute('open');
    for (const link of document.querySelectorAll<HTMLElement>('[data-without-filter]')) link.hidden = true;
  }

  /** Takes the facets of the list over, and fills the groups that stand open. */
  async setFacets(facets: readonly FilterFacet[]): Promise<void> {
    this.#facets = facets;
    for (const group of this.#root.querySelectorAll<HTMLElement>('[data-facet][open]')) await this.fill(group);
  }

  /** Fills an opened group with its boxes, and ticks them. */
  async fill(group: HTMLElement): Promise<void> {
    const facet = this.#facets.find(({ key }) => key === group.dataset['facet']);
    const template = this.#root.querySelector<HTMLTemplateElement>('template[data-template="box"]')?.content.firstElementChild;
    if (!facet || !template || group.querySelector('input[name]')) return;
    const { fillFacet } = await import('./facet-boxes.ts');
    fillFacet(group, facet, template);
    this.#showBoxes(group, facet.key);
  }

  /** Says whether the list's data could not be read. */
  setFailed(isFailed: boolean): void {
    this.#part('failed').hidden = !isFailed;
  }

  /** Says that the list of so many stands there as it came, whatever was chosen. */
  setUnread(total: number): void {
    this.setFailed(true);
    this.#part('count').textContent = `共 ${total} 条`;
    this.#part('empty').hidden = true;
  }

  /** Shows the pages of the whole list. */
  setWhole(): void {
    this.#part('pages').hidden = false;
    this.#showMore(false);
  }

  /** Says how much of what was found is shown, and shows the button for more, which says when more could not be read. */
  setShown(shown: number, found: number, isRead = true): void {
    this.#part('pages').hidden = true;
    const cut = this.#part('cut');
    cut.querySelector('[data-part="shown"]')?.replaceChildren(String(shown));
    cut.querySelector('[data-part="found"]')?.replaceChildren(String(found));
    this.#showMore(shown < found, isRead);
  }

  #showMore(hasMore: boolean, isRead = true): void {
    this.#part('cut').hidden = !hasMore;
    const more = this.#root.querySelector<HTMLElement>('[data-action="more"]');
    if (more) Object.assign(more, { hidden: !hasMore, textContent: isRead ? '显示更多' : '没有读到，再试一次' });
  }

  /** Says that the texts are being searched. */
  setSearching(): void {
    this.#part('count').textContent = '正在查正文…';
  }

  /** Shows what is chosen, what each further choice would leave, how many entries there are, and where their words were looked for. */
  show(state: FilterState, count: number, total: number, counts: FacetCounts, searched: string): void {
    this.#state = state;
    this.#counts = counts;
    this.#showForm(state);
    for (const { key } of this.#facets) this.#showFacet(key);
    this.#showChips(state);
    const sentence = isFiltered(state) ? `共 ${total} 条，符合条件的 ${count} 条${searched}` : `共 ${total} 条`;
    this.#part('count').textContent = sentence;
    this.#part('empty').hidden = count > 0;
    const report = this.#root.querySelector<HTMLAnchorElement>('a[data-report]');
    if (report) this.showReport(report, state, []);
    if (!this.#isFirst) this.#announce(sentence);
    this.#isFirst = false;
  }

  /** Names what the address asks and this page does not know. */
  setIgnored(ignored: readonly string[]): void {
    const message = this.#part('ignored');
    message.hidden = ignored.length === 0;
    const list = message.querySelector('[data-part="ignored"]');
    if (list) list.textContent = ignored.join('、');
  }

  /** Where a keyboard reader goes on after a chip has gone. */
  focusFirst(): void {
    const target = this.#part('chips').querySelector('button') ?? this.#root.querySelector<HTMLElement>('input[name="q"]');
    target?.focus();
  }

  /** The report repeats this filter, and lists the entries put aside: its address says both. */
  showReport(link: HTMLAnchorElement, state: FilterState, ids: readonly string[]): void {
    const asked = [writeFilterAddress(state), writeIds(ids)].map((part) => part.replace(/^\?/u, '&')).join('');
    link.href = `${link.dataset['report'] ?? ''}?in=${this.#root.dataset['collection'] ?? ''}${asked}`;
  }

  /** Puts words into the field that were not typed there: what is being typed stays as it is. */
  setWords(words: string): void {
    const input = this.#root.querySelector<HTMLInputElement>('input[name="q"]');
    if (input) input.value = words;
  }

  #showForm({ sort, all }: FilterState): void {
    const select = this.#root.querySelector('select');
    if (select) select.value = sort;
    for (const box of this.#root.querySelectorAll<HTMLInputElement>('[data-mode]')) box.checked = all.includes(box.dataset['mode'] ?? '');
  }

  #showFacet(key: string): void {
    const group = this.#root.querySelector<HTMLElement>(`[data-facet="${key}"]`);
    if (!group) return;
    const own = this.#state.chosen[key] ?? [];
    const mark = group.querySelector('[data-part="chosen"]');
    if (mark) mark.textContent = own.length > 0 ? `已选 ${own.length}` : '';
    if (own.length > 0) group.setAttribute('open', '');
    if (group.querySelector('input[name]')) this.#showBoxes(group, key);
    else if (own.length > 0) void this.fill(group);
  }

  #showBoxes(group: HTMLElement, key: string): void {
    const own = this.#state.chosen[key] ?? [];
    const counts = this.#counts.get(key);
    for (const box of group.querySelectorAll<HTMLInputElement>('input[name]')) {
      box.checked = own.includes(box.value);
      if (box.checked) openAround(box);
      // Before anything has been asked the boxes have the numbers of the whole list.
      if (this.#counts.size === 0) continue;
      const count = counts?.get(box.value) ?? 0;
      const number = box.parentElement?.querySelector('.number');
      if (number) number.textContent = String(count);
      // A value that leaves nothing stays reachable, so that the order of the boxes never jumps.
      box.closest('li')?.classList.toggle('desk-none', count === 0);
    }
  }

  #showChips({ chosen, words }: FilterState): void {
    const chips = this.#facets.flatMap(({ key, name, values }) =>
      (chosen[key] ?? []).map((value) => {
        const label = values.find((known) => known.value === value)?.label ?? value;
        return this.#chip(`${name}：${label}`, { facet: key, value });
      }),
    );
    const said = describeWords(readWords(words));
    if (said !== '') chips.unshift(this.#chip(`检索：${said}`, { action: 'words' }));
    const list = this.#part('chips');
    list.replaceChildren(...chips);
    list.hidden = chips.length === 0;
  }

  #chip(label: string, data: Record<string, string>): Node {
    const template = this.#root.querySelector<HTMLTemplateElement>('template[data-template="chip"]');
    const item = template?.content.firstElementChild?.cloneNode(true) ?? document.createElement('li');
    const button = item instanceof Element ? item.querySelector('button') : null;
    if (button) {
      Object.assign(button.dataset, data);
      button.setAttribute('aria-label', `去掉条件 ${label}`);
      button.querySelector('[data-part="label"]')?.replaceChildren(label);
    }
    return item;
  }

  #announce(sentence: string): void {
    window.clearTimeout(this.#announcing);
    this.#announcing = window.setTimeout(() => (this.#part('announcer').textContent = sentence), ANNOUNCE_PAUSE);
  }

  #part(name: string): HTMLElement {
    const part = this.#root.querySelector<HTMLElement>(`[data-filter-${name}]`);
    if (!part) throw new Error(`the filtered list has no ${name}`);
    return part;
  }
}

/** A chosen place is seen, however deep it lies; on phones the whole panel stays folded, and the chips say what is chosen. */
function openAround(box: HTMLElement): void {
  let at = box.closest('details');
  while (at && !('filterFacets' in at.dataset)) {
    at.open = true;
    at = at.parentElement?.closest('details') ?? null;
  }
}
