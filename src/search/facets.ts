/** Narrowing a list of results: any value within a group, all groups together, with counts that say what a click would leave. */
import type { EntryCard } from './engine.ts';

/** The groups, in the order shown; the names are those of the address (`?region=浙江省`). */
export const FACET_NAMES = ['collection', 'region', 'theme', 'level'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** The chosen values of each group; a group without any does not narrow. */
export type Selection = Readonly<Record<FacetName, readonly string[]>>;

export interface FacetCount {
  value: string;
  count: number;
  isChosen: boolean;
}

export const NO_SELECTION: Selection = { collection: [], region: [], theme: [], level: [] };

/** Whether any value is chosen. */
export function isNarrowed(selection: Selection): boolean {
  return FACET_NAMES.some((name) => selection[name].length > 0);
}

/** Whether an entry passes every group. */
export function isSelected(card: EntryCard, selection: Selection): boolean {
  return FACET_NAMES.every((name) => passes(card, name, selection));
}

/** The values of one group among the cards, most frequent first, counted with the choices of the other groups applied. */
export function countFacet(cards: readonly EntryCard[], name: FacetName, selection: Selection): FacetCount[] {
  const others = FACET_NAMES.filter((other) => other !== name);
  const counts = new Map<string, number>(selection[name].map((value) => [value, 0]));
  for (const card of cards) {
    if (!others.every((other) => passes(card, other, selection))) continue;
    for (const value of valuesOf(card, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const list = [...counts].map(([value, count]) => ({ value, count, isChosen: selection[name].includes(value) }));
  return list.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'zh-CN'));
}

/** The selection with one value chosen or no longer chosen. */
export function toggleFacet(selection: Selection, name: FacetName, value: string, isChosen: boolean): Selection {
  const others = selection[name].filter((chosen) => chosen !== value);
  return { ...selection, [name]: isChosen ? [...others, value] : others };
}

function passes(card: EntryCard, name: FacetName, selection: Selection): boolean {
  const chosen = selection[name];
  return chosen.length === 0 || valuesOf(card, name).some((value) => chosen.includes(value));
}

function valuesOf(card: EntryCard, name: FacetName): readonly string[] {
  if (name === 'collection') return [card.collection];
  return { region: card.regions, theme: card.themes, level: card.levels }[name];
}
