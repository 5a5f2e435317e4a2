/**
 * The fifth step of a search: what was looked up, as lists in order. What contains the words as typed is counted and comes first; everything else
 * (other words for the same, words apart, ways of asking, names that are close) is kept in lists of its own, so that the count stays what it says.
 */
import { foldText } from '../../domain/chinese/fold-text.ts';
import type { EntryCard } from '../engine/engine.ts';
import type { AskedEntry } from '../words/asked.ts';
import { asksForFigure } from './figure-answers.ts';
import { asksForCases, asksForMaterial, isOfClass, isPreferred } from './intents.ts';
import type { Intent } from './intents.ts';
import { placeName } from '../words/places.ts';
import { isParticle } from '../words/asking-words.ts';
import { isWholeWords } from '../words/word-borders.ts';
import { FEW, LONG_PHRASE } from './look-up.ts';
import type { LookedUp } from './look-up.ts';
import { textsOf } from './plan.ts';
import type { Plan, Reading } from './plan.ts';
import { firstOfEach, isTelling, rankClose, rankExact, WEIGHTS, withEnough } from './ranking.ts';
import type { RankedEntry, UnitHits, Weights } from './ranking.ts';

/** A word that counted, and the other words that counted for it. */
export interface WordUse {
  word: string;
  via: readonly string[];
}

/** A form that led to some entry, and the phrase that it stands for. */
export interface FormUse {
  phrase: string;
  form: string;
}

/** What was found, and how. */
export interface SearchFinding {
  plan: Plan;
  reading: Reading;
  /**
   * `exact`: every entry contains every phrase, as typed or as rewritten. `alternatives`: none does, and every entry contains another form of
   * what it lacks. `relaxed`: entries contain enough of the words.
   */
  mode: 'exact' | 'alternatives' | 'relaxed' | 'none';
  /** The phrases that were looked for. */
  phrases: string[];
  /** Forms searched beside the phrases that lead to some entry. */
  forms: FormUse[];
  /** The words that counted in relaxed mode, in the order of the query, and of how many of them each entry has at least. */
  words: WordUse[];
  fewestWords: number;
  /** Whole words of a query that is not found as it stands which are in no entry, where others are: what was typed and no result is about. */
  absent: readonly string[];
  /** The words for which figures are looked for; empty when no number is asked for. */
  figureWords: readonly string[];
  /** What the question asks for, when that changed the order, and whether what stands first is of that kind. */
  preference: { intent: Intent; standsFirst: boolean } | undefined;
  /** The result; its length is the count. */
  entries: RankedEntry[];
  /** Entries beyond `entries` that contain another form. */
  also: RankedEntry[];
  /** Entries that come close, when the lists before are short. */
  near: RankedEntry[];
  /** What stands first, if it is not what is counted; it may be among `entries` too. */
  leading: RankedEntry[];
  /**
   * Why it stands there. `asked`: people ask so for it, which goes beside entries that have the words as typed. `closest`: it comes closest, where no entry
   * has the words, or a few have them far apart.
   */
  leadingBy: 'asked' | 'closest';
}

const MAX_NEAR = 10;
const MAX_ASKED = 3;
/** So many of the closest stand first, whether or not they have enough words to be counted. */
const MAX_LEADING = 5;
/** With so many of its characters a sentence has something of a word. */
const MOST_OF_WORD = 2;
/** So many phrases that a few long texts have somewhere, and none in its name, say less than what comes closest. */
const MANY_PHRASES = 3;
/** Words for what was before. */
const ASKS_FOR_PAST =
  /旧|老(?:规定|办法|版|黄历|皇历|案)|原[来先]|以前|之前|当[年时]|那[时会]|曾经|历史|沿革|前身|试行|废止|失效|作废|取代|代替/u;
const YEAR = /(?:19|20)\d\d/gu;
/** How what was made up for a class is called, here and in the titles of it. */
const SCENARIO = '教学情景';
/** Whole documents and whole classes have every word, and answer no question by themselves. */
const WIDE: Partial<Record<string, number>> = { sources: 0.5, courses: 0.7 };

