/**
 * Several libraries searched as one. The ways of a query ask an engine where phrases stand and rank by that alone, so that an engine which answers for
 * all libraries gives one ranking: how rare a phrase is counts over all of them, and no score of one index is set beside that of another.
 */
import { readAnyNumber, writeAnyNumber } from '../../schema/number.ts';
import { packSentences, unpackSentences } from '../words/asked.ts';
import type { AskedNumbers } from '../words/asked.ts';
import { OWN_UNIT } from './engine.ts';
import type { EntryCard, EntryText, Fact, FactValues, SearchEngine, UnitEntry } from './engine.ts';
import { EVERYWHERE } from '../words/lexicon.ts';
import type { Lexicon, Slot } from '../words/lexicon.ts';
import { joinNames } from '../words/names.ts';
import type { SearchNames, SearchWords } from '../words/names.ts';

/** Another unit's library, open. */
export interface JoinedUnit {
  /** What it is called here. */
  name: string;
  /** The whole address at which its site begins. */
  root: string;
  engine: SearchEngine;
}

/**
 * How the answers of units to one question are waited for: one that fails or is late never reaches the search, which goes on with `undefined` for it.
 */
export type AskUnits = <T>(units: readonly JoinedUnit[], answering: readonly Promise<T>[]) => Promise<(T | undefined)[]>;

/** One engine over this library and the others; of an entry of the common library the first one counts, this library's before all. */
export async function joinEngines(own: SearchEngine, units: readonly JoinedUnit[], ask: AskUnits): Promise<SearchEngine> {
  const libraries = await Promise.all([openLibrary({ name: OWN_UNIT, root: '', engine: own }), ...units.map((unit) => openLibrary(unit))]);
  const joined = new JoinedEngine(libraries, ask);
  return {
    open: () => joined.open(),
    cards: () => joined.cards(),
    facts: (fact) => joined.facts(fact),
    search: (phrase) => joined.search(phrase),
    load: (key) => joined.load(key),
    words: () => joined.words(),
    lexicon: (pairs) => joined.lexicon(pairs),
    traditional: () => joined.traditional(),
    names: (part) => joined.names(part),
  };
}

/** A library with what every search needs of it. */
interface Library extends JoinedUnit {
  ids: ReadonlyMap<string, EntryCard>;
  marks: FactValues;
  ownWords: SearchWords;
}

async function openLibrary(unit: JoinedUnit): Promise<Library> {
  const [ids, marks, ownWords] = await Promise.all([unit.engine.cards(), unit.engine.facts('marks'), unit.engine.words()]);
  return { ...unit, ids, marks, ownWords };
}

/** What stands in libraries with more than half of all entries stands in most texts. */
const MOST = 0.5;

class JoinedEngine implements SearchEngine {
  readonly #libraries: readonly Library[];
  readonly #ask: AskUnits;
  readonly #cards = new Map<string, EntryCard>();
  /** By the key of an entry, the library that has it, and its key there. */
  readonly #places = new Map<string, { library: Library; own: string }>();
  /** Of each library, the key of each of its entries that counts. */
  readonly #keys: readonly ReadonlyMap<string, string>[];
  /** The key under which an entry of the common library counts, by its mark. */
  readonly #common = new Map<string, string>();
  readonly #sentences: readonly MovedSentences[];
  readonly #words: SearchWords;

