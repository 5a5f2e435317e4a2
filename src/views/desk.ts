/** What the organiser's desk is built from: filter panels of lists, the register of all numbers, entries as rows to compare. */
import { compareRead } from '../domain/chinese/compare-read.ts';
import { DECIDERS_LABEL, OUTCOME_GROUP_LABEL } from '../domain/case/compare.ts';
import type { Comparable, ComparableCollection, ComparedField, LinkedLaw } from '../domain/case/compare.ts';
import { contextOf } from '../domain/entry/blocks.ts';
import { outcomeInList } from '../domain/case/case-outcome.ts';
import { isEditorsOwn } from '../domain/reference/editors-own.ts';
import { findWork, workIndex } from '../domain/reference/cited-works.ts';
import { comparedFields } from '../domain/case/compared-fields.ts';
import { deciderKinds } from '../domain/case/decider-kind.ts';
import { yearsOf } from '../domain/entry/entry-time.ts';
import { SORTS } from '../domain/list/filter.ts';
import type { FilterCard, FilterFacet, Sort } from '../domain/list/filter.ts';
import { hasLawLinks, relatedOf } from '../domain/entry/law-links.ts';
import { DETAIL_NAMES } from '../domain/list/facet-titles.ts';
import type { DetailName, DetailTable } from '../domain/list/facet-titles.ts';
import { tellingFirst } from '../domain/list/facets.ts';
import { packFilter } from '../domain/list/filter-table.ts';
import type { FilterTable } from '../domain/list/filter-table.ts';
import type { ListCard } from '../domain/list/list-card.ts';
import { filterCardOf, filteredCollections, filtersOf } from '../domain/list/list-filters.ts';
import type { FilteredCollection } from '../domain/list/list-filters.ts';
import { placesInWords } from '../domain/region/regions.ts';
import { soundOf } from '../domain/region/region-branches.ts';
import type { RegisterEntry } from '../domain/site/register.ts';
import { isOf } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import { asideOf, asideTypes } from '../domain/case/set-aside.ts';
import { standingContext, standingOf } from '../domain/entry/standing.ts';
import { partAMinutes } from '../domain/course/carried-minutes.ts';
import { isTaught } from '../domain/case/two-parts.ts';
import { facetLabel } from '../domain/list/facet-names.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { ExportedEntry } from '../schema/contract.ts';
import { COLLECTIONS } from '../schema/number.ts';
import { settings } from '../site.ts';
import { isPackable } from './course.ts';
import { cautionOf } from '../domain/policy/validity.ts';
import { citeLink, listLink, toLink } from './links.ts';
import type { InForce } from './links.ts';
import { entriesOfUnits } from './units.ts';
import type { UnitLibrary } from './units.ts';

/** What the values of a search are called: collections by folder, source documents by number, those of gathered libraries with their unit. */
export function searchNames(site: Site, gathered: readonly UnitLibrary[] = []): Record<string, string> {
  const collections = Object.entries(COLLECTIONS).map(([folder, { name }]) => [folder, name]);
  const sources = site.entriesOf('sources').map(({ data }) => [data.id, data.shortName]);
  const isSource = ({ collection }: ExportedEntry) => collection === 'sources';
  const others = entriesOfUnits(gathered.map((unit) => ({ ...unit, entries: unit.entries.filter(isSource) })));
  const named = others.map(({ number, units, entry }) => [number, `${units[0] ?? ''}：${entry.aliases[0] ?? entry.title}`]);
  return Object.fromEntries([...collections, ...sources, ...named]) as Record<string, string>;
}

/** A list with what its filter offers. */
export interface FilterPanel {
  /** `isMultiple`: an entry may have several values, so that “all of them” can be asked. */
  facets: (FilterFacet & { note?: string; isMultiple: boolean })[];
  cards: FilterCard[];
  /** The orders that the list knows; idle is one that changes nothing, which an address may still ask for. */
  sorts: { sort: Sort; isIdle: boolean }[];
}

