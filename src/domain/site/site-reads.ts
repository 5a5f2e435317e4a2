/**
 * Which parts of the index of the site something reads, so that what was made of it can be kept until one of them changes. A part is told by a short
 * name: `entry/RC-001`, `into/CS-002`, `citers/S3-¶26#2`, `collection/situations`, `as-of`; `…/*` is all of its kind.
 */
import type { TaughtFacts } from '../course/alternatives.ts';
import type { Entry, SiteContent } from '../entry/records.ts';
import type { Site } from './site-index.ts';

/** A site seen for the drawing of an entry: what is read of it is added to the parts read so far. */
export type NotingSite = (entry: Entry, reads: Set<string>) => Site;

const ALL = '*';

/** Gives the same site for the drawing of each entry, whose reading is noted; the entry itself is read already. */
export function createNoting(site: Site): NotingSite {
  const names = createNames();
  return ({ data }, reads) => {
    const noted = <V>(part: string, map: ReadonlyMap<string, V>) => new NotedMap(map, (key) => reads.add(names(part, key)));
    const read = <T>(part: string, value: T): T => {
      reads.add(part);
      return value;
    };
    reads.add(names('entry', data.id));
    const byId = noted('entry', site.graph.byId);
    const { graph, policies, vocabulary } = site;
    return {
      get entries() {
        return read(names('entry', ALL), site.entries);
      },
      vocabulary: notedLists(vocabulary, (name) => reads.add(names('list', name))),
      get redirects() {
        return read('redirects', site.redirects);
      },
      get localNotes() {
        return read(names('local-note', ALL), site.localNotes);
      },
      localNoteOf: noted('local-note', site.localNoteOf),
      graph: {
        byId,
        out: noted('out', graph.out),
        into: noted('into', graph.into),
        get dangling() {
          return read(names('out', ALL), graph.dangling);
        },
      },
      get regions() {
        return read('regions', site.regions);
      },
      policies: {
        byId: byId as typeof policies.byId,
        changedBy: noted('changed-by', policies.changedBy),
      },
      publicSources: noted('source', site.publicSources),
      get sameSources() {
        return read(names('list', 'public-sources'), site.sameSources);
      },
      ownDocuments: noted('own-document', site.ownDocuments),
      sourcePlaceOf: noted('source-place', site.sourcePlaceOf),
      entriesOf: (collection) => read(names('collection', collection), site.entriesOf(collection)),
      citations: noted('citations', site.citations),
      citers: noted('citers', site.citers),
      handled: noted('handled', site.handled),
      byRegion: noted('region', site.byRegion),
      byTheme: noted('theme', site.byTheme),
      situationsOfChain: noted('chain', site.situationsOfChain),
      situationsOn: noted('situations-on', site.situationsOn),
      get asOf() {
        return read('as-of', site.asOf);
      },
      get outcomes() {
        return read('outcomes', site.outcomes);
      },
      get taught() {
        return read('taught', site.taught);
      },
    };
  };
}

/** The names of parts, each made once: thousands of entries read the same parts. */
function createNames(): (part: string, key: string) => string {
  const names = new Map<string, Map<string, string>>();
  return (part, key) => {
    const ofPart = names.get(part) ?? new Map<string, string>();
    names.set(part, ofPart);
    const name = ofPart.get(key) ?? `${part}/${key}`;
    ofPart.set(key, name);
    return name;
  };
}

