/** What each kind of page needs, gathered from the content: pages only lay it out. */
import { blocksOf } from '../domain/blocks.ts';
import type { Block } from '../domain/blocks.ts';
import { citationsOf, citersBySentence } from '../domain/citations.ts';
import { neighboursOf } from '../domain/graph.ts';
import type { Neighbour } from '../domain/graph.ts';
import { formatLocator, paragraphAnchor, parseLocator } from '../domain/locator.ts';
import { referenceToEntry, referenceToPublicSource } from '../domain/reference.ts';
import { lineageOf } from '../domain/regions.ts';
import { entryPath, isOf } from '../domain/records.ts';
import type { Entry, EntryOf } from '../domain/records.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../schema/fields.ts';
import type { CollectionName } from '../schema/fields.ts';
import type { MeasureField, PublicSource, Region } from '../schema/vocabulary.ts';
import { absoluteUrl, href, site as settings } from '../site.ts';
import { loadSite } from './site.ts';
import type { Site } from './site.ts';

/** An entry as a link: number, title, address, and the reasons for listing it. */
export interface EntryLink {
  id: string;
  title: string;
  href: string;
  collection: CollectionName;
  summary: string;
  why: string[];
  /** What a reader should know before opening it: a case's type, outcome and completeness, a mechanism's standing. */
  notes: string[];
}

/** A citation as a link, with what it points to in words. */
export interface CiteLink {
  label: string;
  href: string;
  title: string;
}

/** A named group of links on a page. */
export interface LinkGroup {
  /** The anchor of the group on its page. */
  id: string;
  heading: string;
  items: EntryLink[];
}

export interface EntryView {
  entry: Entry;
  collectionName: string;
  blocks: Block[];
  /** Headings of the page that readers may jump to. */
  contents: { id: string; heading: string }[];
  regions: Region[];
  /** Names of the regions and of everything above them, for filtering. */
  regionNames: string[];
  fields: MeasureField[];
  connections: LinkGroup[];
  sources: { title: string; href: string; cites: CiteLink[] }[];
  publicSources: PublicSource[];
}

/** The number at which an entry is always found, `/id/SJ-008/`. */
export function permanentPath(entry: Entry): string {
  return `/id/${entry.data.id}/`;
}

/** Everything an entry's page shows. */
export async function entryView(entry: Entry): Promise<EntryView> {
  const site = await loadSite();
  const blocks = blocksOf(entry, { stanceOf: (source) => stanceOf(site, source) });
  const regions = site.vocabulary.regions.items.filter((region) => entry.data.regions.includes(region.id));
  const cites = citationsOf(entry);
  return {
    entry,
    collectionName: COLLECTIONS[entry.collection].name,
    blocks,
    contents: [...blocks.flatMap((block) => (block.kind === 'body' ? [] : [block])), ...sourceContents(entry)],
    regions,
    regionNames: [...new Set(regions.flatMap((region) => lineageOf(region.id, site.vocabulary.regions.items).map(({ name }) => name)))],
    fields: site.vocabulary['measure-fields'].items.filter((field) => entry.data.themes.includes(field.id)),
    connections: connectionsOf(site, entry, blocks),
    sources: citedSources(site, cites),
    publicSources: site.vocabulary['public-sources'].items.filter((source) => cites.includes(source.id)),
  };
}

/** A citation's address and a title that says what stands there; `undefined` when it points nowhere. */
export async function citeLink(cite: string): Promise<CiteLink | undefined> {
  const site = await loadSite();
  return resolveCite(site, cite);
}

/** A link to an entry by its number; `undefined` for a number that no entry has. */
export async function entryLink(id: string, why: string[] = []): Promise<EntryLink | undefined> {
  const { graph } = await loadSite();
  const entry = graph.byId.get(id);
  return entry && toLink(entry, why);
}

/** Links to several entries, those that do not exist left out. */
export async function entryLinks(ids: readonly string[]): Promise<EntryLink[]> {
  const links = await Promise.all(ids.map((id) => entryLink(id)));
  return links.filter((link) => link !== undefined);
}

