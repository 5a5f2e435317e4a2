/** The filter groups beside the results: check boxes with counts, and whether any or every chosen value is wanted. */
import type { EntryCard } from '../engine.ts';
import { countFacet, FACET_NAMES, facetValueName, requireAll, toggleFacet } from '../facets.ts';
import type { FacetCount, FacetName, Selection } from '../facets.ts';

/** What the groups need besides the entries. */
export interface FacetContext {
  /** Holds one `[data-facet]` element with a list for each group. */
  root: HTMLElement;
  template: HTMLTemplateElement;
  /** Of collections by folder, of source documents by number. */
  names: Readonly<Record<string, string>>;
}

/** Draws the values that occur in the results; the check box that has the focus keeps it. */
export function renderFacets(cards: readonly EntryCard[], selection: Selection, { root, template, names }: FacetContext): void {
  const focused =
    document.activeElement instanceof HTMLInputElement && root.contains(document.activeElement) ? document.activeElement : null;
  for (const name of FACET_NAMES) {
    const group = root.querySelector<HTMLElement>(`[data-facet="${name}"]`);
    const list = group?.querySelector('ul');
    if (!group || !list) continue;
    const counts = countFacet(cards, name, selection);
    group.hidden = counts.length === 0;
    list.replaceChildren(...counts.map((count) => facetItem(template, name, facetValueName(name, count.value, names), count)));
    const every = group.querySelector<HTMLInputElement>('input[name="all"]');
    if (!every) continue;
    every.checked = selection.all.includes(name);
    // One value is the same wanted alone or with every other.
    every.closest<HTMLElement>('[data-part="every"]')?.toggleAttribute('hidden', selection[name].length < 2 && !every.checked);
  }
  if (!focused) return;
  const boxes = root.querySelectorAll<HTMLInputElement>(`input[name="${focused.name}"]`);
  [...boxes].find(({ value }) => value === focused.value)?.focus();
}

/** The selection after a check box of the groups changed; `undefined` for any other element. */
export function selectionAfter(target: EventTarget | null, selection: Selection): Selection | undefined {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return undefined;
  const group = FACET_NAMES.find((known) => known === target.value);
  if (target.name === 'all') return group && requireAll(selection, group, target.checked);
  const name = FACET_NAMES.find((known) => known === target.name);
  return name && toggleFacet(selection, name, target.value, target.checked);
}

function facetItem(template: HTMLTemplateElement, name: FacetName, label: string, { value, count, isChosen }: FacetCount): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const box = item.querySelector('input');
  if (box) Object.assign(box, { name, value, checked: isChosen });
  item.querySelector('[data-part="label"]')?.replaceChildren(label);
  item.querySelector('[data-part="count"]')?.replaceChildren(String(count));
  return item;
}