/** Tells what a part of a site holds, as a text that changes with it; `hashOf` gives that of an entry, `digest` makes a short one of a long one. */
export function createTeller(site: Site, hashOf: (entry: Entry) => string, digest: (text: string) => string): (read: string) => string {
  const told = new Map<string, string>();
  const hashes = (entries: readonly Entry[] | undefined) => digest((entries ?? []).map(hashOf).join());
  const ofEntries = (map: ReadonlyMap<string, readonly Entry[]>, key: string) => hashes(key === ALL ? site.entries : map.get(key));
  const json = (value: unknown) => digest(JSON.stringify(value ?? null));
  const tell = (part: string, key: string): string => {
    switch (part) {
      case 'entry': {
        if (key === ALL) return hashes(site.entries);
        const entry = site.graph.byId.get(key);
        return entry ? hashOf(entry) : '';
      }
      case 'collection':
        return hashes(site.entriesOf(key as Entry['collection']));
      case 'list':
        return json(site.vocabulary[key as keyof SiteContent['vocabulary']]);
      case 'regions':
        return json(site.regions.items);
      case 'as-of':
        return site.asOf;
      case 'redirects':
        return json(site.redirects);
      case 'outcomes':
        return json(site.outcomes.facts());
      case 'taught':
        return json(site.taught.all.map(likenessFacts));
      case 'changed-by':
        return ofEntries(site.policies.changedBy, key);
      case 'citers':
        return ofEntries(site.citers, key);
      case 'handled':
        if (key === ALL) return hashes(site.entries);
        return digest((site.handled.get(key) ?? []).map(({ entry, ...themes }) => hashOf(entry) + JSON.stringify(themes)).join());
      case 'region':
        return ofEntries(site.byRegion, key);
      case 'theme':
        return ofEntries(site.byTheme, key);
      case 'chain':
        return ofEntries(site.situationsOfChain, key);
      case 'situations-on':
        return ofEntries(site.situationsOn, key);
      case 'out':
      case 'into':
        return key === ALL ? hashes(site.entries) : json(site.graph[part].get(key));
      case 'citations':
        return key === ALL ? hashes(site.entries) : json(site.citations.get(key));
      case 'local-note':
        return json(key === ALL ? site.localNotes : site.localNoteOf.get(key));
      case 'source':
        return json(key === ALL ? [...site.publicSources] : site.publicSources.get(key));
      case 'own-document':
        return json(key === ALL ? [...site.ownDocuments] : site.ownDocuments.get(key));
      case 'source-place':
        return json(key === ALL ? [...site.sourcePlaceOf] : site.sourcePlaceOf.get(key));
      default:
        throw new Error(`${part} is no part of the site`);
    }
  };
  return (read) => {
    const known = told.get(read);
    if (known !== undefined) return known;
    const slash = read.indexOf('/');
    const fresh = slash < 0 ? tell(read, '') : tell(read.slice(0, slash), read.slice(slash + 1));
    told.set(read, fresh);
    return fresh;
  };
}

/** What an entry is compared by when another case is wanted in its place. */
function likenessFacts({ entry, ...facts }: TaughtFacts): unknown[] {
  const { id, title, status, themes, regions } = entry.data;
  return [id, title, status, themes, regions, entry.collection, facts];
}

/** Lists by their names, each noted when it is asked for. */
function notedLists<T extends object>(lists: T, note: (name: string) => void): T {
  return new Proxy(lists, {
    get(target, name, receiver) {
      if (typeof name === 'string') note(name);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

/** A map that notes which keys are asked for; whoever goes through it has read all of it. Each entry has a dozen of them: a class makes them cheap. */
class NotedMap<V> implements ReadonlyMap<string, V> {
  readonly #map: ReadonlyMap<string, V>;
  readonly #note: (key: string) => void;

  constructor(map: ReadonlyMap<string, V>, note: (key: string) => void) {
    this.#map = map;
    this.#note = note;
  }

  get(key: string): V | undefined {
    this.#note(key);
    return this.#map.get(key);
  }

  has(key: string): boolean {
    this.#note(key);
    return this.#map.has(key);
  }

  get size(): number {
    return this.#all().size;
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    this.#all().forEach(visit);
  }

  entries() {
    return this.#all().entries();
  }

  keys() {
    return this.#all().keys();
  }

  values() {
    return this.#all().values();
  }

  [Symbol.iterator]() {
    return this.#all()[Symbol.iterator]();
  }

  #all(): ReadonlyMap<string, V> {
    this.#note(ALL);
    return this.#map;
  }
}
