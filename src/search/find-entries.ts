/**
 * The way from a query to ranked entries. What contains the words as typed is counted and comes first; everything else (other words for
 * the same, words apart, names that are close) is kept in lists of its own, so that the count stays what it says.
 */
import { meantNumber } from '../schema/number.ts';
import { situationsAsked } from './asked.ts';
import type { EntryCard, PhraseHit, SearchEngine } from './engine.ts';
import { goesBeyond } from './gb2312.ts';
import type { NamesPart, SearchWords } from './names.ts';
import { isPinyin, isQuestion, isSpelling, parseQuery, readableUnits, unitsOf } from './query.ts';
import type { Query } from './query.ts';
import { rankExact, rankNear, rankRelaxed, WEIGHTS } from './ranking.ts';
import type { RankedEntry, UnitHits, Weights } from './ranking.ts';
import { alternativesOf, documentNumber, simplify, synonymsIn } from './rewrites.ts';
import type { Rewrite } from './rewrites.ts';

/** What the reader wants done beside looking for the words as typed. */
export interface SearchWish {
  /** Nothing at all. */
  isExact: boolean;
  /** Other words for the same. */
  hasSynonyms: boolean;
}

/** What was found, and how. */
export interface Finding {
  /**
   * `exact`: every entry contains every phrase, as typed or as rewritten. `alternatives`: none does, and every entry contains another word
   * for it. `relaxed`: entries contain enough of the words.
   */
  mode: 'exact' | 'alternatives' | 'relaxed' | 'none';
  /** The phrases that were looked for. */
  phrases: string[];
  /** What was done to the query before. */
  rewrites: Rewrite[];
  /** Words searched beside the phrases that lead to some entry. */
  alternatives: string[];
  /** The words that counted in relaxed mode and for `near`, in the order of the query. */
  units: string[];
  /** The result; its length is the count. */
  entries: RankedEntry[];
  /** Entries beyond `entries` that contain an alternative. */
  also: RankedEntry[];
  /** Entries that come close, when the lists before are short. */
  near: RankedEntry[];
  /** Situations that answer such a question, beyond those in `entries`, which begins with them. */
  asked: RankedEntry[];
}

export const PLAIN_WISH: SearchWish = { isExact: false, hasSynonyms: true };

/** With fewer entries than this, entries that come close are looked for too. */
const FEW = 10;
const MAX_NEAR = 10;
const MAX_ALTERNATIVE_SEARCHES = 6;
const ALL_NAMES: readonly NamesPart[] = ['all'];
/** Where letters are read as pinyin: first in the names of matters. */
const SOUNDS_IN: readonly NamesPart[] = ['matters', 'all'];
const LONG_PHRASE = 6;
/** Longer texts have enough words that are right. */
const LONGEST_NAME = 16;

/** Finds entries for what a reader typed; an empty query finds nothing. */
export async function findEntries(engine: SearchEngine, raw: string, wish = PLAIN_WISH, weights = WEIGHTS): Promise<Finding> {
  const [found, words] = await Promise.all([findByText(engine, raw, wish, weights), engine.words()]);
  return wish.isExact ? found : answersFirst(found, situationsAsked(simplify(raw, words.traditional), words.asked), weights);
}

async function findByText(engine: SearchEngine, raw: string, wish: SearchWish, weights: Weights): Promise<Finding> {
  const typed: Asked = { query: parseQuery(raw), rewrites: [], entries: [] };
  if (typed.query.phrases.length === 0) return finding('none', typed);
  const [cards, words] = await Promise.all([engine.cards(), engine.words()]);
  const search = new Search(engine, { cards, words, weights });
  if (wish.isExact) {
    const entries = await search.exactly(typed.query);
    return finding(entries.length > 0 ? 'exact' : 'none', typed, { entries });
  }
  const asked = await search.asked(raw);
  const { words: alternatives, entries: also } = wish.hasSynonyms ? await search.alternatives(asked) : NO_ALTERNATIVES;
  // Who typed an entry's number wants that entry; what comes close to a number is nothing.
  const isNumber = (asked.entries[0]?.score ?? 0) >= weights.number;
  const isShort = !isNumber && asked.entries.length + also.length < FEW;
  const { units, strict, near } = isShort ? await search.loosely(asked.query, wish) : NO_UNITS;
  const rest = { alternatives, units };
  if (asked.entries.length > 0) {
    return finding('exact', asked, { ...rest, entries: asked.entries, also, near: beyond(near, asked.entries, also) });
  }
  if (also.length > 0) return finding('alternatives', asked, { ...rest, entries: also, near: beyond(near, also) });
  if (strict.length > 0)
    return finding('relaxed', asked, { ...rest, entries: strict, near: strict.length < FEW ? beyond(near, strict) : [] });
  const [names, { rankNames }] = await Promise.all([engine.names('names'), import('./near-names.ts')]);
  const named = rankNames(raw, names, cards);
  return finding('none', asked, { ...rest, near: inTurn(named, near) });
}

