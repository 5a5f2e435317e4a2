/** What the content says about itself, gathered once: which numbers, paragraphs, masks, clauses and public sources there are. */
import type { StoredFile } from '../store/read-content.ts';
import type { Locator, Place } from '../domain/entry/locator.ts';
import { indexPolicies } from '../domain/policy/validity.ts';
import type { PolicyIndex } from '../domain/policy/validity.ts';
import { parsePlace } from '../domain/entry/locator.ts';
import type { Entry } from '../domain/entry/records.ts';
import { isEntryNumber } from '../schema/number.ts';
import type { OwnDocument, Region, VocabularyData } from '../schema/vocabulary.ts';
import type { KnownCommon, KnownLedger, KnownSite } from '../store/load-lists.ts';
import { isEntryFile } from '../store/library.ts';
import type { Library } from '../store/library.ts';
import { isRecord, recordsIn, textOf, textsIn } from '../store/loose-data.ts';
import type { LintEntry } from './lint-entry.ts';

/** A source document, as its entry tells it. */
export interface KnownSource {
  stance: string;
  place: string;
  /** Sentence count and gist by paragraph number. */
  paragraphs: Map<number, { sentences: number; gist: string }>;
  masks: Mask[];
}

/** A name or number that a document hides, and the sentences where it stands. */
export interface Mask extends Place {
  kind: string;
  asWritten: string;
  hides: string;
}

export interface KnownFacts {
  /** Every file below the content folder. */
  files: readonly StoredFile[];
  /** The entries that fit their schema. */
  records: readonly Entry[];
  /** The policies that fit their schema. */
  policies: PolicyIndex;
  /** Entries by number; more than one when a number is used twice. */
  byId: Map<string, LintEntry[]>;
  /** Numbers that files claim whose fields cannot be read; pointing at them is no second mistake. */
  unreadIds: Set<string>;
  /** Numbers of drafts, to which nothing that is out may lead; empty beside drafts, which may. */
  draftIds: ReadonlySet<string>;
  sources: Map<string, KnownSource>;
  /** Clause anchors by policy number. */
  anchors: Map<string, string[]>;
  publicSources: string[];
  /** The unit's own documents, by number. */
  ownDocuments: Map<string, OwnDocument>;
  /** The controlled lists that can be read. */
  lists: Partial<VocabularyData>;
  /** Missing when there is none or it does not fit its schema. */
  ledger: KnownLedger | undefined;
  /** Missing when there is none or it does not fit its schema. */
  site: KnownSite | undefined;
  /** Missing where nothing came as a package. */
  common: KnownCommon | undefined;
  regions: Map<string, Region>;
  /** The originals that drafts were made from, by `collection/slug`. */
  originals: ReadonlyMap<string, string>;
}

/** Gathers the facts; entries that do not fit their schema give what they can. */
export function gatherFacts(
  { files, originals, loaded: { lists, ledger, site, common } }: Library,
  entries: readonly LintEntry[],
  draftIds: ReadonlySet<string> = new Set(),
): KnownFacts {
  const byId = Map.groupBy(
    entries.filter((entry) => entry.id !== ''),
    (entry) => entry.id,
  );
  const read = new Set(entries.map(({ file }) => file));
  const unread = files.filter((file) => isEntryFile(file) && !read.has(file));
  const sources = entries.filter((entry) => entry.collection === 'sources').map((entry) => [entry.id, readSource(entry.data)] as const);
  const policies = entries.filter((entry) => entry.collection === 'policies').map((entry) => [entry.id, readAnchors(entry.data)] as const);
  const records = entries.flatMap(({ record }) => record ?? []);
  return {
    files,
    records,
    policies: indexPolicies(records),
    byId,
    unreadIds: new Set(unread.flatMap(claimedId)),
    draftIds,
    sources: new Map(sources),
    anchors: new Map(policies),
    lists,
    ledger,
    site,
    common,
    publicSources: lists['public-sources']?.items.map((item) => item.id) ?? [],
    ownDocuments: new Map(lists['own-documents']?.items.map((item) => [item.id, item])),
    regions: new Map(lists.regions?.items.map((item) => [item.id, item])),
    originals,
  };
}

/** The masks that stand in the sentences of a locator. */
export function masksAt(known: KnownFacts, { source, paragraph, first, last }: Locator): Mask[] {
  const masks = known.sources.get(source)?.masks ?? [];
  return masks.filter((mask) => {
    if (mask.paragraph !== paragraph) return false;
    return !mask.sentences || (mask.sentences.first <= last && mask.sentences.last >= first);
  });
}

/** The number in a file whose fields cannot be read, so that links to it are not reported as well. */
export function claimedId({ source }: StoredFile): string[] {
  const id = /^id:\s*["']?([A-Z\d-]+)/mu.exec(source)?.[1];
  return id !== undefined && isEntryNumber(id) ? [id] : [];
}

function readSource(data: Record<string, unknown>): KnownSource {
  const paragraphs = recordsIn(data['paragraphs']).map(
    ({ item }) => [Number(item['n']), { sentences: Number(item['sentences']), gist: textOf(item['gist']) }] as const,
  );
  const masks = recordsIn(data['masks']).flatMap(({ item }) => readMask(item));
  return { stance: textOf(data['stance']), place: textOf(data['place']), paragraphs: new Map(paragraphs), masks };
}

function readMask(item: Record<string, unknown>): Mask[] {
  const place = parsePlace(textOf(item['at']));
  return place ? [{ kind: textOf(item['kind']), asWritten: textOf(item['asWritten']), hides: textOf(item['hides']), ...place }] : [];
}

function readAnchors(data: Record<string, unknown>): string[] {
  return recordsIn(data['clauses']).flatMap(({ item }) => textsIn(isRecord(item) ? item['anchor'] : undefined));
}
