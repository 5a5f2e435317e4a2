/** Narrowing a list of results: any (or every) chosen value within a group, all groups together, with counts that say what a click would leave. */
import type { EntryCard } from './engine.ts';

/** The groups, in the order shown; the names are those of the address (`?region=浙江省`). */
export const FACET_NAMES = ['collection', 'nature', 'region', 'theme', 'level', 'year', 'source'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** The chosen values of each group; a group without any does not narrow. */
export interface Selection extends Readonly<Record<FacetName, readonly string[]>> {
  /** Groups of which an entry must have every chosen value, not any. */
  readonly all: readonly FacetName[];
}

export interface FacetCount {
  value: string;
  count: number;
  isChosen: boolean;
}

/** A chosen value, and how many entries there would be without it. */
export interface FacetDrop {
  name: FacetName;
  value: string;
  count: number;
}

const NOTHING_CHOSEN = { collection: [], nature: [], region: [], theme: [], level: [], year: [], source: [] };

export const NO_SELECTION: Selection = { ...NOTHING_CHOSEN, all: [] };

/** What a value is called; `names` are those of collections by folder and of source documents by number. */
export function facetValueName(name: FacetName, value: string, names: Readonly<Record<string, string>>): string {
  return name === 'collection' || name === 'source' ? (names[value] ?? value) : value;
}

/** Whether any value is chosen. */
export function isNarrowed(selection: Selection): boolean {
  return FACET_NAMES.some((name) => selection[name].length > 0);
}

/** Whether an entry passes every group. */
export function isSelected(card: EntryCard, selection: Selection): boolean {
  return FACET_NAMES.every((name) => passes(card, name, selection));
}

/**
 * The values of one group among the cards, counted with the choices of the other groups applied, and with its own where every value is
 * required; years newest first, other values most frequent first.
 */
export function countFacet(cards: readonly EntryCard[], name: FacetName, selection: Selection): FacetCount[] {
  const applied = FACET_NAMES.filter((other) => other !== name || selection.all.includes(name));
  const chosen = selection[name];
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]));
  for (const card of cards) {
    if (!applied.every((other) => passes(card, other, selection))) continue;
    for (const value of valuesOf(card, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const list = [...counts].map(([value, count]) => ({ value, count, isChosen: chosen.includes(value) }));
  if (name === 'year') return list.sort((a, b) => (a.value < b.value ? 1 : -1));
  return list.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'zh-CN'));
}

/** The selection with one value chosen or no longer chosen. */
export function toggleFacet(selection: Selection, name: FacetName, value: string, isChosen: boolean): Selection {
  const others = selection[name].filter((other) => other !== value);
  return { ...selection, [name]: isChosen ? [...others, value] : others };
}

/** The selection with every chosen value of a group required, or any of them. */
export function requireAll(selection: Selection, name: FacetName, isRequired: boolean): Selection {
  const others = selection.all.filter((other) => other !== name);
  return { ...selection, all: isRequired ? [...others, name] : others };
}

/** What dropping each chosen value would leave, where that is anything, the most first. */
export function facetDrops(cards: readonly EntryCard[], selection: Selection): FacetDrop[] {
  const drops = FACET_NAMES.flatMap((name) =>
    selection[name].map((value) => {
      const rest = toggleFacet(selection, name, value, false);
      return { name, value, count: cards.filter((card) => isSelected(card, rest)).length };
    }),
  );
  return drops.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

function passes(card: EntryCard, name: FacetName, selection: Selection): boolean {
  const wanted = selection[name];
  if (wanted.length === 0) return true;
  const values = valuesOf(card, name);
  return selection.all.includes(name) ? wanted.every((value) => values.includes(value)) : wanted.some((value) => values.includes(value));
}

function valuesOf(card: EntryCard, name: FacetName): readonly string[] {
  const { collection, natures, regions, themes, levels, years, sources } = card;
  return { collection: [collection], nature: natures, region: regions, theme: themes, level: levels, year: years, source: sources }[name];
}
