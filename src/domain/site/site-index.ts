/** The content with everything that a page needs to know of the others, worked out once and handed on. */
import { compareNumbers } from '../../schema/number.ts';
import type { CollectionName } from '../../schema/number.ts';
import type { OwnDocument, PublicSource } from '../../schema/vocabulary.ts';
import { indexTaught } from '../course/alternatives.ts';
import type { Taught } from '../course/alternatives.ts';
import { citationsOf, citersBySentence } from '../entry/citations.ts';
import { publicSourceWork } from '../reference/cited-works.ts';
import { isEditorsOwn } from '../reference/editors-own.ts';
import { firstNumbers } from '../reference/same-work.ts';
import { buildGraph } from '../entry/graph.ts';
import type { Graph } from '../entry/graph.ts';
import type { Entry, EntryOf, LocalNote, SiteContent } from '../entry/records.ts';
import { regionTree, spokenRegions } from '../region/regions.ts';
import type { RegionTree } from '../region/regions.ts';
import { indexHandled } from '../case/same-problem.ts';
import type { Handled } from '../case/same-problem.ts';
import { learnOutcomes } from '../case/told-outcomes.ts';
import type { OutcomeTelling } from '../case/told-outcomes.ts';
import { isTaught } from '../case/two-parts.ts';
import { indexPolicies } from '../policy/validity.ts';
import type { PolicyIndex } from '../policy/validity.ts';

export interface Site extends SiteContent {
  graph: Graph;
  regions: RegionTree;
  policies: PolicyIndex;
  /** By number, in the order of their numbers. */
  publicSources: ReadonlyMap<string, PublicSource>;
  /** Of those that are one and the same work, the first number by each of the others. */
  sameSources: ReadonlyMap<string, string>;
  /** The unit's own documents, by number. */
  ownDocuments: ReadonlyMap<string, OwnDocument>;
  /** The place of each of them in that order, from 0. */
  sourcePlaceOf: ReadonlyMap<string, number>;
  /** The entries of a collection, in number order. */
  entriesOf: <C extends CollectionName>(collection: C) => readonly Extract<Entry, { collection: C }>[];
  /** What each entry cites, by number: each citation once, in order of appearance. */
  citations: ReadonlyMap<string, readonly string[]>;
  /** The entries that cite a sentence, by its locator (`S3-¶26#2`). */
  citers: ReadonlyMap<string, readonly Entry[]>;
  /** Cases and practices by each problem and measure that they are linked with. */
  handled: ReadonlyMap<string, readonly Handled[]>;
  /** The entries of a region itself, without what lies in it. */
  byRegion: ReadonlyMap<string, readonly Entry[]>;
  byTheme: ReadonlyMap<string, readonly Entry[]>;
  /** What the unit that runs the site notes on an entry, by its number. */
  localNoteOf: ReadonlyMap<string, LocalNote>;
  /** The situations that go along a chain of the taxonomy, by its number. */
  situationsOfChain: ReadonlyMap<string, readonly EntryOf<'situations'>[]>;
  /** The situations that rest on an entry, by its number: a statute is cited article by article. */
  situationsOn: ReadonlyMap<string, readonly EntryOf<'situations'>[]>;
  /** The day as of which the site speaks: the last day on which an editor changed anything, so that builds of one commit are alike. */
  asOf: string;
  /** Finds the cases whose outcome a sentence of another entry tells; worked out when it is first asked. */
  outcomes: OutcomeTelling;
  /** The entries in two parts, with what they are compared by. */
  taught: Taught;
}

/** Works out the index; takes time by the amount of content. */
export function indexSite(content: SiteContent): Site {
  const { entries, vocabulary } = content;
  const citations = new Map(entries.map((entry) => [entry.data.id, citationsOf(entry)]));
  const byCollection = Map.groupBy(entries, ({ collection }) => collection);
  const publicSources = vocabulary['public-sources'].items.toSorted((a, b) => compareNumbers(a.id, b.id));
  const sourceOf = new Map(publicSources.map((source) => [source.id, source]));
  const sameSources = firstNumbers(publicSources.map(publicSourceWork));
  const graph = buildGraph(entries);
  let telling: OutcomeTelling | undefined;
  const learned = () => (telling ??= learnOutcomes(entries, (work) => isEditorsOwn(work, { publicSources: sourceOf }), sameSources));
  const sources = (byCollection.get('sources') ?? []) as EntryOf<'sources'>[];
  const situations = (byCollection.get('situations') ?? []) as EntryOf<'situations'>[];
  return {
    ...content,
    graph,
    handled: indexHandled(entries, graph),
    regions: regionTree(spokenRegions(vocabulary.regions.items, sources)),
    policies: indexPolicies(entries),
    publicSources: sourceOf,
    sameSources,
    ownDocuments: new Map(vocabulary['own-documents'].items.map((ownDocument) => [ownDocument.id, ownDocument])),
    sourcePlaceOf: new Map(publicSources.map(({ id }, place) => [id, place])),
    entriesOf: <C extends CollectionName>(collection: C) => (byCollection.get(collection) ?? []) as Extract<Entry, { collection: C }>[],
    citations,
    citers: citersBySentence(entries, citations),
    byRegion: groupByEach(entries, ({ data }) => data.regions),
    byTheme: groupByEach(entries, ({ data }) => data.themes),
    localNoteOf: new Map(content.localNotes.map((note) => [note.id, note])),
    situationsOfChain: groupByEach(situations, ({ data }) => data.chains),
    situationsOn: groupByEach(situations, ({ data }) => (citations.get(data.id) ?? []).map((cite) => cite.split('#', 1)[0] ?? cite)),
    asOf: entries.reduce((latest, { data }) => (data.updated > latest ? data.updated : latest), ''),
    outcomes: { tells: (sentence, self) => learned().tells(sentence, self), facts: () => learned().facts() },
    taught: indexTaught(entries.filter(isTaught)),
  };
}

function groupByEach<E extends Entry>(entries: readonly E[], keysOf: (entry: E) => readonly string[]): Map<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}
