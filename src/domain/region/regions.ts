/** The region table as a tree, and what units are called whose names the sources hide. */
import { placeName, parsePlace, parseSourcePlace } from '../entry/locator.ts';
import type { Place } from '../entry/locator.ts';
import type { EntryOf } from '../entry/records.ts';
import type { Region } from '../../schema/vocabulary.ts';

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

/** The places of an entry in words, each with what it lies in before it (江苏常州金坛); a place above another of the list goes without saying. */
export function placesInWords(ids: readonly string[], { lineageOf }: RegionTree, called: 'name' | 'short'): string[] {
  const above = new Set(ids.flatMap((id) => lineageOf(id).slice(1)));
  return ids.flatMap((id) => {
    const line = lineageOf(id);
    if (line[0] && above.has(line[0])) return [];
    return line.length === 0
      ? [id]
      : [
          line
            .map((place) => place[called])
            .reverse()
            .join(''),
        ];
  });
}

/**
 * The table with names that can be read: a masked unit is called by the noun of its source (某市, 某县; where it has none 某地) and told apart by the
 * place where it stands, as exactly as is needed. Nothing is filled in.
 */
export function spokenRegions(items: readonly Region[], sources: readonly EntryOf<'sources'>[]): Region[] {
  const masked = items.filter(({ kind }) => kind === '隐去单位').map((region) => ({ region, labels: labelsOf(region, sources) }));
  const names = new Map<string, string>();
  for (const { region, labels } of masked) {
    const others = masked.filter((other) => other.region !== region);
    const level = labels.findIndex((label, at) => others.every((other) => other.labels[at] !== label));
    names.set(region.id, labels[level] ?? labels[labels.length - 1] ?? region.name);
  }
  return items.map((region) => {
    const name = names.get(region.id);
    return name === undefined
      ? { ...region, name: unmasked(region.name), short: unmasked(region.short) }
      : { ...region, name, short: name };
  });
}

/** `某地（来源隐名，某市做法第2段）`, then with the sentence, then with the place among the masks of the sentence. */
function labelsOf(region: Region, sources: readonly EntryOf<'sources'>[]): string[] {
  const located = parseSourcePlace(region.at?.[0] ?? '');
  const source = sources.find(({ data }) => data.id === located?.source);
  const noun = region.name.replace(/\*/gu, '');
  const name = `某${noun || '地'}`;
  if (!located || !source) return [`${name}（来源隐名）`];
  const label = (place: Place, which = '') => `${name}（来源隐名，${source.data.shortName}${placeName(place)}${which}）`;
  // A unit of the table has the number of its mask.
  const mask = source.data.masks.find(({ id }) => id.toLowerCase() === region.id);
  const exact = parsePlace(mask?.at ?? '') ?? located.place;
  const inSentence = source.data.masks.filter(({ at }) => at === mask?.at);
  const which = mask ? `第${inSentence.indexOf(mask) + 1}处` : '';
  return [label({ ...located.place, sentences: undefined }), label(exact), label(exact, which)];
}

function unmasked(name: string): string {
  return name.replace(/\*+/gu, '某');
}
