/**
 * Writes, at build, the places of all words of the entries, as `positions.ts` reads them. The entries are kept as numbers, six bytes a token, and gone
 * through once for each group of files, so that only the places of one group are held at a time, however many entries there are.
 */
import { MOST_GROUPS, NumberedEntries } from './index-words.ts';
import type { EntryTokens, WordKind } from './index-words.ts';
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
 * Small files are many, large ones cost every search: 1,700 files of 2 KB at 829 entries (measured, compressed; a fifth fewer cost a phrase of six
 * characters 24 KB more). From some 10,000 entries on they grow no larger, for a library of many units is searched over the same lines.
 */
function filesFor(tokens: number): number {
  return Math.max(1, Math.round(Math.max(tokens ** 0.7 / 9, tokens / 1_450)));
}

/**
 * The places of the words of the files from one to before another. Millions of places are of a million words, so words are numbers in tables: with as many
 * objects and a map of them all of `writePositions` took a third longer (10,000 entries, 13.1 against 9.8 s of processor).
 */
class GroupedPlaces {
  readonly #from: number;
  readonly #to: number;
  /** The number of a word, one more than it is, at the first place from where its hash points that was free. */
  #slots = new Uint32Array(1 << 16);
  /** Of each word: its kind, its key, its file, and how many places it has. */
  #words = new Uint32Array(4 << 14);
  #count = 0;
  #length = 0;
  /** Of each place: the word, the entry, and where it is there. */
  #rows = new Uint32Array(3 << 16);

  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
  }

  add(kind: WordKind, key: number, file: number, entry: number, place: number): void {
    const word = this.#numberOf(kind, key >>> 0, file);
    this.#words[4 * word + 3] = (this.#words[4 * word + 3] ?? 0) + 1;
    if (this.#length === this.#rows.length) this.#rows = grown(this.#rows);
    this.#rows[this.#length++] = word;
    this.#rows[this.#length++] = entry;
    this.#rows[this.#length++] = place;
  }

  #numberOf(kind: WordKind, key: number, file: number): number {
    const words = this.#words;
    let slot = this.#slotFor(kind, key);
    for (let number = this.#slots[slot] ?? 0; number > 0; number = this.#slots[slot] ?? 0) {
      const at = 4 * (number - 1);
      if (words[at + 1] === key && words[at] === kind) return number - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    if (4 * this.#count === words.length) this.#growWords();
    const added = this.#count++;
    this.#words[4 * added] = kind;
    this.#words[4 * added + 1] = key;
    this.#words[4 * added + 2] = file;
    this.#place(added);
    return added;
  }

  #slotFor(kind: number, key: number): number {
    const hash = Math.imul(key ^ (kind << 30), 0x9e37_79b1);
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1);
  }

  #place(number: number): void {
    let slot = this.#slotFor(this.#words[4 * number] ?? 0, this.#words[4 * number + 1] ?? 0);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = number + 1;
  }

  /** There are four slots for each word that there is room for. */
  #growWords(): void {
    this.#words = grown(this.#words);
    this.#slots = new Uint32Array(this.#words.length);
    for (let number = 0; number < this.#count; number++) this.#place(number);
  }

  /** The words of each file with their places, in the order of files and words. */
  *files(textOf: (kind: WordKind, key: number) => string): Generator<[file: number, words: Record<string, string>]> {
    const ends = new Uint32Array(this.#count);
    const byFile = Array.from({ length: this.#to - this.#from }, (): number[] => []);
    let sum = 0;
    for (let number = 0; number < this.#count; number++) {
      ends[number] = sum;
      sum += this.#words[4 * number + 3] ?? 0;
      byFile[(this.#words[4 * number + 2] ?? 0) - this.#from]?.push(number);
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
        const [kind = 0, key = 0, , count = 0] = this.#words.subarray(4 * number, 4 * number + 4);
        const end = ends[number] ?? 0;
        return [textOf(kind as WordKind, key), this.#packed(order.subarray(end - count, end))];
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

/** The same in twice the room. */
function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
