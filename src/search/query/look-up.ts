/** The fourth step of a search: everything that the engine is asked, and what it answered. Nothing is put in order yet. */
import { askedCharacters, loneCharacters, rankAsked } from '../words/asked.ts';
import type { AskedEntry } from '../words/asked.ts';
import type { EntryCard, FactValues, PhraseHit, SearchEngine } from '../engine/engine.ts';
import { cutWords, innerWords, isAllKnown, pairsOf, synonymsIn } from '../words/lexicon.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { NamesPart, SearchWords } from '../words/names.ts';
import { textsOf } from './plan.ts';
import type { Plan, Reading, SearchWish } from './plan.ts';
import { isOfClass, matterOfClass } from './intents.ts';
import { parse } from './parse.ts';
import type { Query } from './parse.ts';
import { isEntryNumber } from '../../schema/number.ts';
import { isPinyin } from '../words/spelling.ts';
import { firstOfEach } from './ranking.ts';
import type { RankedEntry, UnitHits } from './ranking.ts';
import { isParticle, isQuestion, stripQuestionWords } from '../words/asking-words.ts';
import { namesPlace } from '../words/places.ts';
import { alternativesOf, documentNumber } from '../words/rewrites.ts';
import type { Rewrite } from '../words/rewrites.ts';
import { foldText } from '../../domain/chinese/fold-text.ts';

/** A word of the query, its hits, and the other words whose hits are among them. */
export interface WordHits extends UnitHits {
  via: readonly string[];
}

/** Another form of a phrase, and its hits. */
export interface FormHits extends UnitHits {
  /** The phrase that it stands for. */
  phrase: string;
}

/** A word of the query, and the hits of each of the words that are searched for it. */
interface SynonymHits {
  word: string;
  others: readonly UnitHits[];
}

/** What is looked up when what has all phrases is little: see `LookedUp`. */
type Loose = Pick<LookedUp, 'words' | 'pairs'>;

export interface LookedUp {
  plan: Plan;
  cards: ReadonlyMap<string, EntryCard>;
  /** The way in which the query was read. */
  reading: Reading;
  /** The hits of its phrases; some entry may not have all of them. */
  phrases: readonly UnitHits[];
  /** Entries that must not be found. */
  unwanted: ReadonlySet<string>;
  /** Other forms of the phrases that were looked up. */
  forms: readonly FormHits[];
  /** Words, looked up when what has all phrases is little; they decide what is found. */
  words: readonly WordHits[];
  /** Pairs of characters, which tell more of the order of words; they decide what comes first. */
  pairs: readonly UnitHits[];
  /** Of how many words an entry must have at least so many; 0 when no entry has enough. */
  fewestWords: number;
  /** Entries that are asked for in such words. */
  asked: readonly AskedEntry[];
  /** Entries with names that share characters with the query, when nothing else was found. */
  named: readonly RankedEntry[];
  /** What the lexicon says, for the figures that are shown beside a result. */
  cut: readonly string[];
  /** Where entries are of, as far as something that is not counted by its words alone may be put in order by it. */
  regions: FactValues;
}

/** Ways of asking that are so alike are offered, and close names need not be. */
const OFFERED = 0.25;
/** With fewer entries than this, entries that come close are looked for too. */
export const FEW = 10;
const MAX_FORMS = 6;
/** So long a phrase is more than a word. */
export const LONG_PHRASE = 6;
const MAX_SYNONYM_WORDS = 5;
/** Sentences are looked up by so many of the other words: each costs a file or two. */
const MAX_ASKED_WORDS = 3;
/** With so many other units, frequent ones change no ranking (measured, like the share that makes one frequent). */
const ENOUGH_RARE = { words: 3, pairs: 5 };
/** With so many other pairs, those with a particle are spared. */
const ENOUGH_TELLING = 14;
/** With fewer entries, one word less is asked for. */
const ENOUGH_ENTRIES = 40;
/** Of a query of so few words, an entry must have them all. */
const SHORT_QUERY = 2;

/** Looks up what the plan asks for. */
export async function lookUp(engine: SearchEngine, plan: Plan, { words, cards }: Known): Promise<LookedUp> {
  return new LookUp(engine, plan, { words, cards }).run();
}