/** Orders that want a facet of the same name. */
const WANTING = new Set<Sort>(['completeness', 'year']);

/** The filter of one list: facets that tell its entries apart, with counts, and the entries as the filter sees them. */
export function filterPanel(site: Site, collection: FilteredCollection): FilterPanel {
  const cards = site.entriesOf(collection).map((entry: Entry) => filterCardOf(entry, collection, site));
  const facets = filtersOf(collection).map(({ key, name, note }) => ({
    key,
    name,
    ...(note && { note }),
    values: valuesOf(site, cards, key),
    isMultiple: cards.some(({ values }) => (values[key] ?? []).length > 1),
  }));
  const telling = facets.filter(({ values }) => values.length > 1);
  const sorts = SORTS.filter((sort) => !WANTING.has(sort) || telling.some(({ key }) => key === sort));
  const isOfOneDay = new Set(cards.map(({ date }) => date)).size < 2;
  return { facets: telling, cards, sorts: sorts.map((sort) => ({ sort, isIdle: sort === 'date' && isOfOneDay })) };
}

/** The list as the browser loads it; places are told with what they lie in and how they sound. */
export function filterTable(site: Site, collection: FilteredCollection): FilterTable {
  const { facets, cards } = filterPanel(site, collection);
  return packFilter({
    facets: facets.map(({ key, name, values }) => ({
      key,
      name,
      values: key === 'region' ? values.map((value) => placeOf(site, value)) : values,
    })),
    cards,
  });
}

function placeOf({ regions }: Site, value: FilterFacet['values'][number]): FilterFacet['values'][number] {
  const parent = regions.byId.get(value.value)?.parent;
  return { ...value, sound: soundOf(value.value), ...(parent !== undefined && { within: parent }) };
}

/** An entry as its list shows it. */
export function listCard(site: InForce, entry: Entry): ListCard {
  const { id, title, href, summary, notes } = listLink(site, entry);
  return { id, title, href, summary, notes, isPackable: isPackable(entry) };
}

/** The values of a facet, most frequent first; years newest first; what says nothing last. */
function valuesOf(site: Site, cards: readonly FilterCard[], key: string): FilterFacet['values'] {
  const counts = new Map<string, number>();
  for (const card of cards) for (const value of card.values[key] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].map(([value, count]) => ({ value, count, label: facetLabel(site, key, value) }));
  return values.sort(
    (a, b) =>
      tellingFirst(a.value, b.value) ||
      (key === 'year' ? compareRead(b.value, a.value) : b.count - a.count || compareRead(a.label, b.label)),
  );
}

/** Which lists know a facet that search offers for some kinds of entries. */
export function collectionsOf(name: DetailName): FilteredCollection[] {
  return filteredCollections().filter((collection) => filtersOf(collection).some(({ key }) => key === name));
}

/** The facets that only some kinds of entries have, as search fetches them; values are named as readers know them. */
export function searchDetails(site: Site): DetailTable {
  return Object.fromEntries(DETAIL_NAMES.map((name) => [name, detailOf(site, name)])) as DetailTable;
}

function detailOf(site: Site, name: DetailName): Record<string, string[]> {
  const ids: Record<string, string[]> = {};
  for (const collection of collectionsOf(name)) {
    const filter = filtersOf(collection).find(({ key }) => key === name);
    for (const entry of site.entriesOf(collection) as readonly Entry[]) {
      for (const value of new Set(filter?.valuesOf(entry, site))) (ids[facetLabel(site, name, value)] ??= []).push(entry.data.id);
    }
  }
  return ids;
}

/** Every number of the site with what a report says of it. */
export function register(site: Site): RegisterEntry[] {
  return site.entries.map((entry) => registerEntry(site, entry));
}

