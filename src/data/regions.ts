/** Regions as a tree with the number of entries in each. */
import type { Region } from '../schema/vocabulary.ts';
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

function isOther({ kind }: Region): boolean {
  return kind === '跨省区域' || kind === '场所';
}
