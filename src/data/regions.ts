/** Regions: the tree of them with the number of entries in each, and what one region's page shows. */
import { mentionsOf } from '../domain/region-mentions.ts';
import { lineageOf } from '../domain/regions.ts';
import type { Region } from '../schema/vocabulary.ts';
import { groupByCollection } from './links.ts';
import { loadSite } from './site.ts';

interface CountedRegion {
  region: Region;
  count: number;
  children: CountedRegion[];
}

/** Province-level units with the places below them, masked units, and what is no administrative unit. */
export async function regionTree() {
  const { entries, vocabulary } = await loadSite();
  const { items, asOf } = vocabulary.regions;
  const counted = (region: Region): CountedRegion => ({
    region,
    count: entries.filter((entry) => entry.data.regions.includes(region.id)).length,
    children: items.filter((other) => other.parent === region.id && !isOther(other) && other.kind !== '兵团').map(counted),
  });
  return {
    asOf,
    provinces: items.filter(({ kind }) => kind === '省级' || kind === '兵团').map(counted),
    masked: items.filter(({ kind }) => kind === '隐去单位').map(counted),
    other: items.filter(isOther).map(counted),
  };
}

/** A region's own entries and those of the places below it; where there are none, the entries in which it occurs. */
export async function regionView(region: Region) {
  const site = await loadSite();
  const all = site.vocabulary.regions.items;
  const children = all.filter((other) => other.parent === region.id);
  const entriesOf = (ids: string[]) => site.entries.filter((entry) => entry.data.regions.some((id) => ids.includes(id)));
  const groups = groupByCollection(entriesOf([region.id]));
  const below = groupByCollection(entriesOf(children.map(({ id }) => id)).filter((entry) => !entry.data.regions.includes(region.id)));
  return {
    region,
    parents: lineageOf(region.id, all).slice(1),
    children: children.map((child) => ({ region: child, count: entriesOf([child.id]).length })),
    groups,
    below,
    mentions: groups.length + below.length > 0 ? [] : groupByCollection(mentionsOf(region, site.entries)),
  };
}

function isOther({ kind }: Region): boolean {
  return kind === '跨省区域' || kind === '场所';
}
