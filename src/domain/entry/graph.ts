/** The graph of entries: typed edges read from frontmatter and body, and the way back along each of them. */
import { compareNumbers, isEntryNumber } from '../../schema/number.ts';
import type { CollectionName } from '../../schema/number.ts';
import type { Entry } from './records.ts';

/** Why one entry points to another. */
export type EdgeKind =
  | 'problem'
  | 'cause'
  | 'measure'
  | 'mechanism'
  | 'practice'
  | 'policy'
  /** What an entry's source itself names as its basis. */
  | 'basis'
  | 'term'
  | 'part-of'
  | 'comparable'
  | 'confused-with'
  | 'contrast'
  | 'used-in-class'
  | 'treated-by'
  | 'replaced-by'
  | 'related'
  | 'mentions';

/** A reference as it stands in an entry: to whom, why, and in which field. */
export interface Reference {
  to: string;
  kind: EdgeKind;
  /** Path in the frontmatter, such as `comparable.0.id`; `body` for a link in the text. */
  path: string;
  /** The reason given in words, where the field asks for one. */
  why?: string;
}

/** An edge between two existing entries. */
export interface Edge extends Reference {
  from: string;
}

export interface Graph {
  byId: ReadonlyMap<string, Entry>;
  /** Edges leaving an entry, by its number. */
  out: ReadonlyMap<string, Edge[]>;
  /** Edges arriving at an entry, by its number. */
  into: ReadonlyMap<string, Edge[]>;
  /** References to numbers that no entry has. */
  dangling: Edge[];
}

/** Fields that hold plain numbers, and what pointing there means. */
const PLAIN_FIELDS: Record<string, EdgeKind> = {
  problems: 'problem',
  causes: 'cause',
  measures: 'measure',
  mechanisms: 'mechanism',
  practices: 'practice',
  terms: 'term',
  partOf: 'part-of',
  broader: 'part-of',
  narrower: 'part-of',
  amends: 'policy',
  replaces: 'policy',
  implements: 'policy',
  readings: 'used-in-class',
  rules: 'policy',
};

/** Fields that hold `{ id, why }` or the like. */
const REASONED_FIELDS: Record<string, EdgeKind> = {
  comparable: 'comparable',
  relatives: 'comparable',
  contrast: 'contrast',
  confusedWith: 'confused-with',
  seeAlso: 'related',
  elsewhere: 'comparable',
  next: 'related',
  basis: 'basis',
  relatedPolicies: 'policy',
  related: 'related',
};

/** Every reference that an entry makes to other entries, in order of appearance. */
export function referencesOf(entry: Entry): Reference[] {
  const references: Reference[] = [];
  for (const [field, value] of Object.entries(entry.data)) {
    const plain = PLAIN_FIELDS[field];
    if (plain && Array.isArray(value)) {
      value.forEach((to, index) => {
        if (typeof to === 'string' && isEntryNumber(to)) references.push({ to, kind: plain, path: `${field}.${index}` });
      });
    }
    const reasoned = REASONED_FIELDS[field];
    if (reasoned && Array.isArray(value)) {
      value.forEach((item, index) => {
        const reference = readReasoned(item, reasoned, `${field}.${index}.id`);
        if (reference) references.push(reference);
      });
    }
  }
  references.push(...structuredReferences(entry));
  for (const to of entry.marks.links) references.push({ to, kind: 'mentions', path: 'body' });
  return references.filter((reference) => reference.to !== entry.data.id);
}

/** Builds the graph; references to unknown numbers are collected, never followed. */
export function buildGraph(entries: readonly Entry[]): Graph {
  const byId = new Map(entries.map((entry) => [entry.data.id, entry]));
  const out = new Map<string, Edge[]>();
  const into = new Map<string, Edge[]>();
  const dangling: Edge[] = [];
  for (const entry of entries) {
    const from = entry.data.id;
    for (const reference of referencesOf(entry)) {
      const edge = { from, ...reference };
      if (!byId.has(edge.to)) {
        dangling.push(edge);
        continue;
      }
      append(out, from, edge);
      append(into, edge.to, edge);
    }
  }
  return { byId, out, into, dangling };
}

/** One neighbour of an entry, with the reasons that either side gives. */
export interface Neighbour {
  entry: Entry;
  kinds: EdgeKind[];
  why: string[];
}

/** Entries connected with one entry in either direction, by collection, each once, in number order. */
export function neighboursOf(graph: Graph, id: string): Map<CollectionName, Neighbour[]> {
  const found = new Map<string, Neighbour>();
  const visit = (edge: Edge, other: string, ownReason: boolean) => {
    const entry = graph.byId.get(other);
    if (!entry) return;
    const neighbour = found.get(other) ?? { entry, kinds: [], why: [] };
    if (!neighbour.kinds.includes(edge.kind)) neighbour.kinds.push(edge.kind);
    if (ownReason && edge.why && !neighbour.why.includes(edge.why)) neighbour.why.push(edge.why);
    found.set(other, neighbour);
  };
  for (const edge of graph.out.get(id) ?? []) visit(edge, edge.to, true);
  for (const edge of graph.into.get(id) ?? []) visit(edge, edge.from, false);
  const grouped = new Map<CollectionName, Neighbour[]>();
  for (const neighbour of [...found.values()].sort((a, b) => compareNumbers(a.entry.data.id, b.entry.data.id))) {
    append(grouped, neighbour.entry.collection, neighbour);
  }
  return grouped;
}

/** References that sit deeper than one field: course units, document layers, a retired entry's successor. */
function structuredReferences(entry: Entry): Reference[] {
  const references: Reference[] = [];
  const add = (to: string | undefined, kind: EdgeKind, path: string) => {
    if (to && isEntryNumber(to)) references.push({ to, kind, path });
  };
  add(entry.data.retired?.replacedBy, 'replaced-by', 'retired.replacedBy');
  if (entry.collection === 'courses') {
    entry.data.units.forEach((unit, index) => {
      add(unit.case, 'used-in-class', `units.${index}.case`);
      unit.alternatives.forEach((id, at) => add(id, 'used-in-class', `units.${index}.alternatives.${at}`));
    });
  }
  if (entry.collection === 'problems' || entry.collection === 'causes') {
    entry.data.layers.forEach((layer, index) => add(layer.source, 'treated-by', `layers.${index}.source`));
  }
  if (entry.collection === 'problems') {
    entry.data.unanswered.forEach((item, index) => add(item.source, 'treated-by', `unanswered.${index}.source`));
  }
  return references;
}

function readReasoned(item: unknown, kind: EdgeKind, path: string): Reference | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item) || typeof item.id !== 'string') return undefined;
  const why = 'why' in item ? item.why : 'how' in item ? item.how : undefined;
  return typeof why === 'string' ? { to: item.id, kind, path, why } : { to: item.id, kind, path };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