/** Puts what was looked up in order. */
export function rank(looked: LookedUp, weights: Weights = WEIGHTS): SearchFinding {
  const { plan, reading, unwanted } = looked;
  const intent = plan.wish.hasPreference && !plan.wish.isExact ? (plan.plain.query.intent ?? reading.query.intent) : undefined;
  const ranking = new Ranking(looked, weights, intent);
  const isWanted = ({ key }: RankedEntry) => !unwanted.has(key);
  const exact = ranking.exact().filter(isWanted);
  const { entries: others, forms } = ranking.others(exact);
  const also = others.filter(isWanted);
  const strict = exact.length + also.length === 0 ? ranking.relaxed().filter(isWanted) : [];
  const mode = exact.length > 0 ? 'exact' : also.length > 0 ? 'alternatives' : strict.length > 0 ? 'relaxed' : 'none';
  const counted = { exact, alternatives: also, relaxed: strict, none: [] }[mode];
  const entries = ranking.withAnswersFirst(counted, mode);
  const hasWords = mode === 'exact' || mode === 'alternatives';
  const asked = ranking.isNameOf(exact) || (exact.length === 0 && ranking.isNameOf(also)) ? [] : ranking.askedSo(exact).filter(isWanted);
  const beforeWords = () =>
    [
      ...(ranking.startsWithClass(entries) ? [] : beyond(ranking.classes(), entries).slice(0, 1)),
      ...(beyond(asked, entries).length > 0 ? beyond(asked, ranking.classes()) : []),
    ].slice(0, MAX_ASKED);
  const leadingBy = hasWords && !ranking.isScattered(counted) ? 'asked' : 'closest';
  const leading = (leadingBy === 'asked' ? beforeWords() : ranking.closest(counted)).filter(isWanted);
  // What people ask for so stands first, whichever other words it has.
  const beside = mode === 'exact' ? beyond(also, leading) : [];
  const close = entries.length < FEW ? inTurn(leading.length > 0 ? [] : looked.named, ranking.near()) : [];
  const near = beyond(close.filter(isWanted), entries, beside, leading).slice(0, MAX_NEAR);
  const shown = [...leading, ...entries];
  const isOfKind = ({ key }: RankedEntry) => intent !== undefined && isPreferred(intent, looked.cards.get(key));
  return {
    ...{ plan, reading, mode, phrases: textsOf(reading.query), forms },
    ...(mode === 'relaxed' ? wordsOf(looked) : { words: [], fewestWords: 0 }),
    absent: hasWords ? [] : absentOf(looked),
    figureWords: asksForFigure(plan.normalised.text) ? looked.cut : [],
    preference: intent && shown.some(isOfKind) ? { intent, standsFirst: shown.slice(0, 1).some(isOfKind) } : undefined,
    ...{ entries, also: beside, near, leading, leadingBy },
  };
}

/** The words that stand in some entry, and how many of them each counted entry has at least. */
function wordsOf({ words, fewestWords }: LookedUp): Pick<SearchFinding, 'words' | 'fewestWords'> {
  const used = words.filter(({ hits }) => hits.length > 0).map(({ unit, via }) => ({ word: unit, via }));
  return { words: used, fewestWords };
}

function absentOf({ words, plan }: LookedUp): string[] {
  const absent = words.filter(({ hits }) => hits.length === 0).map(({ unit }) => unit);
  const text = foldText(plan.normalised.text);
  const telling = absent.filter((word) => ![...word].every(isParticle));
  return absent.length < words.length ? telling.filter((word) => isWholeWords(word, text)) : [];
}

class Ranking {
  readonly #looked: LookedUp;
  readonly #weights: Weights;
  readonly #intent: Intent | undefined;
  readonly #regions = new Map<string, boolean>();
  #closest: RankedEntry[] | undefined;
  readonly #sentences: ReadonlyMap<string, AskedEntry>;

  constructor(looked: LookedUp, weights: Weights, intent: Intent | undefined) {
    this.#looked = looked;
    this.#weights = weights;
    this.#intent = intent;
    this.#sentences = new Map(looked.asked.map((entry) => [entry.key, entry]));
  }

