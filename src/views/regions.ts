/** Regions: the tree of them with the number of entries in each, and what one region's page shows. */
import { bestFirst } from '../domain/entry/best-first.ts';
import { mentionsOf } from '../domain/region/region-mentions.ts';
import { isOf } from '../domain/entry/records.ts';
import { hasRuleRow } from '../domain/policy/rule-matrix.ts';
import { isDraft } from '../domain/policy/validity.ts';
import type { Entry } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { Region } from '../schema/vocabulary.ts';
import { href } from '../site.ts';
import { hubGroups } from './hub-groups.ts';
import type { LinkGroup } from './links.ts';

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
    count: entriesWithin(site, region.id).size,
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

/** So many entries of the region itself have room on its page, and as many of what lies in it. */
const ROOM = 100;

/** A region's own entries and those of the places below it; where there are none, the entries in which it or one of them occurs. */
export function regionView(site: Site, region: Region) {
  const { byRegion, regions } = site;
  const own = new Set(byRegion.get(region.id));
  const children = regions.childrenOf(region.id);
  const below = entriesWithin(site, region.id);
  const path = `/regions/${region.id}/`;
  const groups = hubGroups(site, nearestFirst(own), path, [...below], ROOM);
  const withOwn = new Set(groups.map(({ id }) => id));
  const isAlone = below.size === 0;
  return {
    region,
    rules: region.kind === '省级' ? { ...countRules(below), href: ruleHref(region) } : undefined,
    parents: regions.lineageOf(region.id).slice(1),
    children: children.map((child) => ({ region: child, count: entriesWithin(site, child.id).size })),
    groups,
    below: hubGroups(site, nearestFirst([...below].filter((entry) => !own.has(entry))), path, [...below], ROOM).map((group) => ({
      ...group,
      id: withOwn.has(group.id) ? `below-${group.id}` : group.id,
    })),
    mentions: isAlone
      ? mentionGroups(site, region, [...new Set([region, ...inside(site, region.id)].flatMap((place) => mentionsOf(place, site)))])
      : [],
  };
}

/** How many local rules of what can be tolerated are among the entries, and how many of these are drafts. */
function countRules(entries: Iterable<Entry>): { count: number; drafts: number } {
  const rules = [...entries].flatMap((entry) =>
    isOf(entry, 'policies') && entry.data.scope !== '中央' && hasRuleRow(entry.data) ? [entry.data] : [],
  );
  return { count: rules.length, drafts: rules.filter(isDraft).length };
}

function ruleHref({ name }: Region): string {
  return href(`/matrix/rules/?province=${encodeURIComponent(name)}`);
}

/** What is of the place itself before papers of the centre that name it, and each in the order in which it is worth a look. */
function nearestFirst(entries: Iterable<Entry>): Entry[] {
  const isCentral = (entry: Entry) => isOf(entry, 'policies') && entry.data.scope === '中央';
  return bestFirst([...entries]).sort((a, b) => Number(isCentral(a)) - Number(isCentral(b)));
}

/** The entries in which a region occurs; search finds those for which there is no room. */
function mentionGroups(site: Site, { short }: Region, entries: readonly Entry[]): LinkGroup[] {
  const search = href(`/search/?q=${encodeURIComponent(short)}`);
  return hubGroups(site, entries, '').map(({ more, ...group }) => ({
    ...group,
    ...(more && { more: { ...more, label: `共 ${more.total} 条，其余可检索“${short}”`, href: search } }),
  }));
}

/** The places that lie in a region, at any depth. */
function inside(site: Site, id: string): Region[] {
  return site.regions.childrenOf(id).flatMap((child) => [child, ...inside(site, child.id)]);
}

/** The entries of a region and of all that lies in it, at any depth, each once. */
export function entriesWithin(site: Site, id: string): Set<Entry> {
  return new Set([...(site.byRegion.get(id) ?? []), ...site.regions.childrenOf(id).flatMap((child) => [...entriesWithin(site, child.id)])]);
}

function isOther({ kind }: Region): boolean {
  return kind === '跨省区域' || kind === '场所';
}
