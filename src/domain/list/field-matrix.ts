/** 领域 × 地区: which places the entries show for each measure field. An empty cell means that this site has no entry, nothing more. */
import { isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';
import type { RegionTree } from '../region/regions.ts';
import type { MeasureField, Region } from '../../schema/vocabulary.ts';

/** One place with its entries by field, in the order of the fields. */
export interface FieldRow {
  place: Region;
  cells: { field: MeasureField; entries: Entry[] }[];
}

/** One row for each province-level place, and for each place that belongs to none, that has an entry; in the order of the region table. */
export function fieldMatrix(entries: readonly Entry[], fields: readonly MeasureField[], regions: RegionTree): FieldRow[] {
  const placed = entries.filter(isShown).map((entry) => ({ entry, tops: new Set(entry.data.regions.map((id) => topOf(id, regions)?.id)) }));
  return regions.items.flatMap((place) => {
    const own = placed.filter(({ tops }) => tops.has(place.id)).map(({ entry }) => entry);
    if (own.length === 0) return [];
    return [{ place, cells: fields.map((field) => ({ field, entries: own.filter(({ data }) => data.themes.includes(field.id)) })) }];
  });
}

/** What was done, decided or ruled somewhere; a constructed scenario fits no real place. */
function isShown(entry: Entry): boolean {
  if (entry.data.status === '退出' || entry.data.nature === '教学情景') return false;
  return isOf(entry, 'practices') || isOf(entry, 'tolerance') || (isOf(entry, 'policies') && entry.data.scope === '地方');
}

/** The province of a place, or the place itself where it has none. */
function topOf(id: string, regions: RegionTree): Region | undefined {
  return regions.lineageOf(id).at(-1);
}