  constructor(libraries: readonly Library[], ask: AskUnits) {
    this.#libraries = libraries;
    this.#ask = ask;
    this.#keys = libraries.map((library) => this.#take(library));
    const { asked, moved } = joinAsked(libraries, this.#keys);
    this.#sentences = moved;
    this.#words = { asked, ...this.#joinWords() };
  }

  async open(): Promise<void> {
    await this.#each((engine) => engine.open(), undefined);
  }

  cards(): Promise<ReadonlyMap<string, EntryCard>> {
    return Promise.resolve(this.#cards);
  }

  async facts(fact: Fact): Promise<FactValues> {
    const found = await this.#each((engine) => engine.facts(fact), NO_VALUES);
    return new Map(
      found.flatMap((values, at) =>
        [...(this.#keys[at] ?? [])].map(([id, key]) => [key, this.#named(fact, this.#libraries[at], values.get(id) ?? [])] as const),
      ),
    );
  }

  async search(phrase: string) {
    const found = await this.#each((engine) => engine.search(phrase), []);
    return found.flatMap((hits, at) =>
      hits.flatMap((hit) => {
        const key = this.#keys[at]?.get(hit.key);
        return key === undefined ? [] : [{ ...hit, key }];
      }),
    );
  }

  async load(key: string) {
    const place = this.#places.get(key);
    if (!place) throw new Error(`no library has ${key}`);
    const { library, own: id } = place;
    if (library.name === OWN_UNIT) return library.engine.load(id);
    // Of a unit that fails now the list is made anew without it; until then its entry has no more than its number.
    const [text = { ...NO_TEXT, ...this.#cards.get(key), title: key }] = await this.#ask([library], [library.engine.load(id)]);
    const sources = this.#named('sources', library, text.sources);
    return { ...text, id: key, sources, owner: ownerOf(text, library) };
  }

  words(): Promise<SearchWords> {
    return Promise.resolve(this.#words);
  }

  async lexicon(pairs: readonly string[]): Promise<Lexicon> {
    const parts = await this.#each((engine) => engine.lexicon(pairs), new Map<string, Slot>());
    return new Map(
      [...new Set(pairs)].flatMap((pair) => {
        const slot = this.#joinSlots(parts.map((part) => part.get(pair)));
        return slot ? [[pair, slot] as const] : [];
      }),
    );
  }

  async traditional(): Promise<string> {
    return joinPairs(await this.#each((engine) => engine.traditional(), ''));
  }

  async names(part: Parameters<SearchEngine['names']>[0]): Promise<SearchNames> {
    const tables = await this.#each((engine): Promise<SearchNames | undefined> => engine.names(part), undefined);
    const [own, ...others] = tables.flatMap((table, at) => {
      const keys = this.#keys[at];
      if (!table) return [];
      const entries = table.entries.flatMap(([id, ...names]) => {
        const key = keys?.get(id);
        return key === undefined ? [] : [[key, ...names] as const];
      });
      return [{ ...table, entries }];
    });
    if (!own) throw new Error('this library has no names');
    const joined = joinNames(own, ...others);
    const all = [own, ...others];
    return {
      ...joined,
      regions: [...new Set(all.flatMap(({ regions }) => regions))],
      words: [...new Set(all.flatMap(({ words }) => words))],
    };
  }

  /** Asks each library; this one's failure is the search's. */
  async #each<T>(question: (engine: SearchEngine) => Promise<T>, otherwise: T): Promise<T[]> {
    const [own, ...units] = this.#libraries.map((library) => ({ library, answering: question(library.engine) }));
    if (!own) throw new Error('nothing is joined');
    const asking = this.#ask(
      units.map(({ library }) => library),
      units.map(({ answering }) => answering),
    );
    const [mine, theirs] = await Promise.all([own.answering, asking]);
    return [mine, ...theirs.map((answer) => answer ?? otherwise)];
  }

  /** Takes over the cards of a library that are in none before it; gives the key of each. */
  #take(library: Library): Map<string, string> {
    const keys = new Map<string, string>();
    for (const [id, card] of library.ids) {
      const mark = markOf(library, id);
      if (mark !== '' && this.#common.has(mark)) continue;
      const key = keyIn(library, id);
      keys.set(id, key);
      this.#places.set(key, { library, own: id });
      // As `keyOf` puts them together again: what a library has gathered bears the name of its unit too.
      const { unit, id: number } = readAnyNumber(key);
      this.#cards.set(key, { ...card, unit: unit || OWN_UNIT, id: number });
      if (mark !== '') this.#common.set(mark, key);
    }
    return keys;
  }

  /** The values of a fact as they are called here: a source of the common library is the one that counts, whosever it is. */
  #named(fact: Fact, library: Library | undefined, values: readonly string[]): string[] {
    if (fact !== 'sources' || !library) return [...values];
    return values.map((id) => this.#common.get(markOf(library, id)) ?? keyIn(library, id));
  }

  #joinWords(): Omit<SearchWords, 'asked'> {
    const all = this.#libraries.map(({ ownWords }) => ownWords);
    const inMost = (textOf: (words: SearchWords) => string) => {
      const share = new Map<string, number>();
      const total = this.#libraries.reduce((sum, { ids }) => sum + ids.size, 0);
      for (const { ids, ownWords } of this.#libraries)
        for (const pair of textOf(ownWords).match(/../gu) ?? []) share.set(pair, (share.get(pair) ?? 0) + ids.size / total);
      return [...share].flatMap(([pair, part]) => (part > MOST ? pair : []));
    };
    const common = inMost((words) => words.common);
    const frequent = inMost((words) => words.common + words.frequent).filter((pair) => !common.includes(pair));
    return { traditional: joinPairs(all.map(({ traditional }) => traditional)), common: common.join(''), frequent: frequent.join('') };
  }

  /** What several libraries know of one pair; `undefined` when none knows anything. */
  #joinSlots(slots: readonly (Slot | undefined)[]): Slot | undefined {
    if (slots.every((slot) => slot === undefined)) return undefined;
    const isEverywhere = slots.some((slot, at) => slot?.[0] === EVERYWHERE && (this.#libraries[at]?.ids.size ?? 0) * 2 > this.#cards.size);
    const sentences = slots.flatMap((slot, at) => {
      const { places = [], each = 1, growth = 1 } = this.#sentences[at] ?? {};
      const old = slot === undefined || slot[0] === EVERYWHERE ? [] : unpackSentences(slot[0]);
      return old.flatMap(({ number, weight }) => {
        const place = places[Math.floor(number / each)] ?? -1;
        return place < 0 ? [] : [{ number: place * this.#words.asked.each + (number % each), weight: Math.round(weight * growth) }];
      });
    });
    const ends = (place: 1 | 2 | 4) => [...new Set(slots.flatMap((slot) => (slot?.[place] ?? '').split('|').filter(Boolean)))].join('|');
    const synonyms: Record<string, readonly string[]> = {};
    for (const [end, others] of slots.flatMap((slot) => Object.entries(slot?.[3] ?? {})))
      synonyms[end] = [...new Set([...(synonyms[end] ?? []), ...others])];
    return [isEverywhere ? EVERYWHERE : packSentences(sentences), ends(1), ends(2), synonyms, ends(4)];
  }
}

const NO_VALUES: FactValues = new Map();
const NO_TEXT: EntryText = {
  ...{ id: '', collection: '', natures: [], url: '/', title: '', text: '', headings: [], figures: [], asked: [] },
  ...{ regions: [], years: [], sources: [] },
};

/** What an entry is told by wherever it stands: in several libraries, or gathered in one beside its own. */
function markOf({ marks }: Library, id: string): string {
  const [mark] = marks.get(id) ?? [];
  return mark === undefined ? '' : `${readAnyNumber(id).id} ${mark}`;
}

/** Of an entry that a library has gathered, its own unit's page. */
function ownerOf({ owner, url }: EntryText, { name, root }: Library): UnitEntry {
  if (!owner) return { name, address: new URL(url.slice(1), root).href };
  return { name: `${owner.name}（${name}汇集）`, address: new URL(owner.address, root).href };
}

function keyIn({ name }: Library, id: string): string {
  return writeAnyNumber({ unit: name === OWN_UNIT ? '' : name, id });
}

/** Where the sentences of a library have gone among those of all, and how much more each says there. */
interface MovedSentences {
  /** The place of each entry among the joined cards; -1 for one that does not count. */
  places: readonly number[];
  /** So many numbers of sentences an entry has in the library. */
  each: number;
  growth: number;
}

/** How the sentences of all libraries are numbered, and where each of a library's own has gone. */
function joinAsked(
  libraries: readonly Library[],
  keys: readonly ReadonlyMap<string, string>[],
): { asked: AskedNumbers; moved: MovedSentences[] } {
  const own = libraries.map(({ ownWords }) => ownWords.asked);
  const all = own.reduce((sum, asked) => sum + asked.all, 0);
  let next = 0;
  const moved = libraries.map(({ ids }, at): MovedSentences => {
    const places = [...ids.keys()].map((id) => (keys[at]?.has(id) ? next++ : -1));
    // What a sentence says was weighed among fewer sentences.
    return { places, each: own[at]?.each ?? 1, growth: Math.log(1 + all) / Math.log(1 + Math.max(1, own[at]?.all ?? 0)) };
  });
  // Entries that stand in several libraries have their sentences in each, and count once: about as many of the sentences do.
  const counted = own.reduce((sum, asked, at) => sum + asked.all * shareOf(keys[at]?.size ?? 0, libraries[at]?.ids.size ?? 0), 0);
  return { asked: { each: Math.max(...own.map(({ each }) => each)), all: Math.round(counted) }, moved };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Lists of pairs as one; the first word on a character counts. */
function joinPairs(lists: readonly string[]): string {
  const pairs = new Map<string, string>();
  for (const pair of lists.flatMap((list) => list.match(/../gu) ?? [])) {
    const [from = ''] = pair;
    if (!pairs.has(from)) pairs.set(from, pair);
  }
  return [...pairs.values()].join('');
}
