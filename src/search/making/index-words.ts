/** The entries as numbers, for the making of the index: a number for each token, and which pairs of tokens are frequent. */
import { addToHash, EMPTY_HASH, endHash } from '../engine/word-files.ts';
import { BORDER } from '../words/tokens.ts';
import { counterOf, COUNTERS } from './pair-counters.ts';

/** An entry as `matchText` folds it, each character a token: its names, the shortest first and without borders at their ends, and its text. */
export interface EntryTokens {
  names: readonly string[];
  text: string;
}

/** A word is a token, a pair of them, or a frequent pair with the token behind or before it; the same word has the same kind and key. */
export const WORD_KINDS = { token: 0, pair: 1, three: 2 } as const;
export type WordKind = (typeof WORD_KINDS)[keyof typeof WORD_KINDS];

/** A pair with more places than this is frequent: to read them all takes longer than the threes that hold it. */
const FREQUENT = 3_000;
/** A three with the token before the pair, and all threes of a pair. */
const BEFORE = 0x10000;
const THREES = 2 * BEFORE;
/** Of more pairs the threes would not be told apart by 32 bits. */
const MOST_FREQUENT = 2 ** 32 / THREES;

/** In no group. */
const NONE = 255;
/** So many groups can be told apart. */
export const MOST_GROUPS = NONE;

/** An entry as numbers: names and text one after the other. */
interface NumberedEntry {
  tokens: Uint16Array;
  /** Which frequent pair begins at each token; 0 for none. */
  pairs: Uint16Array;
  /** The groups of the pair and of the three that begin at each token. */
  pairGroups: Uint8Array;
  threeGroups: Uint8Array;
  /** Lengths of the names. */
  names: readonly number[];
}

/** Each name and then the text: where it begins and ends among the tokens, and at which place it starts. */
function eachPart({ tokens, names }: NumberedEntry, tell: (begin: number, end: number, start: number, isText: boolean) => void): void {
  let begin = 0;
  let start = 0;
  for (const length of names) {
    tell(begin, begin + length, start, false);
    start += 2 * length;
    begin += length;
  }
  tell(begin, tokens.length, start, true);
}

export class NumberedEntries {
  readonly #tokens: string[] = [];
  readonly #codes: number[] = [];
  /** The numbers of tokens, one more than they are, so that 0 is none: of most characters by their code, of those beyond by themselves. */
  readonly #numbers = new Uint32Array(0x1_0000);
  readonly #beyond = new Map<string, number>();
  readonly #entries: NumberedEntry[] = [];
  /** The frequent pairs. */
  readonly #frequent: number[] = [];
  readonly #border: number;
  #files = 0;
  #tokenGroups = new Uint8Array();
  /** Of all entries, in tokens. */
  length = 0;

