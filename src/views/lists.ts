/** What list pages show: a collection, the part of it that one facet value picks, and what of it lies in a region or a field; fifty entries a page. */
import { facetsOf } from '../domain/list/facets.ts';
import type { Entry } from '../domain/entry/records.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { hasFilters } from '../domain/list/list-filters.ts';
import { cutIntoPages } from '../domain/list/paging.ts';
import type { ListPart } from '../domain/list/paging.ts';
import { writeFilterAddress } from '../domain/list/filter-address.ts';
import { NO_FILTER } from '../domain/list/filter.ts';
import { href } from '../site.ts';
import { facetLabel, facetSlug } from '../domain/list/facet-names.ts';
import type { Site } from '../domain/site/site-index.ts';

/** A list with an address of its own. */
export interface EntryList {
  /** Of its first page, below the base. */
  path: string;
  title: string;
  /** The column of the site that it belongs to. */
  column: string;
  entries: readonly Entry[];
  /** The way to it from the home page. */
  crumbs: { label: string; href: string }[];
  /** The collection of which it is the whole. */
  whole?: CollectionName;
  /** Ways to other parts of the collection. */
  facets: FacetRow[];
  /** The address at which the filter of the collection shows the same. */
  narrowed?: string;
}

/** The values of a facet as links. */
export interface FacetRow {
  name: string;
  links: FacetLink[];
}

export interface FacetLink {
  label: string;
  /** Of its entries; a link to where all values stand has none. */
  count?: number;
  href: string;
  isCurrent: boolean;
}

/** One page of a list. */
export interface ListPage extends EntryList {
  part: ListPart<Entry>;
}

/** A list as pages. */
export function pagesOfList(list: EntryList): ListPage[] {
  return cutIntoPages(list.entries).map((part) => ({ ...list, part }));
}

/** Every collection whole. */
export function collectionLists(site: Site): EntryList[] {
  return COLLECTION_NAMES.map((collection) => ({
    path: `/${collection}/`,
    title: COLLECTIONS[collection].name,
    column: COLLECTIONS[collection].name,
    whole: collection,
    entries: site.entriesOf(collection),
    crumbs: [],
    facets: linkedFacets(site, collection).map(({ key, name, values }) => ({
      name,
      links:
        key === 'region'
          ? [
              ...values.filter(({ value }) => isTop(site, value)).map(toFacetLink),
              { label: '全部地区', href: href('/regions/'), isCurrent: false },
            ]
          : firstLinks(values),
    })),
  }));
}

/** The parts of collections that facet values pick, but for those that stand on the page of a region, a field or a family. */
export function facetLists(site: Site): EntryList[] {
  return COLLECTION_NAMES.flatMap((collection) =>
    linkedFacets(site, collection)
      .filter(({ isOnHubs }) => !isOnHubs)
      .flatMap(({ key, name, values }) =>
        values.map(({ value, label, path, entries }) => ({
          path,
          column: COLLECTIONS[collection].name,
          // 澄清正名 is a type of case and an outcome: the heading says by what the list was picked.
          title: `${COLLECTIONS[collection].name}：${label}（${name}）`,
          entries,
          crumbs: [{ label: COLLECTIONS[collection].name, href: href(`/${collection}/`) }],
          facets: [{ name, links: values.map((other) => ({ ...toFacetLink(other), isCurrent: other.value === value })) }],
          ...narrowedTo(collection, key, value),
        })),
      ),
  );
}

/** Lists by facet that have become part of a hub's page: their old paths, and the hubs that they lead to. */
export function movedFacetLists(site: Site): { from: string; path: string; label: string }[] {
  return COLLECTION_NAMES.flatMap((collection) =>
    linkedFacets(site, collection).flatMap(({ values }) =>
      values.flatMap(({ path, label, hubPath }) => (hubPath === undefined ? [] : { from: path, path: hubPath, label })),
    ),
  );
}

/** The address at which the filter of a collection, where it has one, shows the same. */
export function narrowedTo(collection: CollectionName, facet: string, value: string): { narrowed?: string } {
  if (!hasFilters(collection)) return {};
  return { narrowed: href(`/${collection}/`) + writeFilterAddress({ ...NO_FILTER, chosen: { [facet]: [value] } }) };
}

/** A facet of a collection with everything that links to its values need. */
interface LinkedFacet {
  key: string;
  name: string;
  /** Whether its values have pages that show what they pick, beside entries of other kinds. */
  isOnHubs: boolean;
  values: LinkedValue[];
}

interface LinkedValue {
  value: string;
  label: string;
  path: string;
  /** The page of the hub, at the collection. */
  hubPath?: string;
  entries: Entry[];
}

/** The facets whose values have pages that show what they pick, beside entries of other kinds. */
const HUBS: Record<string, (site: Site, value: string, collection: CollectionName) => string> = {
  region: (_, value, collection) => `/regions/${value}/#${collection}`,
  theme: ({ vocabulary }, value, collection) => `/themes/${slugIn(vocabulary['measure-fields'].items, value)}/#${collection}`,
  family: ({ vocabulary }, value) => `/families/${slugIn(vocabulary['mechanism-families'].items, value)}/`,
};

function slugIn(items: readonly { id: string; slug?: string | undefined }[], value: string): string {
  return items.find(({ id }) => id === value)?.slug ?? value;
}

function linkedFacets(site: Site, collection: CollectionName): LinkedFacet[] {
  const all = site.entriesOf(collection) as readonly Entry[];
  return facetsOf(collection, all, site).map(({ facet: { key, name }, values }) => ({
    ...{ key, name, isOnHubs: key in HUBS },
    values: values.map(({ value, entries }) => {
      const hubPath = HUBS[key]?.(site, value, collection);
      const path = `/${collection}/${key}/${facetSlug(site, key, value)}/`;
      return { ...{ value, label: facetLabel(site, key, value), path, entries }, ...(hubPath !== undefined && { hubPath }) };
    }),
  }));
}

/** So many values of a facet stand on the page of a collection, the most frequent ones. */
const MOST_VALUES = 30;

/** The first values, and where there are more the way to a page that names them all: that of the first. */
function firstLinks(values: readonly LinkedValue[]): FacetLink[] {
  const links = values.map(toFacetLink);
  const [first] = links;
  if (!first || links.length <= MOST_VALUES) return links;
  return [...links.slice(0, MOST_VALUES), { label: `全部 ${links.length} 个`, href: first.href, isCurrent: false }];
}

function toFacetLink({ label, path, hubPath = path, entries }: LinkedValue): FacetLink {
  return { label, count: entries.length, href: href(hubPath), isCurrent: false };
}

/** Whether a place lies in no other: a list without scripts names those alone. */
function isTop({ regions }: Site, id: string): boolean {
  const region = regions.byId.get(id);
  return region !== undefined && region.parent === undefined && region.kind !== '隐去单位';
}
