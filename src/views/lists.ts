/** What list pages show: a collection, its facets as links, and the part of it that one facet value picks. */
import { facetsOf } from '../domain/facets.ts';
import type { Entry } from '../domain/records.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { href } from '../site.ts';
import { facetLabel, facetSlug } from '../domain/facet-names.ts';
import type { Site } from '../domain/site-index.ts';

export interface FacetLink {
  label: string;
  count: number;
  href: string;
  isCurrent: boolean;
}

/** A list page: its heading, the facet links, and the entries. */
export interface ListView {
  collection: CollectionName;
  name: string;
  title: string;
  facets: { name: string; links: FacetLink[] }[];
  entries: Entry[];
}

/** A facet of a collection with everything that links to its values need. */
interface LinkedFacet {
  key: string;
  name: string;
  values: { value: string; slug: string; label: string; href: string; entries: Entry[] }[];
}

/** Every list page of a site: each collection whole, and each of its facet values. */
export function listPages(site: Site) {
  return COLLECTION_NAMES.flatMap((collection) => {
    const all = [...site.entriesOf(collection)] as Entry[];
    const facets = linkedFacets(site, collection, all);
    const page = { collection, all, facets };
    return [
      { ...page, chosen: undefined },
      ...facets.flatMap(({ key, name, values }) => values.map((value) => ({ ...page, chosen: { facet: key, facetName: name, ...value } }))),
    ];
  });
}

export type ListPage = ReturnType<typeof listPages>[number];

function linkedFacets(site: Site, collection: CollectionName, all: readonly Entry[]): LinkedFacet[] {
  return facetsOf(collection, all, site).map(({ facet: { key, name }, values }) => ({
    key,
    name,
    values: values.map(({ value, entries }) => {
      const slug = facetSlug(site, key, value);
      return { value, slug, label: facetLabel(site, key, value), href: href(`/${collection}/${key}/${slug}/`), entries };
    }),
  }));
}

/** What one list page shows. */
export function listView({ collection, all, facets, chosen }: ListPage): ListView {
  const { name } = COLLECTIONS[collection];
  return {
    collection,
    name,
    // 澄清正名 is a type of case and an outcome: the heading says by what the list was picked.
    title: chosen ? `${name}：${chosen.label}（${chosen.facetName}）` : name,
    facets: facets.map(({ key, name: facetName, values }) => ({
      name: facetName,
      links: values.map(({ value, label, href: address, entries }) => ({
        label,
        count: entries.length,
        href: address,
        isCurrent: key === chosen?.facet && value === chosen.value,
      })),
    })),
    entries: chosen?.entries ?? all,
  };
}