  constructor(entries: Iterable<EntryTokens>) {
    this.#border = this.#numberOf(BORDER);
    for (const { names, text } of entries) {
      const parts = [...names, text].map((part) => this.#numbered(part));
      const tokens = new Uint16Array(parts.reduce((sum, part) => sum + part.length, 0));
      const { length } = tokens;
      let at = 0;
      for (const part of parts) {
        tokens.set(part, at);
        at += part.length;
      }
      const groups = { pairGroups: new Uint8Array(length), threeGroups: new Uint8Array(length) };
      const lengths = parts.slice(0, -1).map((part) => part.length);
      this.#entries.push({ tokens, pairs: new Uint16Array(length), ...groups, names: lengths });
      this.length += length;
    }
    this.#markFrequent();
  }

  frequentPairs(): string {
    return this.#frequent
      .map((pair) => this.textOf(WORD_KINDS.pair, pair))
      .sort()
      .join('');
  }

  /** Notes of each place that the index has to which group of files it goes: `groups` has the group of each file. Whoever visits one passes over the others. */
  divide(groups: Uint8Array): void {
    const files = groups.length;
    const groupOf = (hash: number) => groups[endHash(hash) % files] ?? NONE;
    this.#files = files;
    this.#tokenGroups = Uint8Array.from(this.#codes, (code) => groupOf(addToHash(EMPTY_HASH, code)));
    const metFrequent = new Uint32Array(this.#frequent.length + 1);
    let number = 0;
    for (const entry of this.#entries) {
      number += 1;
      const { tokens, pairs, pairGroups, threeGroups } = entry;
      eachPart(entry, (begin, end) => {
        for (let at = begin; at < end; at++) {
          const isLast = at + 1 === end;
          const frequent = isLast ? 0 : (pairs[at] ?? 0);
          const pairHash = this.#hashAt(tokens, at, isLast);
          const isFirst = frequent === 0 || metFrequent[frequent] !== number;
          metFrequent[frequent] = number;
          pairGroups[at] = isFirst ? groupOf(pairHash) : NONE;
          const isThree = at + 2 < end && frequent + (pairs[at + 1] ?? 0) > 0;
          threeGroups[at] = isThree ? groupOf(addToHash(pairHash, this.#codes[tokens[at + 2] ?? 0] ?? 0)) : NONE;
        }
      });
    }
  }

  /** Tells each place of the words in the files of a group, as far as the index has it; those of a word ascend. */
  visit(group: number, tell: (kind: WordKind, key: number, file: number, entry: number, place: number) => void): void {
    const tokenGroups = this.#tokenGroups;
    const met = new Uint32Array(this.#tokens.length);
    let number = 0;
    const tellOf = (kind: WordKind, key: number, hash: number, place: number) =>
      tell(kind, key, endHash(hash) % this.#files, number - 1, place);
    for (const entry of this.#entries) {
      number += 1;
      const { tokens, pairs, pairGroups, threeGroups } = entry;
      eachPart(entry, (begin, end, start, isText) => {
        for (let at = begin; at < end; at++) {
          const one = tokens[at] ?? 0;
          if (tokenGroups[one] === group && met[one] !== number) {
            met[one] = number;
            // A single token in a text stands nowhere in particular.
            tellOf(WORD_KINDS.token, one, addToHash(EMPTY_HASH, this.#codes[one] ?? 0), isText ? start : start + end - begin + at - begin);
          }
          const isLast = at + 1 === end;
          if (pairGroups[at] === group) {
            const other = isLast ? this.#border : (tokens[at + 1] ?? 0);
            tellOf(WORD_KINDS.pair, pairOf(one, other), this.#hashAt(tokens, at, isLast), start + at - begin);
          }
          if (threeGroups[at] !== group) continue;
          const third = tokens[at + 2] ?? 0;
          const frequent = pairs[at] ?? 0;
          const key = frequent > 0 ? THREES * (frequent - 1) + third : THREES * ((pairs[at + 1] ?? 0) - 1) + BEFORE + one;
          tellOf(WORD_KINDS.three, key, addToHash(this.#hashAt(tokens, at, false), this.#codes[third] ?? 0), start + at - begin);
        }
      });
    }
  }

  /** The hash of the pair that begins at a token. */
  #hashAt(tokens: Uint16Array, at: number, isLast: boolean): number {
    const other = isLast ? this.#border : (tokens[at + 1] ?? 0);
    return addToHash(addToHash(EMPTY_HASH, this.#codes[tokens[at] ?? 0] ?? 0), this.#codes[other] ?? 0);
  }

  textOf(kind: WordKind, key: number): string {
    if (kind === WORD_KINDS.token) return this.#tokens[key] ?? '';
    if (kind === WORD_KINDS.pair) return (this.#tokens[key >>> 16] ?? '') + (this.#tokens[key & 0xffff] ?? '');
    const pair = this.textOf(WORD_KINDS.pair, this.#frequent[Math.floor(key / THREES)] ?? 0);
    const third = key % THREES;
    return third < BEFORE ? pair + (this.#tokens[third] ?? '') : (this.#tokens[third - BEFORE] ?? '') + pair;
  }

  /** A text as the numbers of its tokens. */
  #numbered(text: string): Uint16Array {
    const numbers = new Uint16Array(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isHalf = code >= 0xd800 && code < 0xdc00;
      const known = isHalf ? 0 : (this.#numbers[code] ?? 0);
      numbers[length++] = known > 0 ? known - 1 : this.#numberOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
      if (isHalf) at++;
    }
    return numbers.subarray(0, length);
  }

  #numberOf(token: string): number {
    const isBeyond = token.length > 1;
    const known = isBeyond ? (this.#beyond.get(token) ?? 0) : (this.#numbers[token.charCodeAt(0)] ?? 0);
    if (known > 0) return known - 1;
    const number = this.#tokens.length;
    if (number >= BEFORE) throw new RangeError(`the texts have more than ${number} different characters`);
    if (isBeyond) this.#beyond.set(token, number + 1);
    else this.#numbers[token.charCodeAt(0)] = number + 1;
    this.#tokens.push(token);
    this.#codes.push(token.codePointAt(0) ?? 0);
    return number;
  }

  /** Counts the pairs, and marks where the frequent ones begin. */
  #markFrequent(): void {
    const counters = new Uint32Array(COUNTERS);
    this.#eachPair((pair) => {
      const counter = counterOf(pair);
      counters[counter] = (counters[counter] ?? 0) + 1;
    });
    const counts = new Map<number, number>();
    this.#eachPair((pair) => {
      if ((counters[counterOf(pair)] ?? 0) > FREQUENT) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    });
    for (const [pair, count] of counts) if (count > FREQUENT) this.#frequent.push(pair);
    if (this.#frequent.length > MOST_FREQUENT) throw new RangeError(`the texts have more than ${MOST_FREQUENT} frequent pairs`);
    const numbers = new Map(this.#frequent.map((pair, at) => [pair, at + 1]));
    this.#eachPair((pair, pairs, at) => {
      if ((counters[counterOf(pair)] ?? 0) > FREQUENT) pairs[at] = numbers.get(pair) ?? 0;
    });
  }

  /** Pairs that run on from one name into the next are among them; nobody looks them up. */
  #eachPair(tell: (pair: number, pairs: Uint16Array, at: number) => void): void {
    for (const { tokens, pairs } of this.#entries) {
      for (let at = 0; at + 1 < tokens.length; at++) tell(pairOf(tokens[at] ?? 0, tokens[at + 1] ?? 0), pairs, at);
    }
  }
}

/** Small enough for the quick kind of numbers. */
function pairOf(one: number, other: number): number {
  return (one << 16) | other;
}
