/** The check boxes of a facet that the page came without. */
import type { FacetValue, FilterFacet } from '../../domain/list/filter.ts';
import { growBranches } from '../../domain/region/region-branches.ts';
import type { Branch } from '../../domain/region/region-branches.ts';
import { loadDivisions } from './desk-data.ts';
import { findPlaces } from '../../search/view/place-finder.ts';

/** Fills the group of a facet, once; places come as a tree with a field to find one. */
export function fillFacet(group: Element, { key, values }: FilterFacet, template: Element): void {
  const list = group.querySelector('ul');
  if (!list || list.firstElementChild) return;
  if (!list.classList.contains('place-branches')) return list.append(...values.map((value) => box(key, value, template)));
  const within = new Map(values.map((value) => [value.value, value.within]));
  const branches = growBranches(
    values,
    ({ value }) => value,
    (value) => within.get(value),
  );
  list.append(...branches.map((branch) => place(key, branch, template)));
  const find = group.querySelector<HTMLElement>('[data-part="find"]');
  const field = find?.querySelector('input');
  if (!find || !field) return;
  find.hidden = false;
  const base = group.closest<HTMLElement>('[data-base]')?.dataset['base'] ?? '/';
  findPlaces(field, list, find.querySelector('[role="status"]'), () => loadDivisions(base));
}

function place(key: string, { item, branches }: Branch<FacetValue>, template: Element): HTMLElement {
  const made = box(key, item, template);
  Object.assign(made.dataset, { place: item.label, sound: item.sound ?? '' });
  if (branches.length === 0) return made;
  const [details, summary, list] = ['details', 'summary', 'ul'].map((name) => document.createElement(name));
  if (!details || !summary || !list) return made;
  summary.textContent = `其中 ${branches.length} 处`;
  list.className = 'place-branches';
  list.append(...branches.map((branch) => place(key, branch, template)));
  details.append(summary, list);
  made.append(details);
  return made;
}

function box(key: string, { value, label, count }: FacetValue, template: Element): HTMLElement {
  const made = template.cloneNode(true) as HTMLElement;
  const input = made.querySelector('input');
  if (input) Object.assign(input, { name: key, value });
  made.querySelector('[data-part="label"]')?.replaceChildren(label);
  made.querySelector('.number')?.replaceChildren(String(count));
  return made;
}
