/** The filter groups beside the results: check boxes with counts. */
import type { EntryCard } from '../engine.ts';
import { countFacet, FACET_NAMES } from '../facets.ts';
import type { FacetCount, FacetName, Selection } from '../facets.ts';

/** What the groups need besides the entries. */
export interface FacetContext {
  /** Holds one `[data-facet]` element with a list for each group. */
  root: HTMLElement;
  template: HTMLTemplateElement;
  collectionNames: Readonly<Record<string, string>>;
}

/** Draws the values that occur in the results; the check box that has the focus keeps it. */
export function renderFacets(cards: readonly EntryCard[], selection: Selection, { root, template, collectionNames }: FacetContext): void {
  const focused =
    document.activeElement instanceof HTMLInputElement && root.contains(document.activeElement) ? document.activeElement : null;
  for (const name of FACET_NAMES) {
    const group = root.querySelector<HTMLElement>(`[data-facet="${name}"]`);
    const list = group?.querySelector('ul');
    if (!group || !list) continue;
    const counts = countFacet(cards, name, selection);
    group.hidden = counts.length === 0;
    const label = (value: string) => (name === 'collection' ? (collectionNames[value] ?? value) : value);
    list.replaceChildren(...counts.map((count) => facetItem(template, name, label(count.value), count)));
  }
  if (!focused) return;
  const boxes = root.querySelectorAll<HTMLInputElement>(`input[name="${focused.name}"]`);
  [...boxes].find(({ value }) => value === focused.value)?.focus();
}

/** The group and value of a check box; `undefined` for any other element. */
export function facetOf(target: EventTarget | null): { name: FacetName; value: string; isChosen: boolean } | undefined {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return undefined;
  const name = FACET_NAMES.find((known) => known === target.name);
  return name && { name, value: target.value, isChosen: target.checked };
}

function facetItem(template: HTMLTemplateElement, name: FacetName, label: string, { value, count, isChosen }: FacetCount): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const box = item.querySelector('input');
  if (box) Object.assign(box, { name, value, checked: isChosen });
  item.querySelector('[data-part="label"]')?.replaceChildren(label);
  item.querySelector('[data-part="count"]')?.replaceChildren(String(count));
  return item;
}
