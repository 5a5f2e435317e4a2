/** Regions: the tree of them with the number of entries in each, and what one region's page shows. */
import { mentionsOf } from '../domain/region-mentions.ts';
import type { Entry } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { compareNumbers } from '../schema/number.ts';
import type { Region } from '../schema/vocabulary.ts';
import { groupByCollection } from './links.ts';

interface CountedRegion {
  region: Region;
  count: number;
  children: CountedRegion[];
}

/** Province-level units with the places below them, masked units, and what is no administrative unit; each with the entries of all that lies in it. */
export function regionList(site: Site) {
  const { regions, vocabulary } = site;
  const counted = (region: Region): CountedRegion => ({
    region,
    count: within(site, region.id).size,
    children: regions
      .childrenOf(region.id)
      .filter((other) => !isOther(other) && other.kind !== '兵团')
      .map(counted),
  });
  return {
    asOf: vocabulary.regions.asOf,
    provinces: regions.items.filter(({ kind }) => kind === '省级' || kind === '兵团').map(counted),
    masked: regions.items.filter(({ kind }) => kind === '隐去单位').map(counted),
    other: regions.items.filter(isOther).map(counted),
  };
}

/** A region's own entries and those of the places below it; where there are none, the entries in which it or one of them occurs. */
export function regionView(site: Site, region: Region) {
  const { byRegion, entries, regions } = site;
  const own = new Set(byRegion.get(region.id));
  const children = regions.childrenOf(region.id);
  const below = within(site, region.id);
  const isAlone = below.size === 0;
  return {
    region,
    parents: regions.lineageOf(region.id).slice(1),
    children: children.map((child) => ({ region: child, count: within(site, child.id).size })),
    groups: groupByCollection([...own]),
    below: groupByCollection([...below].filter((entry) => !own.has(entry)).sort((a, b) => compareNumbers(a.data.id, b.data.id))),
    mentions: isAlone
      ? groupByCollection([...new Set([region, ...inside(site, region.id)].flatMap((place) => mentionsOf(place, entries)))])
      : [],
  };
}

/** The places that lie in a region, at any depth. */
function inside(site: Site, id: string): Region[] {
  return site.regions.childrenOf(id).flatMap((child) => [child, ...inside(site, child.id)]);
}

/** The entries of a region and of all that lies in it, at any depth, each once. */
function within(site: Site, id: string): Set<Entry> {
  return new Set([...(site.byRegion.get(id) ?? []), ...site.regions.childrenOf(id).flatMap((child) => [...within(site, child.id)])]);
}

function isOther({ kind }: Region): boolean {
  return kind === '跨省区域' || kind === '场所';
}