/** A query as it is searched, with what was done to it and the entries that contain it. */
interface Asked {
  query: Query;
  rewrites: Rewrite[];
  entries: RankedEntry[];
}

interface Alternatives {
  words: string[];
  entries: RankedEntry[];
}

interface Loosely {
  units: string[];
  /** Enough of the words: a result. */
  strict: RankedEntry[];
  /** Any of the words: an offer. */
  near: RankedEntry[];
}

const NO_ALTERNATIVES: Alternatives = { words: [], entries: [] };
const NO_UNITS: Loosely = { units: [], strict: [], near: [] };

/** What a search starts with. */
interface Known {
  cards: ReadonlyMap<string, EntryCard>;
  words: SearchWords;
  weights: Weights;
}

/** The steps of one search. */
class Search {
  readonly #engine: SearchEngine;
  readonly #cards: ReadonlyMap<string, EntryCard>;
  readonly #words: SearchWords;
  readonly #weights: Weights;

  constructor(engine: SearchEngine, { cards, words, weights }: Known) {
    this.#engine = engine;
    this.#cards = cards;
    this.#words = words;
    this.#weights = weights;
  }

  /**
   * Entries that contain every phrase. Of a long phrase its telling words are looked up first: most are questions, which no entry contains as
   * they stand, and the words that ask are the costly ones.
   */
  async exactly(query: Query): Promise<RankedEntry[]> {
    const [phrase, ...others] = query.phrases;
    if (phrase && others.length === 0 && !phrase.isQuoted && phrase.text.length >= LONG_PHRASE) {
      const words = await this.#hits(unitsOf(query, this.#words));
      if (rankExact(words, this.#cards, this.#weights).length === 0) return [];
    }
    return rankExact(await this.#hits(textsOf(query)), this.#cards, this.#weights);
  }

  /** The query as typed, or the first of its rewrites that any entry contains. */
  async asked(raw: string): Promise<Asked> {
    const beyond = goesBeyond(raw) ? await this.#engine.traditional() : '';
    const simple = simplify(raw, this.#words.traditional + beyond).trim();
    const before: Rewrite[] = simple === raw.trim() ? [] : [{ kind: 'traditional', from: raw.trim(), to: simple }];
    const number = documentNumber(simple);
    if (number) {
      const found = await this.#ask(number, [...before, { kind: 'document-number', from: simple, to: number }]);
      if (found.entries.length > 0) return found;
    }
    const plain = await this.#ask(simple, before);
    // Letters that a page spells out, as the pinyin of its own name, still stand for the word.
    if (plain.entries.length > (isSpelling(simple) ? 1 : 0)) return plain;
    const meant = meantNumber(simple);
    if (meant) {
      const found = await this.#ask(meant, [...before, { kind: 'number', from: simple, to: meant }]);
      if (found.entries.length > 0) return found;
    }
    for (const part of isPinyin(simple) ? SOUNDS_IN : ALL_NAMES) {
      for (const rewrite of await this.#meantFor(simple, part)) {
        const found = await this.#ask(rewrite.to, [...before, rewrite]);
        if (found.entries.length > plain.entries.length) return found;
      }
    }
    return plain;
  }

  /** Entries that contain another word for one of the phrases, and which words led to them. */
  async alternatives({ query, entries }: Asked): Promise<Alternatives> {
    const plain = query.phrases.filter(({ isQuoted }) => !isQuoted);
    const all = plain.flatMap(({ text }) => alternativesOf(text, this.#words).map((other) => ({ text, other })));
    const tried = all.slice(0, MAX_ALTERNATIVE_SEARCHES);
    if (tried.length === 0) return NO_ALTERNATIVES;
    const known = unitsOf(query, this.#words);
    const look = (forms: readonly string[]) => Promise.all(forms.map((form) => this.#standing(form, known)));
    const [typed, others] = await Promise.all([look(textsOf(query)), look(tried.map(({ other }) => other))]);
    const union = typed.map(({ unit, hits }) => {
      const added = others.filter((_, index) => tried[index]?.text === unit);
      return { unit, hits: firstOfEach([...hits, ...added.flatMap((other) => other.hits)]) };
    });
    const found = beyond(rankExact(union, this.#cards, this.#weights), entries);
    const keys = new Set(found.map(({ key }) => key));
    return { words: others.filter(({ hits }) => hits.some(({ key }) => keys.has(key))).map(({ unit }) => unit), entries: found };
  }

  /** Entries by the words of the query; a word of the list counts as met where another of its group stands. */
  async loosely(query: Query, { hasSynonyms }: SearchWish): Promise<Loosely> {
    let units = await this.#hits(unitsOf(query, this.#words));
    const synonyms = hasSynonyms ? synonymsIn(textsOf(query).join(' '), this.#words).slice(0, 2) : [];
    for (const { word, others } of synonyms) {
      const hits = (await this.#hits(others.slice(0, 3))).flatMap((other) => other.hits);
      units = units.map((one) => (word.includes(one.unit) ? { unit: one.unit, hits: firstOfEach([...one.hits, ...hits]) } : one));
    }
    const { ranked, units: used } = rankRelaxed(units, this.#cards, this.#weights, unitsOf(query).length);
    return {
      units: readableUnits(used, query, this.#words),
      strict: ranked,
      near: rankNear(units, this.#cards, this.#weights).slice(0, MAX_NEAR),
    };
  }

  async #ask(text: string, rewrites: Rewrite[]): Promise<Asked> {
    const query = parseQuery(text);
    return { query, rewrites, entries: await this.exactly(query) };
  }

  /** Names that the query may have been meant for. The files of names are large; what is no name needs none of them. */
  async #meantFor(text: string, part: NamesPart): Promise<Rewrite[]> {
    const isName = !text.includes(' ') && text.length <= LONGEST_NAME && !isQuestion(text);
    if (!isName && !isPinyin(text)) return [];
    const [table, { meantFor }] = await Promise.all([this.#engine.names(part), import('./meant-for.ts')]);
    return meantFor(text, table);
  }

  /**
   * The hits of a form of a phrase. Of a long one its words are looked up one after the other, those that are `known` first, as long as some entry
   * has them all: most forms stand nowhere, and what is known already mostly tells so.
   */
  async #standing(form: string, known: readonly string[]): Promise<UnitHits> {
    if (form.length >= LONG_PHRASE) {
      const units = unitsOf(parseQuery(form), this.#words);
      let left = [...this.#cards.keys()];
      for (const unit of [...units.filter((one) => known.includes(one)), ...units.filter((one) => !known.includes(one))]) {
        const keys = new Set((await this.#engine.search(unit)).map(({ key }) => key));
        left = left.filter((key) => keys.has(key));
        if (left.length === 0) return { unit: form, hits: [] };
      }
    }
    return { unit: form, hits: await this.#engine.search(form) };
  }

  #hits(units: readonly string[]): Promise<UnitHits[]> {
    return Promise.all(units.map(async (unit) => ({ unit, hits: await this.#engine.search(unit) })));
  }
}

/** The situations before everything but what is called by the very name that was typed; each once. */
function answersFirst(found: Finding, situations: readonly RankedEntry[], { name }: Weights): Finding {
  const place = new Map(found.entries.map((entry) => [entry.key, entry]));
  const counted = situations.flatMap(({ key }) => place.get(key) ?? []);
  // Who typed the name of an entry wants that entry: the whole name, or a name that has every part.
  const whole = found.mode === 'exact' ? name * Math.max(2, found.phrases.length) : Number.POSITIVE_INFINITY;
  const called = found.entries.filter(({ score }) => score >= whole);
  const answers = beyond(counted, called);
  return {
    ...found,
    entries: [...called, ...answers, ...beyond(found.entries, called, answers)],
    also: beyond(found.also, situations),
    near: beyond(found.near, situations),
    asked: beyond(situations, counted),
  };
}

function finding(mode: Finding['mode'], { query, rewrites }: Asked, rest: Partial<Finding> = {}): Finding {
  return { mode, phrases: textsOf(query), rewrites, alternatives: [], units: [], entries: [], also: [], near: [], asked: [], ...rest };
}

function textsOf({ phrases }: Query): string[] {
  return phrases.map(({ text }) => text);
}

function firstOfEach(hits: readonly PhraseHit[]): PhraseHit[] {
  const first = new Map<string, PhraseHit>();
  for (const hit of hits) if (!first.has(hit.key)) first.set(hit.key, hit);
  return [...first.values()];
}

/** Entries that none of the other lists has. */
function beyond(entries: readonly RankedEntry[], ...others: (readonly RankedEntry[])[]): RankedEntry[] {
  const shown = new Set(others.flat().map(({ key }) => key));
  return entries.filter(({ key }) => !shown.has(key));
}

/** Two lists taken in turn, each entry once. */
function inTurn(one: readonly RankedEntry[], other: readonly RankedEntry[]): RankedEntry[] {
  const merged = new Map<string, RankedEntry>();
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    for (const entry of [one[at], other[at]]) if (entry && !merged.has(entry.key)) merged.set(entry.key, entry);
  }
  return [...merged.values()].slice(0, MAX_NEAR);
}
