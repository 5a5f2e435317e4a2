/** The region table as a tree. */
import type { Region } from '../schema/vocabulary.ts';

/** The regions by number and by what they lie in. */
export interface RegionTree {
  items: readonly Region[];
  byId: ReadonlyMap<string, Region>;
  /** A region and everything above it, nearest first; empty for a number that no region has. */
  lineageOf: (id: string) => readonly Region[];
  /** What lies directly in a region, in the order of the table. */
  childrenOf: (id: string) => readonly Region[];
}

/** Orders the table; a region that lies in itself by mistake ends its own line. */
export function regionTree(items: readonly Region[]): RegionTree {
  const byId = new Map(items.map((region) => [region.id, region]));
  const children = Map.groupBy(items, ({ parent }) => parent);
  const lineages = new Map<string, Region[]>();
  const lineageOf = (id: string): readonly Region[] => {
    const known = lineages.get(id);
    if (known) return known;
    const line: Region[] = [];
    for (let at = byId.get(id); at && !line.includes(at); at = at.parent === undefined ? undefined : byId.get(at.parent)) line.push(at);
    lineages.set(id, line);
    return line;
  };
  return { items, byId, lineageOf, childrenOf: (id) => children.get(id) ?? [] };
}