function registerEntry(site: Site, entry: Entry): RegisterEntry {
  const { id, title, regions, retired, nature } = entry.data;
  const places = placesInWords(regions, site.regions, 'short');
  const aside = asideOf(entry, asideTypes(site.vocabulary));
  const years = isOf(entry, 'practices') ? [] : yearsOf(entry);
  const caution = isOf(entry, 'policies') ? cautionOf(entry, site.asOf, site.policies) : '';
  return {
    id,
    title,
    collection: entry.collection,
    href: toLink(entry).href,
    places,
    ...(years.length > 0 && { year: years.join('、') }),
    ...(isOf(entry, 'tolerance') && { outcome: outcomeInList(entry.data), sourceLevel: entry.data.sourceLevel }),
    ...(aside !== undefined && { aside }),
    ...(isTaught(entry) && { isTaught: true as const, partA: Math.round(partAMinutes(entry)) }),
    ...(nature === '教学情景' && { isScenario: true as const }),
    ...(caution !== '' && { caution }),
    ...(retired && { retired: { date: retired.date, ...(retired.replacedBy && { replacedBy: retired.replacedBy }) } }),
  };
}

/** What is said of an entry that is compared and is no case of tolerance. */
const ASIDE_NOTE = '不算容错案例，供对照';

/** One case or practice as the comparison loads it. */
export function comparableView(site: Site, entry: Extract<Entry, { collection: ComparableCollection }>): Comparable {
  const link = toLink(entry);
  const isAside = asideOf(entry, asideTypes(site.vocabulary)) !== undefined;
  const fields = withDerived(comparedFields(entry, contextOf(site.graph.byId)), site).map((field) => withoutOwn(field, site));
  const cites = new Set(fields.flatMap(({ cell }) => (typeof cell === 'string' ? [] : cell.flatMap((item) => item.cites))));
  const index = workIndex(site, settings.name);
  const places = [...cites].flatMap((cite) => {
    const place = citeLink(site, cite);
    return place
      ? [[cite, { href: place.href, label: place.label, title: findWork(place.work, index)?.title ?? place.name }] as const]
      : [];
  });
  return {
    id: link.id,
    title: link.title,
    collection: entry.collection,
    href: link.href,
    notes: isAside ? [...link.notes, ASIDE_NOTE] : link.notes,
    fields,
    places: Object.fromEntries(places),
    laws: lawsOf(site, entry),
  };
}

/** That the editors made a scenario up is no source of what it tells. */
function withoutOwn(field: ComparedField, site: Site): ComparedField {
  const { cell } = field;
  if (typeof cell === 'string') return field;
  return { ...field, cell: cell.map((item) => ({ ...item, cites: item.cites.filter((cite) => !isEditorsOwn(cite, site)) })) };
}

/** The fields with what the site derives from them: what outcomes are taken together, and which kinds of bodies the decider's sentence names. */
function withDerived(fields: readonly ComparedField[], { vocabulary }: Site): ComparedField[] {
  const groupOf = (outcome: string) => vocabulary.outcomes.items.find(({ id }) => id === outcome)?.group ?? outcome;
  return fields.flatMap((field) => {
    const { label, group, cell } = field;
    if (label === '处理结果' && typeof cell === 'string') return [field, { group, label: OUTCOME_GROUP_LABEL, cell: groupOf(cell) }];
    if (label !== '认定主体') return [field];
    const kinds = deciderKinds(typeof cell === 'string' ? cell : cell.map(({ text }) => text).join('；'));
    return [field, { group, label: DECIDERS_LABEL, cell: kinds.join('、') || '未载' }];
  });
}

/** The policies that an entry is linked to, each once, as of the day of the site. */
function lawsOf(site: Site, entry: Entry): LinkedLaw[] {
  if (!hasLawLinks(entry)) return [];
  const ids = new Set([...entry.data.basis.flatMap(({ id }) => id ?? []), ...relatedOf(entry).map(({ id }) => id)]);
  const index = workIndex(site, settings.name);
  return [...ids].flatMap((id) => {
    const policy = site.graph.byId.get(id);
    const work = findWork(id, index);
    return policy && work ? [{ id, standing: standingOf(policy, standingContext(site)), work }] : [];
  });
}