/** What every search knows before it looks anything up. */
export interface Known {
  words: SearchWords;
  cards: ReadonlyMap<string, EntryCard>;
}

/** The pairs of characters whose lexicon nearly every such query needs. */
export function wantedPairs({ wish, isSpelling, plain }: Plan): string[] {
  return wish.isExact || isSpelling ? [] : pairsOfQuery(plain.query);
}

/** Keys of the entries that have all of the units. */
function keysWithAll(units: readonly UnitHits[]): Set<string> {
  const [first, ...others] = units.map(({ hits }) => new Set(hits.map(({ key }) => key)));
  return new Set([...(first ?? [])].filter((key) => others.every((set) => set.has(key))));
}

/**
 * How many of the words an entry must have: as many as the best entry has, less until some entries are found, but never less than half, and of a
 * short query all; 0 when no entry has so many.
 */
function fewestOf(words: readonly UnitHits[]): number {
  const counts = new Map<string, number>();
  for (const { hits } of words) for (const { key } of hits) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = words.length <= SHORT_QUERY ? words.length : Math.ceil(words.length / 2);
  let fewest = Math.max(0, ...counts.values());
  if (fewest < least) return 0;
  const atLeast = (number: number) => [...counts.values()].filter((count) => count >= number).length;
  while (fewest > least && atLeast(fewest) < ENOUGH_ENTRIES) fewest -= 1;
  return fewest;
}

const NO_REGIONS: FactValues = new Map();
const NOTHING_LOOSE: Loose = { words: [], pairs: [] };

class LookUp {
  readonly #engine: SearchEngine;
  readonly #plan: Plan;
  readonly #known: Known;
  readonly #lexicons = new Map<string, Promise<Lexicon>>();

  constructor(engine: SearchEngine, plan: Plan, known: Known) {
    this.#engine = engine;
    this.#plan = plan;
    this.#known = known;
  }

