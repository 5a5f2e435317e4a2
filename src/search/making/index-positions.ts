/**
 * Writes, at build, the places of all words of the entries, as `positions.ts` reads them. The entries are kept as numbers, six bytes a token, and gone
 * through once for each group of files, so that only the places of one group are held at a time, however many entries there are.
 */
import { MOST_GROUPS, NumberedEntries } from './index-words.ts';
import type { EntryTokens, Word, WordKind } from './index-words.ts';
import { packPlaces, positionsFile } from '../engine/positions.ts';

/** What a reader of the files must know of them. */
export interface PositionsTable {
  files: number;
  /** Pairs of which only the first place in each entry is there, one after the other. */
  frequent: string;
}

/** About so many places are held at a time, 12 bytes each. */
const GROUP = 8_000_000;

/** Takes the entries one after the other, in the order of their cards, and hands on one file after the other; the same entries give the same files. */
export function writePositions(
  entries: Iterable<EntryTokens>,
  write: (path: string, words: Readonly<Record<string, string>>) => void,
  atOnce = GROUP,
): PositionsTable {
  const numbered = new NumberedEntries(entries);
  const files = filesFor(numbered.length);
  const groups = Math.min(MOST_GROUPS, Math.ceil((2 * numbered.length + 1) / atOnce));
  const ends = Array.from({ length: groups }, (_, group) => Math.floor((files * (group + 1)) / groups));
  numbered.divide(Uint8Array.from({ length: files }, (_, file) => ends.findIndex((end) => file < end)));
  for (const [group, to] of ends.entries()) {
    const from = ends[group - 1] ?? 0;
    const places = new GroupedPlaces(from, to);
    numbered.visit(group, (kind, key, file, entry, place) => places.add(kind, key, file, entry, place));
    for (const [file, words] of places.files((kind, key) => numbered.textOf(kind, key))) write(positionsFile(file), words);
  }
  return { files, frequent: numbered.frequentPairs() };
}

/**
 * Small files are many, large ones cost every search: 1,300 files of 2 KB at 740 entries, 8,000 of 6 KB at 10,000 (measured, compressed). From there on
 * they grow no larger, for a library of many units is searched over the same lines.
 */
function filesFor(tokens: number): number {
  return Math.max(1, Math.round(Math.max(tokens ** 0.7 / 11, tokens / 1_450)));
}

/** The places of the words of the files from one to before another. */
class GroupedPlaces {
  readonly #from: number;
  readonly #to: number;
  readonly #numbers: Record<WordKind, Map<number, number>> = { token: new Map(), pair: new Map(), three: new Map() };
  readonly #words: Word[] = [];
  #length = 0;
  /** Of each place: the word, the entry, and where it is there. */
  #rows = new Uint32Array(3 << 16);

  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
  }

  add(kind: WordKind, key: number, file: number, entry: number, place: number): void {
    const numbers = this.#numbers[kind];
    let number = numbers.get(key);
    if (number === undefined) {
      number = this.#words.length;
      numbers.set(key, number);
      this.#words.push({ kind, key, file, count: 0 });
    }
    const word = this.#words[number];
    if (word) word.count += 1;
    if (this.#length === this.#rows.length) {
      const rows = new Uint32Array(2 * this.#length);
      rows.set(this.#rows);
      this.#rows = rows;
    }
    this.#rows[this.#length++] = number;
    this.#rows[this.#length++] = entry;
    this.#rows[this.#length++] = place;
  }

  /** The words of each file with their places, in the order of files and words. */
  *files(textOf: (kind: WordKind, key: number) => string): Generator<[file: number, words: Record<string, string>]> {
    const ends = new Uint32Array(this.#words.length);
    const byFile = Array.from({ length: this.#to - this.#from }, (): number[] => []);
    let sum = 0;
    for (const [number, { count, file }] of this.#words.entries()) {
      ends[number] = sum;
      sum += count;
      byFile[file - this.#from]?.push(number);
    }
    const order = new Uint32Array(sum);
    for (let row = 0; row < this.#length; row += 3) {
      const number = this.#rows[row] ?? 0;
      const at = ends[number] ?? 0;
      order[at] = row;
      ends[number] = at + 1;
    }
    for (const [at, numbers] of byFile.entries()) {
      const words = numbers.map((number): [string, string] => {
        const { kind, key, count } = this.#words[number] ?? NO_WORD;
        const end = ends[number] ?? 0;
        return [textOf(kind, key), this.#packed(order.subarray(end - count, end))];
      });
      yield [this.#from + at, Object.fromEntries(words.sort(([a], [b]) => (a < b ? -1 : 1)))];
    }
  }

  #packed(rows: Uint32Array): string {
    const entries: [entry: number, places: number[]][] = [];
    let last: [entry: number, places: number[]] | undefined;
    for (const row of rows) {
      const entry = this.#rows[row + 1] ?? 0;
      const place = this.#rows[row + 2] ?? 0;
      if (last?.[0] === entry) last[1].push(place);
      else entries.push((last = [entry, [place]]));
    }
    return packPlaces(entries);
  }
}

const NO_WORD: Word = { kind: 'token', key: 0, file: 0, count: 0 };
