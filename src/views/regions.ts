/** Regions: the tree of them with the number of entries in each, and what one region's page shows. */
import { mentionsOf } from '../domain/region-mentions.ts';
import type { Site } from '../domain/site-index.ts';
import type { Region } from '../schema/vocabulary.ts';
import { groupByCollection } from './links.ts';

interface CountedRegion {
  region: Region;
  count: number;
  children: CountedRegion[];
}

/** Province-level units with the places below them, masked units, and what is no administrative unit. */
export function regionList({ byRegion, regions, vocabulary }: Site) {
  const counted = (region: Region): CountedRegion => ({
    region,
    count: byRegion.get(region.id)?.length ?? 0,
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

/** A region's own entries and those of the places below it; where there are none, the entries in which it occurs. */
export function regionView(site: Site, region: Region) {
  const { byRegion, entries, regions } = site;
  const own = new Set(byRegion.get(region.id));
  const children = regions.childrenOf(region.id);
  const within = new Set(children.flatMap(({ id }) => byRegion.get(id) ?? []));
  const isAlone = own.size + within.size === 0;
  return {
    region,
    parents: regions.lineageOf(region.id).slice(1),
    children: children.map((child) => ({ region: child, count: byRegion.get(child.id)?.length ?? 0 })),
    groups: groupByCollection([...own]),
    below: groupByCollection(within.size > 0 ? entries.filter((entry) => within.has(entry) && !own.has(entry)) : []),
    mentions: isAlone ? groupByCollection(mentionsOf(region, entries)) : [],
  };
}

function isOther({ kind }: Region): boolean {
  return kind === '跨省区域' || kind === '场所';
}
