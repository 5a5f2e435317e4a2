/** Narrowing a list of results: any (or every) chosen value within a group, all groups together, with counts that say what a click would leave. */
import { compareSounds } from '../../domain/chinese/compare-sounds.ts';
import { DETAIL_NAMES } from '../../domain/list/facet-titles.ts';
import type { DetailName } from '../../domain/list/facet-titles.ts';
import { keyOf } from '../engine/engine.ts';
import type { EntryCard, Fact, FactValues, SearchEngine } from '../engine/engine.ts';
import { readAnyNumber } from '../../schema/number.ts';

/** The groups that every entry may belong to, in the order shown. */
const GENERAL_NAMES = ['unit', 'collection', 'nature', 'region', 'theme', 'level', 'year', 'source'] as const;

/** All groups; the names are those of the address (`?region=浙江省`). */
export const FACET_NAMES = [...GENERAL_NAMES, ...DETAIL_NAMES] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** A card that also knows what was fetched for the filters: facts of all entries, and what only some kinds have (see `detail-facets.ts`). */
export interface FacetedCard extends EntryCard {
  facts?: Partial<Record<Fact | DetailName, readonly string[]>>;
}

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

const NOTHING_CHOSEN = Object.fromEntries(FACET_NAMES.map((name) => [name, []])) as unknown as Record<FacetName, readonly string[]>;

export const NO_SELECTION: Selection = { ...NOTHING_CHOSEN, all: [] };

/** Whether any value is chosen. */
export function isNarrowed(selection: Selection): boolean {
  return FACET_NAMES.some((name) => selection[name].length > 0);
}

/** Whether a choice needs what only some kinds of entries have. */
export function asksDetails(selection: Selection): boolean {
  return DETAIL_NAMES.some((name) => selection[name].length > 0);
}

/** The facts that the cards must know for this choice. */
export function factsFor(selection: Selection): Fact[] {
  return GENERAL_NAMES.flatMap((name) => (selection[name].length > 0 ? (factOf(name) ?? []) : []));
}

/** The fact that a group counts; `undefined` when every card knows its values, or only some kinds of entries have any. */
export function factOf(name: FacetName): Fact | undefined {
  return isLater(name) ? LATER[name] : undefined;
}

/** Cards that know these facts too. */
export function addFacts(cards: readonly FacetedCard[], facts: ReadonlyMap<Fact, FactValues>): FacetedCard[] {
  if (facts.size === 0) return [...cards];
  return cards.map((card) => {
    const known = [...facts].map(([fact, values]) => [fact, values.get(keyOf(card)) ?? []] as const);
    return { ...card, facts: { ...card.facts, ...Object.fromEntries(known) } };
  });
}

/** The cards of all entries, which know these facts. */
export async function cardsWith(engine: SearchEngine, wanted: readonly Fact[]): Promise<ReadonlyMap<string, FacetedCard>> {
  const [cards, ...values] = await Promise.all([engine.cards(), ...wanted.map((fact) => engine.facts(fact))]);
  if (wanted.length === 0) return cards;
  const facts = new Map(wanted.map((fact, at) => [fact, values[at] ?? new Map<string, readonly string[]>()]));
  const known = addFacts([...cards.values()], facts);
  return new Map([...cards.keys()].map((key, at) => [key, known[at] as FacetedCard]));
}

/** Whether an entry passes every group. */
export function isSelected(card: FacetedCard, selection: Selection): boolean {
  return FACET_NAMES.every((name) => passes(card, name, selection));
}

/**
 * The values of one group among the cards, counted with the choices of the other groups applied, and with its own where every value is
 * required; years newest first, other values most frequent first, of equals as `compare` has it.
 */
export function countFacet(cards: readonly FacetedCard[], name: FacetName, selection: Selection, compare = compareSounds): FacetCount[] {
  // Of ten thousand cards each is asked: groups that do not narrow are left out before.
  const applied = FACET_NAMES.filter((other) => selection[other].length > 0 && (other !== name || selection.all.includes(name)));
  const chosen = selection[name];
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]));
  const spans = chosen.filter((value) => name === 'year' && readSpan(value));
  for (const card of cards) {
    if (!applied.every((other) => passes(card, other, selection))) continue;
    const values = valuesOf(card, name);
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const span of spans) if (values.some((value) => isMeant(name, span, value))) counts.set(span, (counts.get(span) ?? 0) + 1);
  }
  const list = [...counts].map(([value, count]) => ({ value, count, isChosen: chosen.includes(value) }));
  if (name === 'year') return list.sort((a, b) => (a.value < b.value ? 1 : -1));
  return list.sort((a, b) => b.count - a.count || compare(a.value, b.value));
}