  /** Entries that contain every phrase. */
  exact(): RankedEntry[] {
    const { phrases, cards } = this.#looked;
    const ranked = phrases.length === 0 ? [] : rankExact(phrases, cards, this.#weights);
    const called = this.#calledFrom();
    // What is left of a wish for a class of some length is the name of its matter, not of what is wanted.
    const isOnlyMatter = this.#looked.reading.rewrites.some(({ kind }) => kind === 'class-length');
    const isRaised = (entry: RankedEntry) => this.#answers(entry) && entry.score < called;
    // What answers comes before its equals, but never before what is called by the very name that was typed.
    const raised = (score: number) => Math.min(score + this.#weights.preferred, called - 1);
    return sorted(
      ranked.map((entry) => {
        if (this.#isPast(entry)) return { ...entry, score: entry.score - this.#weights.pastName };
        // Of the classes that have the matter, the one that is asked for by such a length.
        if (isOnlyMatter && this.#isClass(entry)) return { ...entry, score: entry.score + (2 + 3 * this.#likeness(entry)) * called };
        return isRaised(entry) ? { ...entry, score: Math.max(entry.score, raised(entry.score)) } : entry;
      }),
    );
  }

  /** How alike a way of asking for it is. */
  #likeness({ key }: Pick<RankedEntry, 'key'>): number {
    return this.#sentences.get(key)?.score ?? 0;
  }

  /** Whether what was typed is the name of some of the entries: then nothing stands before it. */
  isNameOf(entries: readonly RankedEntry[]): boolean {
    return entries.some(({ score }) => score >= this.#calledFrom());
  }

  /**
   * Whether several phrases stand in a few texts, and none in a name of theirs: a whole law may have each of them in another chapter. The name of a whole
   * document has words of every matter.
   */
  isScattered(entries: readonly RankedEntry[]): boolean {
    const isFew = entries.length > 0 && entries.length < FEW;
    const isNamed = ({ key, score }: RankedEntry) =>
      score >= this.#weights.name && WIDE[this.#looked.cards.get(key)?.collection ?? ''] === undefined;
    return isFew && this.#looked.phrases.length >= MANY_PHRASES && !entries.some(isNamed);
  }

  /** Who typed the name of an entry wants that entry: the whole name, or a name that has every part, scores so much. */
  #calledFrom(): number {
    return this.#weights.name * Math.max(2, this.#looked.phrases.length);
  }

  /** Entries that have another form of some phrase instead, and the forms that led to them. */
  others(exact: readonly RankedEntry[]): { entries: RankedEntry[]; forms: FormUse[] } {
    const { phrases, forms, cards } = this.#looked;
    if (forms.length === 0) return { entries: [], forms: [] };
    const union: UnitHits[] = phrases.map(({ unit, hits }) => {
      const own = new Set(hits.map(({ key }) => key));
      const added = forms.filter(({ phrase }) => phrase === unit).flatMap((form) => form.hits);
      return { unit, hits: [...hits, ...firstOfEach(added).filter(({ key }) => !own.has(key))] };
    });
    const entries = beyond(rankExact(union, cards, this.#weights), exact);
    const keys = new Set(entries.map(({ key }) => key));
    const used = forms.filter(({ hits }) => hits.some(({ key }) => keys.has(key)));
    return { entries, forms: used.map(({ phrase, unit }) => ({ phrase, form: unit })) };
  }

  /** Entries that contain enough of the words, the closest to the question first. */
  relaxed(): RankedEntry[] {
    const { words, fewestWords } = this.#looked;
    const units = new Map(withEnough(words, fewestWords).map(({ key, units: own }) => [key, own]));
    const counted = this.#close().flatMap((entry) => {
      const own = units.get(entry.key);
      return own ? [this.#withSentence({ ...entry, units: own })] : [];
    });
    const rest = [...units].map(([key, own]) => ({ key, units: own, score: 0 }));
    return [...counted, ...beyond(rest, counted)];
  }

  /** What comes close to the question, whether or not it is enough. */
  near(): RankedEntry[] {
    return this.#close().filter((entry) => this.#isAskedSo(entry) || isTelling(entry, this.#looked.pairs));
  }

  /** What comes closest, of what is counted and what people ask so for; nothing where that is what is counted. */
  closest(counted: readonly RankedEntry[]): RankedEntry[] {
    const keys = new Set(counted.map(({ key }) => key));
    const close = this.#close().filter((entry) => keys.has(entry.key) || this.#isAskedSo(entry) || this.#hasWhole(entry));
    const least = this.#weights.leading * (close[0]?.score ?? 0);
    const first = close.slice(0, MAX_LEADING).filter(({ score }) => score >= least);
    return first.every(({ key }) => keys.has(key)) ? [] : first;
  }

  /** Courses among what comes closest, for who asks for one. */
  classes(): RankedEntry[] {
    return isOfClass(this.#intent)
      ? this.#close()
          .slice(0, MAX_LEADING)
          .filter((entry) => this.#isClass(entry))
      : [];
  }

  /** Whether a class stands first already, for who asks for one: none that has less of the words goes before it. */
  startsWithClass(entries: readonly RankedEntry[]): boolean {
    return entries.slice(0, 1).some((entry) => this.#isClass(entry));
  }

  /** A course; who asks for cases, scenarios or questions to talk about wants one of those instead. */
  #isClass({ key }: Pick<RankedEntry, 'key'>): boolean {
    if (!isOfClass(this.#intent)) return false;
    const card = this.#looked.cards.get(key);
    const { text } = this.#looked.plan.normalised;
    if (text.includes(SCENARIO)) return isScenario(card);
    return card?.collection === (asksForMaterial(text) ? 'tolerance' : 'courses');
  }

  /** Entries for which people ask in words that are alike enough, situations that answer just this first, then the closest; what has the words too is closer. */
  askedSo(exact: readonly RankedEntry[]): RankedEntry[] {
    const { askedShown, askedLeads, situation, preferredShare } = this.#weights;
    const alike = this.#looked.asked.filter(
      (entry) => (entry.score >= askedShown || this.#isMostAsked(entry)) && this.#hasOfEach(entry) && this.#hasNumbers(entry),
    );
    const having = new Set(exact.map(({ key }) => key));
    const raised = alike.map(({ key, score, sentence }) => {
      const answers = this.#looked.cards.get(key)?.collection === 'situations' && score >= askedLeads;
      const share = this.#share({ key }) * (having.has(key) ? preferredShare : 1);
      return { key, sentence, units: [], score: score * share + (answers ? situation : 0) };
    });
    return sorted(raised);
  }

  /** Whether a situation is the one that people ask most in such words: short queries are like no single sentence. */
  #isMostAsked({ key, score, together }: AskedEntry): boolean {
    return together >= 1 && score >= this.#weights.askedNear && this.#looked.cards.get(key)?.collection === 'situations';
  }

  /** Whether a sentence has something of each of several words: those who type words and no sentence want them all. */
  #hasOfEach({ characters }: AskedEntry): boolean {
    const { phrases } = this.#looked;
    const has = (unit: string) => [...new Set(unit)].filter((character) => characters.includes(character)).length >= MOST_OF_WORD;
    return phrases.length < 2 || phrases.every(({ unit }) => has(unit));
  }

  /** Whether a sentence has the numbers that were typed: 37号令 is no answer to 46号令, however alike the rest is. */
  #hasNumbers({ characters }: AskedEntry): boolean {
    const numbers = this.#looked.plan.normalised.text.match(/\d{2,}/gu) ?? [];
    return [...numbers.join('')].every((digit) => characters.includes(digit));
  }

  /** Situations that answer the question before everything but what is called by the very name that was typed. */
  withAnswersFirst(entries: readonly RankedEntry[], mode: SearchFinding['mode']): RankedEntry[] {
    const { cards } = this.#looked;
    const leading = this.#looked.asked.filter(
      ({ key, score }) => score >= this.#weights.askedLeads && cards.get(key)?.collection === 'situations',
    );
    const place = new Map(entries.map((entry) => [entry.key, entry]));
    const whole = mode === 'exact' ? this.#calledFrom() : Number.POSITIVE_INFINITY;
    const called = entries.filter(({ score }) => score >= whole);
    const answers = beyond(
      leading.flatMap(({ key }) => place.get(key) ?? []),
      called,
    );
    return [...called, ...answers.map((entry) => this.#withSentence(entry)), ...beyond(entries, called, answers)];
  }

  #withSentence(entry: RankedEntry): RankedEntry {
    const found = this.#sentences.get(entry.key);
    return found && found.score >= this.#weights.askedShown ? { ...entry, sentence: found.sentence } : entry;
  }

  /** Of several phrases those that are more than a word: what has one as it was typed has more than its pairs. */
  #whole(): UnitHits[] {
    const { phrases, pairs, words } = this.#looked;
    const known = new Set([...pairs, ...words].map(({ unit }) => unit));
    return phrases.length > 1 ? phrases.filter(({ unit }) => !known.has(unit)) : [];
  }

  #hasWhole({ key }: RankedEntry): boolean {
    return this.#whole().some(({ unit, hits }) => unit.length >= LONG_PHRASE && hits.some((hit) => hit.key === key));
  }

  #close(): RankedEntry[] {
    const { pairs, words, asked, cards } = this.#looked;
    this.#closest ??= sorted(
      rankClose([...pairs, ...words, ...this.#whole()], asked, cards, this.#weights).map((entry) =>
        this.#withSentence({ ...entry, score: entry.score * this.#share(entry) }),
      ),
    );
    return this.#closest;
  }

  /** Whether the query names a place, with its rank or without. */
  #isNamed(region: string): boolean {
    const known = this.#regions.get(region);
    if (known !== undefined) return known;
    const isNamed = this.#looked.plan.normalised.text.includes(placeName(region));
    this.#regions.set(region, isNamed);
    return isNamed;
  }

  #isAskedSo({ key }: RankedEntry): boolean {
    const found = this.#sentences.get(key);
    const { askedNear, askedTogether } = this.#weights;
    // One character in common is nothing, in however many sentences it stands.
    return found !== undefined && found.characters.length >= MOST_OF_WORD && (found.score >= askedNear || found.together >= askedTogether);
  }