/** A reading list as references; a reading is an entry or a public source, by its number. */
export async function readingReferences(ids: readonly string[]): Promise<{ text: string; href: string | undefined }[]> {
  const { graph, vocabulary } = await loadSite();
  return ids.map((id) => {
    const entry = graph.byId.get(id);
    if (entry) return { text: referenceToEntry(entry, settings.name, absoluteUrl(permanentPath(entry))), href: href(entryPath(entry)) };
    const source = vocabulary['public-sources'].items.find((item) => item.id === id);
    return { text: source ? referenceToPublicSource(source) : id, href: source && `${href('/about/public-sources/')}#${id.toLowerCase()}` };
  });
}

/** Turns an entry into a link. */
export function toLink(entry: Entry, why: string[] = []): EntryLink {
  const { id, title, summary } = entry.data;
  return { id, title, summary, collection: entry.collection, href: href(entryPath(entry)), why, notes: notesOf(entry) };
}

function notesOf(entry: Entry): string[] {
  if (entry.data.nature === '教学情景') return ['教学情景（虚构）'];
  if (isOf(entry, 'tolerance'))
    return [entry.data.type, entry.data.outcome, `编者所见：${entry.data.completeness}`, `来源${entry.data.sourceLevel}`];
  if (isOf(entry, 'mechanisms')) return [entry.data.standing];
  if (isOf(entry, 'policies')) return [entry.data.docNumber === '未载' ? '文号未载' : entry.data.docNumber, `原文：${entry.data.textSeen}`];
  return [];
}

/** A source page's paragraphs, each with the entries that cite it. */
export async function sourceParagraphs(source: EntryOf<'sources'>) {
  const { entries } = await loadSite();
  const citers = citersBySentence(entries);
  return source.data.paragraphs.map((paragraph) => {
    const sentences = Array.from({ length: paragraph.sentences }, (_, index) => {
      const at = formatLocator({ source: source.data.id, paragraph: paragraph.n, first: index + 1, last: index + 1 });
      return { at, n: index + 1, citers: citers.get(at) ?? [] };
    });
    const byEntry = new Map<Entry, number[]>();
    for (const { n, citers: list } of sentences) for (const entry of list) byEntry.set(entry, [...(byEntry.get(entry) ?? []), n]);
    return {
      ...paragraph,
      anchor: paragraphAnchor(paragraph.n),
      headings: source.data.sections.filter((section) => section.from === paragraph.n),
      uncited: sentences.filter(({ citers: list }) => list.length === 0).map(({ n }) => n),
      citers: [...byEntry].map(([entry, at]) => ({ link: toLink(entry), at })),
    };
  });
}

/** A region's own entries and those of the places below it. */
export async function regionView(region: Region) {
  const site = await loadSite();
  const all = site.vocabulary.regions.items;
  const children = all.filter((other) => other.parent === region.id);
  const entriesOf = (ids: string[]) => site.entries.filter((entry) => entry.data.regions.some((id) => ids.includes(id)));
  return {
    region,
    parents: lineageOf(region.id, all).slice(1),
    children: children.map((child) => ({ region: child, count: entriesOf([child.id]).length })),
    groups: groupByCollection(entriesOf([region.id])),
    below: groupByCollection(entriesOf(children.map(({ id }) => id)).filter((entry) => !entry.data.regions.includes(region.id))),
  };
}

/** Entries grouped under their collections' names, in the site's order; empty groups are left out. */
export function groupByCollection(entries: readonly Entry[]): LinkGroup[] {
  return COLLECTION_NAMES.map((name) => ({
    id: name,
    heading: COLLECTIONS[name].name,
    items: entries.filter((entry) => entry.collection === name).map((entry) => toLink(entry)),
  })).filter(({ items }) => items.length > 0);
}

/** What pointing from or to a collection means on an entry's page. */
const CONNECTION_HEADINGS: Record<CollectionName, string> = {
  problems: '回应哪些问题',
  causes: '有关的原因',
  measures: '有关的举措',
  mechanisms: '有关的制度机制',
  practices: '哪些地区这样做',
  tolerance: '有关的案例',
  courses: '被哪些课程使用',
  policies: '有关的政策法规',
  terms: '有关的术语',
  tensions: '文献对读',
  sources: '来源文献',
};

