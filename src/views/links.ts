/** Entries and citations as links, for every kind of page. */
import { outcomeInList } from '../domain/case/case-outcome.ts';
import { citedName } from '../domain/reference/cited-works.ts';
import { isEditorsOwn } from '../domain/reference/editors-own.ts';
import type { CitedName } from '../domain/reference/cited-works.ts';
import { ownAnchor } from '../domain/entry/own-documents.ts';
import { paragraphAnchor, parseSourcePlace } from '../domain/entry/locator.ts';
import { entryPath, isOf } from '../domain/entry/records.ts';
import type { Entry, EntryOf } from '../domain/entry/records.ts';
import { ownPlace } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import { isUnknown } from '../schema/unknown.ts';
import type { StatementOrUnknown } from '../domain/entry/blocks.ts';
import type { Factor } from '../domain/case/worksheet.ts';
import { href } from '../site.ts';
import { cautionOf } from '../domain/policy/validity.ts';
import type { Site } from '../domain/site/site-index.ts';
import { publicSourceAddress } from './public-sources.ts';

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
  /** Of a case whose source tells of any: the six factors, and whether it tells of each. */
  factors?: { name: string; isTold: boolean }[];
}

/** A citation as a link to what it means, by its name. */
export interface CiteLink extends CitedName {
  /** Name and place in one run of words. */
  label: string;
  href: string;
}

/** A named group of links on a page. */
export interface LinkGroup {
  /** The anchor of the group on its page. */
  id: string;
  heading: string;
  items: EntryLink[];
  /** Where the list is cut: how many there are, and what leads to all of them. */
  more?: { total: number; label: string; href: string };
}

/** The number at which an entry is always found, `/id/SJ-008/`. */
export function permanentPath(entry: Entry): string {
  return `/id/${entry.data.id}/`;
}

/** A link to an entry by its number; `undefined` for a number that no entry has. */
export function entryLink({ graph }: Site, id: string, why: string[] = []): EntryLink | undefined {
  const entry = graph.byId.get(id);
  return entry && toLink(entry, why);
}

/** Links to several entries, those that do not exist left out. */
export function entryLinks(site: Site, ids: readonly string[]): EntryLink[] {
  return ids.flatMap((id) => entryLink(site, id) ?? []);
}

/** A run of words, or the short name of a source document as a link to what it is. */
export interface NamedPart {
  text: string;
  document?: { href: string; title: string };
}

/** A sentence in which every short name of a source document leads to the document: it stands for a work that few readers know. */
export function linkDocuments(site: Site, sentence: string): NamedPart[] {
  const { byName, names } = documentsIn(site.entriesOf('sources'));
  return sentence.split(names).flatMap((text) => {
    const document = byName.get(text);
    return text === '' ? [] : [{ text, ...(document && { document }) }];
  });
}

interface DocumentNames {
  byName: ReadonlyMap<string, NamedPart['document']>;
  /** Cuts a sentence at the names and keeps them. */
  names: RegExp;
}

/** Every row of every list asks for them. */
function documentsIn(sources: readonly EntryOf<'sources'>[]): DocumentNames {
  const known = documentNames.get(sources);
  if (known) return known;
  const byName = new Map(sources.map((entry) => [entry.data.shortName, { href: href(entryPath(entry)), title: entry.data.title }]));
  const names = byName.size === 0 ? /(?!)/u : new RegExp(`(${[...byName.keys()].map((name) => RegExp.escape(name)).join('|')})`, 'u');
  const fresh = { byName, names };
  documentNames.set(sources, fresh);
  return fresh;
}

const documentNames = new WeakMap<readonly EntryOf<'sources'>[], DocumentNames>();

/** Turns an entry into a link. */
export function toLink(entry: Entry, why: string[] = []): EntryLink {
  const { id, title, summary } = entry.data;
  const factors = isOf(entry, 'tolerance')
    ? Object.entries(FACTOR_NAMES).map(([factor, name]) => ({ name, isTold: isTold(entry.data.factors[factor as Factor]) }))
    : [];
  return {
    ...{ id, title, summary, collection: entry.collection, href: href(entryPath(entry)), why, notes: notesOf(entry) },
    ...(factors.some(({ isTold }) => isTold) && { factors }),
  };
}

/** By what a list knows whether a policy holds. */
export type InForce = Pick<Site, 'asOf' | 'policies'>;

/** The same in a list to choose from: a policy that may not hold any more says so before it is opened. */
export function listLink(site: InForce, entry: Entry): EntryLink {
  const link = toLink(entry);
  const caution = isOf(entry, 'policies') && !entry.data.retired ? cautionOf(entry, site.asOf, site.policies) : '';
  return caution === '' ? link : { ...link, notes: [caution, ...link.notes] };
}

/** The names of the factors as short as a strip needs them. */
const FACTOR_NAMES: Record<Factor, string> = {
  motive: '动机',
  conditions: '客观',
  procedure: '程序',
  nature: '性质',
  consequence: '后果',
  remedy: '挽回',
};

const isTold = (finding: StatementOrUnknown) => typeof finding !== 'string';

/** How much of an original the editors have seen, in words for who does not know how this library grades it. */
export const SEEN = {
  ...{ 全文: '看到全文', 部分: '只看到一部分原文', 摘录: '只看到摘录', 转引: '只看到转引', 仅题名: '没有看到原文' },
  ...{ 通识: '一般知识', 不适用: '' },
} as const;

function notesOf(entry: Entry): string[] {
  if (entry.data.retired) return [entry.data.retired.replacedBy ? `已退出，见 ${entry.data.retired.replacedBy}` : '已退出'];
  if (entry.data.nature === '教学情景') return ['教学情景（虚构）'];
  if (isOf(entry, 'tolerance'))
    return [
      entry.data.type,
      ...(entry.data.outcome === '不适用' ? [] : [`处理结果：${outcomeInList(entry.data)}`]),
      SEEN[entry.data.completeness],
    ].filter(Boolean);
  if (isOf(entry, 'mechanisms')) return [entry.data.standing];
  if (isOf(entry, 'policies')) return [...(isUnknown(entry.data.docNumber) ? [] : [entry.data.docNumber]), SEEN[entry.data.textSeen]];
  return [];
}

/** A citation by its name, with the address of the place that it means; `undefined` when it points nowhere but to the editors themselves. */
export function citeLink(site: Site, cite: string): CiteLink | undefined {
  const names = { byId: site.graph.byId, publicSources: site.publicSources, ownDocuments: site.ownDocuments };
  const named = isEditorsOwn(cite, names) ? undefined : citedName(cite, names);
  return named && { ...named, label: named.name + named.place, href: citedAddress(site, cite) };
}

/** Where a citation leads: the paragraph, the article, or the line of the list of public sources. */
function citedAddress(site: Site, cite: string): string {
  const { graph } = site;
  const located = parseSourcePlace(cite);
  const [number = '', clause] = cite.split('#');
  const own = ownPlace(cite);
  if (own) return `${href('/about/own-documents/')}#${ownAnchor(own.number, own.part)}`;
  const entry = graph.byId.get(located?.source ?? number);
  if (!entry) return publicSourceAddress(site, cite);
  const anchor = located ? paragraphAnchor(located.place.paragraph) : clause;
  return href(entryPath(entry)) + (anchor === undefined ? '' : `#${anchor}`);
}
