/**
 * The filter groups beside the results: check boxes with counts, and whether any or every chosen value is wanted. A group is filled when it stands
 * open: a closed one may have hundreds of values, or some that must be fetched first.
 */
import { growBranches } from '../../domain/region/region-branches.ts';
import type { Branch, PlaceName } from '../../domain/region/region-branches.ts';
import type { Divisions } from '../../domain/region/divisions.ts';
import { addDetails } from '../query/detail-facets.ts';
import type { Details } from '../query/detail-facets.ts';
import type { Fact, FactValues, SearchEngine } from '../engine/engine.ts';
import {
  addFacts,
  chooseSpan,
  countFacet,
  FACET_NAMES,
  factOf,
  facetValueName,
  facetYears,
  hasFacet,
  isDetail,
  NO_SELECTION,
  readSpan,
  requireAll,
  toggleFacet,
} from '../query/facets.ts';
import type { FacetCount, FacetedCard, FacetName, Selection } from '../query/facets.ts';

/** What the groups need besides the entries. */
export interface FacetContext {
  /** Holds one `[data-facet]` element with a list for each group. */
  root: HTMLElement;
  template: HTMLTemplateElement;
  /** Of collections by folder, of source documents by number. */
  names: Readonly<Record<string, string>>;
  /** Hands out the facts of the entries that are shown. */
  engine: () => Pick<SearchEngine, 'facts'>;
  /** What only some kinds of entries have, and what places lie in; fetched when a group that needs it is opened. */
  details: () => Promise<Details>;
  places: () => Promise<readonly PlaceName[]>;
  divisions: () => Promise<Divisions>;
}

/** What has been fetched for the groups, of one engine. */
interface Fetched {
  engine: Pick<SearchEngine, 'facts'>;
  facts: Map<Fact, FactValues>;
  details?: Details;
}

export class FacetPanel {
  readonly #context: FacetContext;
  #found: readonly FacetedCard[] = [];
  /** Those that were found, with all that has been fetched. */
  #cards: readonly FacetedCard[] = [];
  #selection: Selection = NO_SELECTION;
  #fetched: Fetched;
  #places: readonly PlaceName[] = [];
  #comparePlaces: ((a: string, b: string) => number) | undefined;
  #findAgain: (() => void) | undefined;

  constructor(context: FacetContext) {
    this.#context = context;
    this.#fetched = { engine: context.engine(), facts: new Map() };
    // The event does not bubble.
    context.root.addEventListener('toggle', ({ target }) => void this.#open(target), { capture: true });
  }

  /** Shows the groups that these entries have, and in those that stand open the values; the check box that has the focus keeps it. */
  show(cards: readonly FacetedCard[], selection: Selection): void {
    const engine = this.#context.engine();
    // Other libraries are searched than before.
    if (engine !== this.#fetched.engine) this.#fetched = { engine, facts: new Map() };
    this.#take(cards);
    this.#selection = selection;
    const { activeElement } = document;
    const focused = activeElement instanceof HTMLInputElement && this.#context.root.contains(activeElement) ? activeElement : undefined;
    for (const name of FACET_NAMES) this.#showGroup(name);
    for (const kind of this.#context.root.querySelectorAll<HTMLElement>('[data-facet-kind]')) {
      kind.hidden = kind.querySelector('[data-facet]:not([hidden])') === null;
    }
    // A search without any result has nothing to choose from.
    const panel = this.#context.root.closest<HTMLElement>('[data-search-filters]');
    if (panel) panel.hidden = this.#context.root.querySelector('[data-facet]:not([hidden])') === null;
    if (!focused || document.activeElement === focused) return;
    const boxes = this.#context.root.querySelectorAll<HTMLInputElement>(`input[name="${focused.name}"]`);
    [...boxes].find(({ value }) => value === focused.value)?.focus();
  }

  #take(found: readonly FacetedCard[]): void {
    const { facts, details } = this.#fetched;
    const known = addFacts(found, facts);
    this.#found = found;
    this.#cards = details ? addDetails(known, details) : known;
  }

  /** Whether the values of a group are still to be fetched. */
  #isUnread(name: FacetName): boolean {
    const { facts, details } = this.#fetched;
    const fact = factOf(name);
    return isDetail(name) ? !details : fact !== undefined && !facts.has(fact);
  }

  #showGroup(name: FacetName): void {
    const group = this.#group(name);
    if (!group) return;
    const chosen = this.#selection[name].length;
    const kinds = (group.dataset['of'] ?? '').split(' ');
    const mayHave = ({ collection }: FacetedCard) => !isDetail(name) || kinds.includes(collection);
    const isThere = isDetail(name) || this.#isUnread(name) ? this.#cards.some(mayHave) : hasFacet(this.#cards, name);
    group.hidden = !isThere && chosen === 0;
    const mark = group.querySelector('[data-part="chosen"]');
    if (mark) mark.textContent = chosen > 0 ? `已选 ${chosen}` : '';
    if (chosen > 0) group.open = true;
    if (!group.open || group.hidden) return;
    if (this.#isUnread(name)) void this.#open(group);
    else this.#draw(group, name);
  }