/** On a source's page the same links say what the document speaks of. */
const SOURCE_HEADINGS: Partial<Record<CollectionName, string>> = { problems: '论及的问题', causes: '论及的原因' };

/** On a course's page they say what the class uses. */
const COURSE_HEADINGS: Partial<Record<CollectionName, string>> = {
  practices: '用到的地区实践',
  tolerance: '用到的案例',
  courses: '相关课程',
};

/** Headings that read differently among entries of one kind. */
const SAME_KIND_HEADINGS: Partial<Record<CollectionName, string>> = {
  problems: '上下位与相关问题',
  practices: '也把本条当作相近做法',
  mechanisms: '也把本条当作相近机制',
  policies: '前后相关的文件',
};

function connectionsOf(site: Site, entry: Entry, blocks: Block[]): LinkGroup[] {
  const shown = new Set(blocks.flatMap((block) => (block.kind === 'links' ? block.items.map(({ id }) => id) : [])));
  const neighbours = neighboursOf(site.graph, entry.data.id);
  return COLLECTION_NAMES.filter((name) => name !== 'sources').flatMap((name) => {
    const items = (neighbours.get(name) ?? []).filter(({ entry: other }) => !shown.has(other.data.id));
    if (items.length === 0) return [];
    const heading = ownHeading(entry.collection, name) ?? CONNECTION_HEADINGS[name];
    return [{ id: `links-${name}`, heading, items: items.map((neighbour: Neighbour) => toLink(neighbour.entry, neighbour.why)) }];
  });
}

function ownHeading(own: CollectionName, other: CollectionName): string | undefined {
  if (own === 'sources') return SOURCE_HEADINGS[other];
  if (own === 'courses') return COURSE_HEADINGS[other];
  return own === other ? SAME_KIND_HEADINGS[other] : undefined;
}

function citedSources(site: Site, cites: string[]) {
  return site.entries
    .filter((entry) => isOf(entry, 'sources'))
    .map((source) => ({
      title: `${source.data.id} ${source.data.title}`,
      href: href(entryPath(source)),
      cites: cites.filter((cite) => cite.startsWith(`${source.data.id}-`)).flatMap((cite) => resolveCite(site, cite) ?? []),
    }))
    .filter(({ cites: list }) => list.length > 0);
}

function resolveCite(site: Site, cite: string): CiteLink | undefined {
  const locator = parseLocator(cite);
  if (locator) {
    const source = site.graph.byId.get(locator.source);
    if (source?.collection !== 'sources') return undefined;
    const paragraph = source.data.paragraphs.find(({ n }) => n === locator.paragraph);
    return {
      label: formatLocator(locator),
      href: `${href(entryPath(source))}#${paragraphAnchor(locator.paragraph)}`,
      title: `${source.data.title}，第${locator.paragraph}段${paragraph ? `：${paragraph.heading}` : ''}`,
    };
  }
  const publicSource = site.vocabulary['public-sources'].items.find(({ id }) => id === cite);
  if (publicSource) {
    const { publisher, title, date } = publicSource;
    return { label: cite, href: `${href('/about/public-sources/')}#${cite.toLowerCase()}`, title: `${publisher}：${title}（${date}）` };
  }
  const [number = '', clause] = cite.split('#');
  const policy = site.graph.byId.get(number);
  return policy && { label: cite, href: href(entryPath(policy)) + (clause ? `#${clause}` : ''), title: policy.data.title };
}

/** The parts of a source's page beside its blocks. */
function sourceContents(entry: Entry): { id: string; heading: string }[] {
  if (!isOf(entry, 'sources')) return [];
  const { gaps, masks, slips, rhetoric } = entry.data;
  return [
    { id: 'paragraphs', heading: '逐段大意', count: 1 },
    { id: 'gaps', heading: '缺口', count: gaps.length },
    { id: 'masks', heading: '隐去的名称和数字', count: masks.length },
    { id: 'slips', heading: '原文的疏漏', count: slips.length },
    { id: 'rhetoric', heading: '不载事实的句子', count: rhetoric.length },
  ].filter(({ count }) => count > 0);
}

function stanceOf(site: Site, source: string): '建议' | '做法' | undefined {
  const entry = site.graph.byId.get(source);
  return entry?.collection === 'sources' ? entry.data.stance : undefined;
}