  #share(entry: Pick<RankedEntry, 'key'>): number {
    const card = this.#looked.cards.get(entry.key);
    const asked = this.#sentences.get(entry.key);
    const isAsked = asked !== undefined && (asked.score >= this.#weights.askedLeads || asked.together >= this.#weights.askedTogether);
    const isSituation = card?.collection === 'situations' && isAsked;
    if (this.#isPast(entry)) return this.#weights.past;
    if (this.#looked.regions.get(entry.key)?.some((region) => this.#isNamed(region))) return this.#weights.place;
    if (this.#isClass(entry)) return this.#weights.course;
    if (asksForCases(this.#intent) && this.#answers(entry)) return this.#weights.caseShare;
    if (this.#answers(entry) || isSituation) return this.#weights.preferredShare;
    if (isScenario(card)) return this.#weights.scenario;
    return WIDE[card?.collection ?? ''] ?? 1;
  }

  /** Whether it is a document that holds no more, and nothing that was typed is about the time in which it did. */
  #isPast({ key }: Pick<RankedEntry, 'key'>): boolean {
    const endedIn = this.#looked.cards.get(key)?.endedIn;
    if (endedIn === undefined) return false;
    const { text } = this.#looked.plan.normalised;
    return !ASKS_FOR_PAST.test(text) && (text.match(YEAR) ?? []).every((year) => Number(year) >= endedIn);
  }

  /** Who asks for cases wants real ones, unless it is for a class. */
  #answers({ key }: Pick<RankedEntry, 'key'>): boolean {
    const card = this.#looked.cards.get(key);
    return this.#intent !== undefined && isPreferred(this.#intent, card) && (isOfClass(this.#intent) || !isScenario(card));
  }
}

function isScenario(card: EntryCard | undefined): boolean {
  return card?.natures.includes('教学情景') ?? false;
}

/** Entries that none of the other lists has. */
export function beyond(entries: readonly RankedEntry[], ...others: (readonly RankedEntry[])[]): RankedEntry[] {
  const shown = new Set(others.flat().map(({ key }) => key));
  return entries.filter(({ key }) => !shown.has(key));
}

/** Lists taken in turn, each entry once. */
function inTurn(...lists: (readonly RankedEntry[])[]): RankedEntry[] {
  const merged = new Map<string, RankedEntry>();
  for (let at = 0; at < Math.max(...lists.map(({ length }) => length)); at++) {
    for (const entry of lists.map((list) => list[at])) if (entry && !merged.has(entry.key)) merged.set(entry.key, entry);
  }
  return [...merged.values()];
}

/** By score; what is equal keeps its order. */
function sorted(entries: readonly RankedEntry[]): RankedEntry[] {
  return [...entries].sort((a, b) => b.score - a.score);
}