  /** Fetches what an opened group needs, and fills it. */
  async #open(group: EventTarget | null): Promise<void> {
    if (!(group instanceof HTMLDetailsElement) || !group.open) return;
    const name = FACET_NAMES.find((known) => known === group.dataset['facet']);
    if (!name) return;
    try {
      if (this.#isUnread(name)) await this.#fetch(name);
      if (name === 'region' && this.#places.length === 0) await this.#openPlaces(group);
    } catch (error) {
      console.error(error);
      if (this.#isUnread(name)) return group.querySelector('ul')?.replaceChildren('没有读到这一组条件，可以刷新本页再试。');
    }
    this.#draw(group, name);
  }

  async #fetch(name: FacetName): Promise<void> {
    const fetched = this.#fetched;
    const fact = factOf(name);
    if (fact) fetched.facts.set(fact, await fetched.engine.facts(fact));
    else fetched.details = await this.#context.details();
    if (fetched === this.#fetched) this.#take(this.#found);
  }

  async #openPlaces(group: HTMLElement): Promise<void> {
    const [places, { findPlaces }, { compareRead }] = await Promise.all([
      this.#context.places(),
      import('./place-finder.ts'),
      import('../../domain/chinese/compare-read.ts'),
    ]);
    this.#places = places;
    this.#comparePlaces = compareRead;
    const field = group.querySelector<HTMLInputElement>('[data-part="find"] input');
    const list = group.querySelector('ul');
    if (!field || !list) return;
    group.querySelector('[data-part="find"]')?.toggleAttribute('hidden', false);
    this.#findAgain = findPlaces(field, list, group.querySelector('[role="status"]'), this.#context.divisions);
  }

  #draw(group: HTMLElement, name: FacetName): void {
    const list = group.querySelector('ul');
    if (!list) return;
    const counts = countFacet(this.#cards, name, this.#selection, name === 'region' ? this.#comparePlaces : undefined);
    const isTree = name === 'region' && this.#places.length > 0;
    list.replaceChildren(...(isTree ? this.#placeItems(counts, list) : counts.map((count) => this.#item(name, count))));
    if (name === 'year') this.#drawSpan(group);
    if (isTree) this.#findAgain?.();
    const every = group.querySelector<HTMLInputElement>('input[name="all"]');
    if (!every) return;
    every.checked = this.#selection.all.includes(name);
    // One value is the same wanted alone or with every other.
    every.closest<HTMLElement>('[data-part="every"]')?.toggleAttribute('hidden', this.#selection[name].length < 2 && !every.checked);
  }

  /** The years between which can be chosen are those of all results. */
  #drawSpan(group: HTMLElement): void {
    const span = this.#selection.year.flatMap((value) => readSpan(value) ?? [])[0];
    const years = facetYears(this.#cards);
    for (const end of ['from', 'to'] as const) {
      const select = group.querySelector<HTMLSelectElement>(`select[name="year-${end}"]`);
      const chosen = span?.[end] ?? '';
      const values = [...new Set(['', chosen, ...years])];
      select?.replaceChildren(...values.map((value) => new Option(value === '' ? '不限' : value, value, false, value === chosen)));
    }
    const part = group.querySelector<HTMLElement>('[data-part="span"]');
    if (part) part.hidden = years.length < 2 && !span;
  }

  /** What was opened before stays open. */
  #placeItems(counts: readonly FacetCount[], list: HTMLElement): HTMLElement[] {
    const byName = new Map(this.#places.map((place) => [place.name, place]));
    const opened = new Set(
      [...list.querySelectorAll<HTMLElement>('[data-place]')]
        .filter((item) => item.querySelector('details')?.open)
        .map(({ dataset }) => dataset['place']),
    );
    const build = ({ item, branches }: Branch<FacetCount>): HTMLElement => {
      const place = this.#item('region', item);
      Object.assign(place.dataset, { place: item.value, sound: byName.get(item.value)?.sound ?? '' });
      if (branches.length === 0) return place;
      const within = document.createElement('details');
      const summary = document.createElement('summary');
      const inner = document.createElement('ul');
      summary.textContent = `其中 ${branches.length} 处`;
      inner.append(...branches.map(build));
      within.append(summary, inner);
      within.open = opened.has(item.value) || inner.querySelector('input:checked') !== null;
      place.append(within);
      return place;
    };
    return growBranches(
      counts,
      ({ value }) => value,
      (name) => byName.get(name)?.within,
    ).map(build);
  }

  #item(name: FacetName, { value, count, isChosen }: FacetCount): HTMLElement {
    const item = this.#context.template.content.firstElementChild?.cloneNode(true);
    if (!(item instanceof HTMLElement)) throw new Error('the template of a filter value is empty');
    const box = item.querySelector('input');
    if (box) Object.assign(box, { name, value, checked: isChosen });
    item.querySelector('[data-part="label"]')?.replaceChildren(facetValueName(name, value, this.#context.names));
    item.querySelector('[data-part="count"]')?.replaceChildren(String(count));
    return item;
  }

  #group(name: FacetName): HTMLDetailsElement | null {
    return this.#context.root.querySelector(`details[data-facet="${name}"]`);
  }
}

/** The selection after a control of the groups changed; `undefined` for any other element. */
export function selectionAfter(target: EventTarget | null, selection: Selection): Selection | undefined {
  if (target instanceof HTMLSelectElement && target.name.startsWith('year-')) return spanAfter(target, selection);
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return undefined;
  const group = FACET_NAMES.find((known) => known === target.value);
  if (target.name === 'all') return group && requireAll(selection, group, target.checked);
  const name = FACET_NAMES.find((known) => known === target.name);
  return name && toggleFacet(selection, name, target.value, target.checked);
}

function spanAfter(select: HTMLSelectElement, selection: Selection): Selection {
  const valueOf = (end: string) => select.closest('details')?.querySelector<HTMLSelectElement>(`select[name="year-${end}"]`)?.value ?? '';
  return chooseSpan(selection, { from: valueOf('from'), to: valueOf('to') });
}