  async run(): Promise<LookedUp> {
    const plan = this.#plan;
    const finding = this.#read();
    this.#lookAhead();
    const { reading, phrases } = await finding;
    const { query } = reading;
    const none = { forms: [], words: [], pairs: [], fewestWords: 0, asked: [], named: [], cut: [], regions: NO_REGIONS };
    const unwanted = new Set((await this.#hits(query.without)).flatMap(({ hits }) => hits.map(({ key }) => key)));
    const base = { plan, cards: this.#known.cards, reading, phrases, unwanted };
    if (query.phrases.length === 0 || plan.wish.isExact) return { ...base, ...none };
    const lexicon = await this.#lexiconOf(query);
    const text = textsOf(query).join(' ');
    const forms = plan.wish.hasSynonyms ? await this.#forms(query, lexicon) : [];
    // What has another form of one phrase may lack the next.
    const count = keysWithAll(
      phrases.map(({ unit, hits }) => ({
        unit,
        hits: [...hits, ...forms.filter(({ phrase }) => phrase === unit).flatMap((form) => form.hits)],
      })),
    ).size;
    // Who typed an entry's number wants that entry; what comes close to a number is nothing.
    const isNumber = isEntryNumber(text.toUpperCase());
    const isShort = !isNumber && count < FEW;
    const isDocument = isNumber || documentNumber(text) !== undefined;
    const [loose, asked] = await Promise.all([
      isShort ? this.#loosely(query, lexicon) : NOTHING_LOOSE,
      isDocument ? [] : this.#asked(reading, { isUnwritten: phrases.every(({ hits }) => hits.length === 0) }),
    ]);
    const isAsked = asked.some(({ score }) => score >= OFFERED);
    const fewestWords = isCovered(query, lexicon) ? fewestOf(loose.words) : 0;
    const isNothing = count === 0 && fewestWords === 0 && !isAsked;
    const regions = (isShort || isAsked) && this.#namesPlace(lexicon) ? await this.#engine.facts('regions') : NO_REGIONS;
    const named = isNothing && !isNumber ? await this.#named(text) : [];
    return { ...base, ...loose, forms, fewestWords, asked, named, cut: cutQuery(query, lexicon), regions };
  }

  /** Asks for what the plain reading needs next while its phrases are looked up; whoever awaits it later hears of a failure. */
  #lookAhead(): void {
    const { wish, plain, normalised } = this.#plan;
    if (wantedPairs(this.#plan).length === 0) return;
    const ahead = this.#lexiconOf(plain.query).then((lexicon) => {
      const units = this.#askedUnits(textsOf(plain.query).join(' '), lexicon).units;
      return Promise.all([
        wish.hasSynonyms ? this.#forms(plain.query, lexicon) : undefined,
        units.length > 0 ? this.#engine.lexicon(units) : undefined,
        isQuestion(normalised.text) ? this.#loosely(plain.query, lexicon) : undefined,
      ]);
    });
    ahead.catch(() => undefined);
  }

  /** The first reading that some entry contains; letters that spell a sound are read as a name where that leads to more. */
  async #read(): Promise<{ reading: Reading; phrases: UnitHits[] }> {
    const { readings, plain, names } = this.#plan;
    let own: { reading: Reading; phrases: UnitHits[] } | undefined;
    for (const reading of readings) {
      const phrases = await this.#phrases(reading.query);
      if (reading === plain) own = { reading, phrases };
      const isSound = reading === plain && this.#plan.isSpelling;
      if (keysWithAll(phrases).size > 0 && !isSound) return { reading, phrases };
    }
    const found = own ?? { reading: plain, phrases: [] };
    const count = keysWithAll(found.phrases).size;
    for (const part of (await this.#isNoSlip()) ? [] : names) {
      for (const rewrite of await this.#meantFor(part)) {
        const reading = { query: parse(rewrite.to), rewrites: [...plain.rewrites, rewrite] };
        const phrases = await this.#phrases(reading.query);
        if (keysWithAll(phrases).size > count) return { reading, phrases };
      }
    }
    return found;
  }

  /** Whether the query is made of known words, so many that they are no slip in writing a name. */
  async #isNoSlip(): Promise<boolean> {
    const { text } = this.#plan.normalised;
    return text.length >= LONG_PHRASE && !isPinyin(text) && isAllKnown(text, await this.#lexiconOf(this.#plan.plain.query));
  }

  /** The hits of each phrase. Of a long one its telling pairs are looked up first: most are questions, which no entry contains as they stand. */
  async #phrases(query: Query): Promise<UnitHits[]> {
    const [phrase, ...others] = query.phrases;
    if (phrase && others.length === 0 && !phrase.isQuoted && phrase.text.length >= LONG_PHRASE) {
      const pairs = this.#sparing(pairsIn(query, this.#plan.wish), ENOUGH_RARE.pairs);
      if (pairs.length > 0 && keysWithAll(await this.#hits(pairs)).size === 0) return [{ unit: phrase.text, hits: [] }];
    }
    return this.#hits(textsOf(query));
  }

  /** Names that the query may have been meant for. The files of names are large; what is no name needs none of them. */
  async #meantFor(part: NamesPart): Promise<Rewrite[]> {
    const [table, { meantFor }] = await Promise.all([this.#engine.names(part), import('../words/meant-for.ts')]);
    return meantFor(this.#plan.normalised.text, table);
  }

  async #named(text: string): Promise<RankedEntry[]> {
    const [names, { rankNames }] = await Promise.all([this.#engine.names('names'), import('../words/near-names.ts')]);
    return rankNames(text, names, this.#known.cards);
  }

  /** Other forms of the phrases; those that stand nowhere, and those that the query has anyway, are left out. */
  async #forms(query: Query, lexicon: Lexicon): Promise<FormHits[]> {
    // Hardly any text contains a question, in whatever words.
    const plain = query.phrases.filter(({ isQuoted: whole, text }) => !whole && !(text.length >= LONG_PHRASE && isQuestion(text)));
    const typed = textsOf(query).map(foldText);
    const forms = plain.flatMap(({ text }) =>
      alternativesOf(text, lexicon)
        .filter((form) => !typed.some((other) => other.includes(foldText(form))))
        .map((form) => ({ phrase: text, form })),
    );
    const looked = await Promise.all(
      forms.slice(0, MAX_FORMS).map(async ({ phrase, form }) => ({ phrase, unit: form, hits: await this.#standing(form, query) })),
    );
    return looked.filter(({ hits }) => hits.length > 0);
  }

  /**
   * The hits of a form. Most of the long ones stand nowhere, and the pairs that a form shares with what was typed are known already: what no entry has
   * together need not be looked up further.
   */
  async #standing(form: string, query: Query): Promise<readonly PhraseHit[]> {
    if (form.length >= LONG_PHRASE) {
      const typed = new Set(pairsIn(query, this.#plan.wish));
      const pairs = this.#sparing(pairsIn(parse(form), this.#plan.wish), ENOUGH_RARE.pairs);
      for (const part of [pairs.filter((pair) => typed.has(pair)), pairs])
        if (part.length > 0 && keysWithAll(await this.#hits(part)).size === 0) return [];
    }
    return this.#engine.search(form);
  }

  /** Entries that are asked for so, or in the words that are searched for those of the query. */
  async #asked(reading: Reading, { isUnwritten }: { isUnwritten: boolean }): Promise<AskedEntry[]> {
    // How long a class is to be is no word to look up, but people say it when they ask for one.
    const { query } = reading.rewrites.some(({ kind }) => kind === 'class-length') ? this.#plan.plain : reading;
    const text = textsOf(query).join(' ');
    const lexicon = await this.#lexiconOf(query);
    const { further, units } = this.#askedUnits(text, lexicon);
    const all = new Map([...lexicon, ...(units.length > 0 ? await this.#engine.lexicon(units) : [])]);
    const sentences = { lexicon: all, numbers: this.#known.words.asked, keys: [...this.#known.cards.keys()] };
    return rankAsked(text, sentences, { others: further, isUnwritten });
  }

  /** Other words in which somebody may have asked, and by what else than its pairs a question is looked up among the sentences. */
  #askedUnits(text: string, lexicon: Lexicon): { further: string[]; units: string[] } {
    const others = this.#plan.wish.hasSynonyms ? synonymsIn(text, lexicon).flatMap((synonym) => synonym.others) : [];
    const further = others.slice(0, MAX_ASKED_WORDS);
    return { further, units: [...loneCharacters(text, lexicon), ...further.flatMap(pairsOf)] };
  }

  /** What an entry may have of a query that few or none have as it stands, all asked for at once: what waits for another costs a slow line a question and an answer. */
  async #loosely(query: Query, lexicon: Lexicon): Promise<Loose> {
    if (this.#namesPlace(lexicon)) this.#engine.facts('regions').catch(() => undefined);
    const [pairs, words, synonyms] = await Promise.all([
      this.#hits(this.#sparing(pairsIn(query, this.#plan.wish), ENOUGH_RARE.pairs)),
      this.#words(query, lexicon),
      this.#synonyms(query, lexicon),
    ]);
    // A word that others stand for is a unit by itself, met where they stand.
    const others = synonyms.map(({ word, others: list }) => ({ unit: word, hits: firstOfEach(list.flatMap(({ hits }) => hits)) }));
    return {
      words: words.map((word) => withSynonyms(word, synonyms)),
      pairs: [...pairs, ...others.filter(({ unit }) => !pairs.some((pair) => pair.unit === unit))],
    };
  }

  /** Whoever names a place wants what is of that place; nobody else needs to know what is of which. */
  #namesPlace(lexicon: Lexicon): boolean {
    return namesPlace(this.#plan.normalised.text, lexicon);
  }

  /** The words of the query. What stands nowhere is cut into the words inside it. */
  async #words(query: Query, lexicon: Lexicon): Promise<UnitHits[]> {
    const all = await this.#hits(this.#sparing(cutQuery(query, lexicon), ENOUGH_RARE.words));
    const words = all.map(async (word) => {
      const isLong = word.hits.length === 0 && [...word.unit].length > 2 && !isQuoted(word.unit, query);
      const inner = isLong ? innerWords(word.unit, lexicon) : [];
      return inner.length > 0 ? this.#hits(inner) : [word];
    });
    return (await Promise.all(words)).flat();
  }

  /** Words in the query that others are searched for, with the hits of those. */
  async #synonyms(query: Query, lexicon: Lexicon): Promise<SynonymHits[]> {
    if (!this.#plan.wish.hasSynonyms) return [];
    const synonyms = synonymsIn(textsOf(query).join(' '), lexicon).slice(0, MAX_SYNONYM_WORDS);
    return Promise.all(synonyms.map(async ({ word, others }) => ({ word, others: await this.#hits(others.slice(0, MAX_SYNONYM_WORDS)) })));
  }

  /** Without units that are in most texts, where others remain, and without frequent ones where enough do. */
  #sparing(words: readonly string[], enough: number): readonly string[] {
    const { common, frequent } = this.#known.words;
    const without = (pairs: string) => {
      const spared = new Set<string>(pairs.match(/../gu) ?? []);
      return words.filter((word) => !spared.has(word));
    };
    const telling = without(common);
    const rare = without(common + frequent);
    if (rare.length >= enough) return rare;
    return telling.length > 0 ? telling : words;
  }

  #lexiconOf(query: Query): Promise<Lexicon> {
    const pairs = pairsOfQuery(query);
    const id = pairs.join('');
    const reading = this.#lexicons.get(id) ?? this.#engine.lexicon(pairs);
    this.#lexicons.set(id, reading);
    return reading;
  }

  #hits(units: readonly string[]): Promise<UnitHits[]> {
    return Promise.all(units.map(async (unit) => ({ unit, hits: await this.#engine.search(unit) })));
  }
}

function pairsOfQuery(query: Query): string[] {
  return [...new Set(textsOf(query).flatMap(pairsOf))];
}

/** The pairs of a query without its words that ask; quoted phrases whole. Single characters and pairs with a particle tell little, where others are. */
function pairsIn({ phrases, intent }: Query, { hasPreference }: SearchWish): string[] {
  const pairsOfAll = (bare: (text: string) => string) =>
    phrases.flatMap(({ text, isQuoted: whole }) => (whole ? [text] : bare(stripQuestionWords(text)).split(/\s+/u).flatMap(cutPairs)));
  const matter = hasPreference && isOfClass(intent) ? pairsOfAll(matterOfClass) : [];
  const units = matter.length > 0 ? matter : pairsOfAll((text) => text);
  const longer = units.filter((unit) => [...unit].length > 1);
  const telling = longer.filter((unit) => ![...unit].some(isParticle));
  return [...new Set(telling.length >= ENOUGH_TELLING ? telling : longer.length > 0 ? longer : units)];
}

/** A text in overlapping pairs; numbers and Latin words whole. */
function cutPairs(text: string): string[] {
  const runs = foldText(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\d+)?%?/gu) ?? [];
  return runs.flatMap((run) => (/\p{Script=Han}{2}/u.test(run) ? pairsOf(run) : [run]));
}

/** Whether a query is long, or its words leave over none of its characters that name something: 公务员 is no answer to 公务员法. */
function isCovered(query: Query, lexicon: Lexicon): boolean {
  const words = cutQuery(query, lexicon);
  if (words.length > SHORT_QUERY) return true;
  const named = askedCharacters(textsOf(query).join(' '));
  return named.every((character) => words.some((word) => word.includes(character)));
}

/** Quoted phrases stay whole. */
function cutQuery({ phrases }: Query, lexicon: Lexicon): string[] {
  return [...new Set(phrases.flatMap(({ text, isQuoted }) => (isQuoted ? [text] : cutWords(text, lexicon).map(bareName))))];
}

/** A place is as often written without its rank: 天津 for 天津市. */
function bareName(word: string): string {
  return /^\p{Script=Han}{2,}[省市县]$/u.test(word) ? word.slice(0, -1) : word;
}

function isQuoted(unit: string, { phrases }: Query): boolean {
  return phrases.some((phrase) => phrase.isQuoted && phrase.text === unit);
}

/** A word counts as met where another of its group stands. */
function withSynonyms({ unit, hits }: UnitHits, synonyms: readonly SynonymHits[]): WordHits {
  const others = synonyms.find(({ word }) => word === unit)?.others ?? [];
  const added = others.filter((other) => other.hits.some(({ key }) => !hits.some((hit) => hit.key === key)));
  return { unit, hits: firstOfEach([...hits, ...added.flatMap((other) => other.hits)]), via: added.map((other) => other.unit) };
}
