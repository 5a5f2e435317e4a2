/** The entries as numbers, for the making of the index: a number for each token, and which pairs of tokens are frequent. */
import { addToHash, EMPTY_HASH, endHash } from '../engine/positions.ts';
import { BORDER } from '../words/tokens.ts';

/** An entry as tokens: its names, the shortest first, and its text. */
export interface EntryTokens {
  names: readonly (readonly string[])[];
  text: readonly string[];
}

/** A word as numbers: the same word has the same kind and key; how often it was met, and its file. */
export interface Word {
  kind: WordKind;
  key: number;
  file: number;
  count: number;
}

/** A token, a pair of them, or a frequent pair with the token behind or before it. */
export type WordKind = 'token' | 'pair' | 'three';

/** A pair with more places than this is frequent: to read them all takes longer than the threes that hold it. */
const FREQUENT = 3_000;
/** A three with the token before the pair, and all threes of a pair. */
const BEFORE = 0x10000;
const THREES = 2 * BEFORE;
/** Pairs are counted in so many places first, each for many pairs: what is frequent is among those whose place has much. */
const COUNTERS = 2 ** 22;

export class NumberedEntries {
  readonly #tokens: string[] = [];
  readonly #codes: number[] = [];
  readonly #numbers = new Map<string, number>();
  /** Names and text of each entry, one after the other, which frequent pair begins at each token (0 for none), and the lengths of the names. */
  readonly #entries: { tokens: Uint16Array; pairs: Uint16Array; names: readonly number[] }[] = [];
  /** The frequent pairs. */
  readonly #frequent: number[] = [];
  readonly #border: number;
  /** Of all entries, in tokens. */
  length = 0;

  constructor(entries: Iterable<EntryTokens>) {
    this.#border = this.#numberOf(BORDER);
    for (const { names, text } of entries) {
      const tokens = Uint16Array.from([...names.flat(), ...text], (token) => this.#numberOf(token));
      this.#entries.push({ tokens, pairs: new Uint16Array(tokens.length), names: names.map(({ length }) => length) });
      this.length += tokens.length;
    }
    this.#markFrequent();
  }

  frequentPairs(): string {
    return this.#frequent
      .map((pair) => this.textOf('pair', pair))
      .sort()
      .join('');
  }

  /** Tells each place of the words of the files from `from` to before `to`, as far as the index has it; those of a word ascend. */
  visit(
    files: number,
    from: number,
    to: number,
    tell: (kind: WordKind, key: number, file: number, entry: number, place: number) => void,
  ): void {
    const met = new Uint32Array(this.#tokens.length);
    const metFrequent = new Uint32Array(this.#frequent.length + 1);
    let entry = 0;
    const tellOf = (kind: WordKind, key: number, hash: number, place: number) => {
      const file = endHash(hash) % files;
      if (file >= from && file < to) tell(kind, key, file, entry, place);
    };
    for (const { tokens, pairs, names } of this.#entries) {
      let begin = 0;
      let start = 0;
      for (let part = 0; part <= names.length; part++) {
        const isText = part === names.length;
        const end = isText ? tokens.length : begin + (names[part] ?? 0);
        for (let at = begin; at < end; at++) {
          const place = start + at - begin;
          const one = tokens[at] ?? 0;
          const hash = addToHash(EMPTY_HASH, this.#codes[one] ?? 0);
          if (met[one] !== entry + 1) {
            met[one] = entry + 1;
            // A single token in a text stands nowhere in particular.
            tellOf('token', one, hash, isText ? start : place + end - begin);
          }
          const isLast = at + 1 === end;
          const other = isLast ? this.#border : (tokens[at + 1] ?? 0);
          const pairHash = addToHash(hash, this.#codes[other] ?? 0);
          const frequent = isLast ? 0 : (pairs[at] ?? 0);
          if (frequent === 0 || metFrequent[frequent] !== entry + 1) {
            metFrequent[frequent] = entry + 1;
            tellOf('pair', pairOf(one, other), pairHash, place);
          }
          if (at + 2 >= end) continue;
          const next = pairs[at + 1] ?? 0;
          if (frequent + next === 0) continue;
          const third = tokens[at + 2] ?? 0;
          const key = frequent > 0 ? THREES * (frequent - 1) + third : THREES * (next - 1) + BEFORE + one;
          tellOf('three', key, addToHash(pairHash, this.#codes[third] ?? 0), place);
        }
        start += 2 * (end - begin);
        begin = end;
      }
      entry += 1;
    }
  }

  textOf(kind: WordKind, key: number): string {
    if (kind === 'token') return this.#tokens[key] ?? '';
    if (kind === 'pair') return (this.#tokens[key >>> 16] ?? '') + (this.#tokens[key & 0xffff] ?? '');
    const pair = this.textOf('pair', this.#frequent[Math.floor(key / THREES)] ?? 0);
    const third = key % THREES;
    return third < BEFORE ? pair + (this.#tokens[third] ?? '') : (this.#tokens[third - BEFORE] ?? '') + pair;
  }

  #numberOf(token: string): number {
    const known = this.#numbers.get(token);
    if (known !== undefined) return known;
    const number = this.#tokens.length;
    if (number >= BEFORE) throw new RangeError(`the texts have more than ${number} different characters`);
    this.#numbers.set(token, number);
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

function counterOf(pair: number): number {
  return Math.imul(pair, 0x9e37_79b1) >>> 10;
}

/** Small enough for the quick kind of numbers. */
function pairOf(one: number, other: number): number {
  return (one << 16) | other;
}