/** Whether any of the entries belongs to a group. */
export function hasFacet(cards: readonly FacetedCard[], name: FacetName): boolean {
  return cards.some((card) => valuesOf(card, name).length > 0);
}

/** The years of the entries, oldest first. */
export function facetYears(cards: readonly FacetedCard[]): string[] {
  return [...new Set(cards.flatMap((card) => valuesOf(card, 'year')))].sort();
}

/** Whether only some kinds of entries have a group, so that its values must be fetched. */
export function isDetail(name: FacetName): name is DetailName {
  return !isGeneral(name);
}

/** The selection with one value chosen or no longer chosen. */
export function toggleFacet(selection: Selection, name: FacetName, value: string, isChosen: boolean): Selection {
  const others = selection[name].filter((other) => other !== value);
  return { ...selection, [name]: isChosen ? [...others, value] : others };
}

/** Years from one to another as a choice of the group 年份, `2017-2020`; an end that is left open is empty, `2017-`. */
export interface YearSpan {
  from: string;
  to: string;
}

/** The span that a chosen value stands for; `undefined` for a single year. */
export function readSpan(value: string): YearSpan | undefined {
  const [, from, to] = /^(\d{4})?-(\d{4})?$/u.exec(value) ?? [];
  return from === undefined && to === undefined ? undefined : { from: from ?? '', to: to ?? '' };
}

/** The selection with a span in place of the one before; two open ends are none. */
export function chooseSpan(selection: Selection, { from, to }: YearSpan): Selection {
  const others = selection.year.filter((value) => !readSpan(value));
  const [first, last] = from !== '' && to !== '' && from > to ? [to, from] : [from, to];
  return { ...selection, year: first === '' && last === '' ? others : [...others, `${first}-${last}`] };
}

/** What a value is called where it is shown; `names` are those of collections by folder and of source documents by number. */
export function facetValueName(name: FacetName, value: string, names: Readonly<Record<string, string>>): string {
  const span = name === 'year' ? readSpan(value) : undefined;
  if (span) return span.from === '' ? `${span.to}年及以前` : span.to === '' ? `${span.from}年及以后` : `${span.from}—${span.to}年`;
  if (name === 'source') return sourceName(value, names);
  return name === 'collection' ? (names[value] ?? value) : value;
}

/** What a source document is called, by its number; one of a unit that is asked while searching has no name here but its unit's. */
export function sourceName(number: string, names: Readonly<Record<string, string>>): string {
  const { unit, id } = readAnyNumber(number);
  return names[number] ?? (unit === '' ? id : `${unit}的来源文献 ${id}`);
}

/** The selection with every chosen value of a group required, or any of them. */
export function requireAll(selection: Selection, name: FacetName, isRequired: boolean): Selection {
  const others = selection.all.filter((other) => other !== name);
  return { ...selection, all: isRequired ? [...others, name] : others };
}

/** What dropping each chosen value would leave, where that is anything, the most first. */
export function facetDrops(cards: readonly FacetedCard[], selection: Selection): FacetDrop[] {
  const drops = FACET_NAMES.flatMap((name) =>
    selection[name].map((value) => {
      const rest = toggleFacet(selection, name, value, false);
      return { name, value, count: cards.filter((card) => isSelected(card, rest)).length };
    }),
  );
  return drops.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

function passes(card: FacetedCard, name: FacetName, selection: Selection): boolean {
  const wanted = selection[name];
  if (wanted.length === 0) return true;
  const values = valuesOf(card, name);
  const has = (one: string) => values.some((value) => isMeant(name, one, value));
  return selection.all.includes(name) ? wanted.every(has) : wanted.some(has);
}

/** Whether a chosen value means one of an entry's own. */
function isMeant(name: FacetName, wanted: string, value: string): boolean {
  if (wanted === value) return true;
  const span = name === 'year' ? readSpan(wanted) : undefined;
  return span !== undefined && value >= span.from && (span.to === '' || value <= span.to);
}

function valuesOf(card: FacetedCard, name: FacetName): readonly string[] {
  if (name === 'unit') return card.unit === undefined ? [] : [card.unit];
  if (name === 'collection') return [card.collection];
  if (name === 'nature') return card.natures;
  return card.facts?.[isLater(name) ? LATER[name] : name] ?? [];
}

/** The facts by which groups are counted whose values no card knows by itself. */
const LATER = { region: 'regions', theme: 'themes', level: 'levels', year: 'years', source: 'sources' } as const satisfies Partial<
  Record<FacetName, Fact>
>;

function isLater(name: FacetName): name is keyof typeof LATER {
  return name in LATER;
}

function isGeneral(name: FacetName): name is (typeof GENERAL_NAMES)[number] {
  return GENERAL_NAMES.some((general) => general === name);
}
