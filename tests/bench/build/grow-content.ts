/**
 * Content of any size in the manner of this one. A grown entry has the form of a real one, its mould: the same fields and as many sentences, in
 * which some words are others of the same collection and the figures are others too. Where its mould refers to an entry, it refers to the grown
 * sibling of that entry; its number runs on from the last of its collection. The same content and size give the same files.
 */
import { checkFiles } from '../../../src/lint/check-content.ts';
import { formatIssues } from '../../../src/lint/report.ts';
import type { Issue } from '../../../src/lint/rule.ts';
import { storeFile } from '../../../src/store/read-content.ts';
import type { StoredFile } from '../../../src/store/read-content.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { readMoulds } from './mould.ts';
import type { Mould, Piece } from './mould.ts';

/** A file of the content folder. */
export interface ContentFile {
  /** Path below the content folder. */
  place: string;
  text: string;
}

const SEED = 20_261_128;
/** Of this many different words of an entry, one is exchanged. */
const ONE_WORD_IN = 3;
const ATTEMPTS = 1000;

const ROUNDS = 5;

/**
 * The files that `files` lack to hold `size` entries, all collections in their present proportions. An entry in which the check finds an error on the day
 * `today` is told anew: among ten thousand exchanged words some, by chance, name a person or make a month of a year, and every rule that comes to the
 * check has chances of its own. Throws when there are more entries already, and with what the check says when it does not end.
 */
export function growContent(files: readonly StoredFile[], size: number, today: string): ContentFile[] {
  const tellers = tellersOf(files, size);
  const grown = tellers.map((tell) => tell());
  let errors: Issue[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const stored = grown.map(({ place, text }) => storeFile({ path: place, place, bytes: new TextEncoder().encode(text) }));
    errors = checkFiles([...files, ...stored], today).issues.filter(({ severity }) => severity === 'error');
    const wrong = new Set(errors.map(({ file }) => file));
    if (wrong.size === 0) return grown;
    for (const [at, { place }] of grown.entries()) {
      const told = wrong.has(place) ? tellers[at]?.() : undefined;
      if (told) grown[at] = told;
    }
  }
  throw new Error(`编出来的条目过不了检查：\n${formatIssues(errors)}`);
}

/** What tells each grown entry, in words that differ from call to call. */
function tellersOf(files: readonly StoredFile[], size: number): (() => ContentFile)[] {
  const all = readMoulds(files);
  if (size < all.length) throw new Error(`现有 ${all.length} 个条目，不能减到 ${size} 个。`);
  // A situation may share no steps and no way of asking with another, so that there can be none in its manner.
  const moulds = all.filter(({ collection }) => collection !== 'situations');
  const copies = planCopies(moulds, size - (all.length - moulds.length));
  const siblings = Map.groupBy(copies, ({ mould }) => mould.id);
  const pools = new Map([...Map.groupBy(moulds, ({ collection }) => collection)].map(([name, own]) => [name, wordsByLength(own)]));
  const random = seededRandom(SEED);
  const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
  const used = new Set(moulds.flatMap(({ title, summary, pieces }) => [whole(title), whole(summary), bodyOf(whole(pieces))]));
  return copies.map((copy) => () => tell(copy));

  function tell({ mould, id, round }: Copy): ContentFile {
    let told = newWords(mould);
    // The last round may not reach a collection's end: then an earlier sibling is meant, and else the mould itself.
    const siblingOf = (mentioned: string) => siblings.get(mentioned)?.findLast((sibling) => sibling.round <= round)?.id ?? mentioned;
    const tellAll = () => mould.pieces.map((piece) => (piece.kind === 'id' ? siblingOf(piece.text) : say(piece, told, mould))).join('');
    let text = tellAll();
    // A short body may have kept all its words by chance.
    for (let attempt = 0; attempt < ATTEMPTS && used.has(bodyOf(text)); attempt += 1) {
      told = newWords(mould);
      text = tellAll();
    }
    used.add(bodyOf(text));
    const name = mould.collection === 'sources' ? id.toLowerCase() : `grown-${id.toLowerCase()}`;
    return { place: `${mould.collection}/${name}.mdx`, text };
  }

  /** New words for an entry, such that its title and its summary are like no other. */
  function newWords(mould: Mould): Map<string, string> {
    const words = mould.title.filter(({ kind }) => kind === 'word');
    const longer = words.filter(({ text }) => text.length > 1);
    const candidates = longer.length > 0 ? longer : words;
    for (let attempt = 0; attempt < ATTEMPTS && words.length > 0; attempt += 1) {
      const { text } = random.pick(candidates);
      const told = new Map([[text, exchange(mould, 'word', text)]]);
      const texts = [mould.title, mould.summary].map((pieces) => pieces.map((piece) => say(piece, told, mould)).join(''));
      if (texts.some((one) => used.has(one))) continue;
      for (const one of texts) used.add(one);
      return told;
    }
    throw new Error(`${mould.id} 的标题和摘要换不出没有用过的说法。`);
  }

  /** The same word is exchanged for the same one all through an entry, as a topic recurs in a text. */
  function say({ kind, text }: Piece, told: Map<string, string>, mould: Mould): string {
    if (kind === 'id' || kind === 'other') return text;
    const known = told.get(text);
    if (known !== undefined) return known;
    const stays = kind === 'word' && (text.length === 1 || random.below(ONE_WORD_IN) > 0);
    const other = stays ? text : exchange(mould, kind, text);
    told.set(text, other);
    return other;
  }

  function exchange({ collection }: Mould, kind: Piece['kind'], text: string): string {
    if (kind === 'figure') return text.replaceAll(/[1-9]/gu, () => String(1 + random.below(9)));
    return random.pick(pools.get(collection)?.get(text.length) ?? [text]);
  }
}

/** What stands below the fields, without numbers of entries, which are others in any case. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---\n', 4)).replaceAll(/[A-Z]{1,2}-?\d+/gu, '');
}

/** An entry to be: the first round has one for every real entry, and so on. */
interface Copy {
  mould: Mould;
  id: string;
  round: number;
}

function planCopies(moulds: readonly Mould[], size: number): Copy[] {
  const collections = [...Map.groupBy(moulds, ({ collection }) => collection).values()].sort((a, b) => b.length - a.length);
  const counts = collections.map(({ length }) => Math.floor((length * size) / moulds.length));
  // What rounding leaves over goes to the largest.
  const left = size - counts.reduce((sum, count) => sum + count, 0);
  return collections.flatMap((own, at) => {
    const count = (counts[at] ?? 0) + (at < left ? 1 : 0) - own.length;
    const numbers = own.map(({ id }) => /\d+$/u.exec(id)?.[0] ?? '');
    const [prefix = ''] = /^\D+/u.exec(own[0]?.id ?? '') ?? [];
    const [last, width] = [Math.max(...numbers.map(Number)), Math.min(...numbers.map(({ length }) => length))];
    return Array.from({ length: count }, (_, index) => {
      const id = `${prefix}${String(last + 1 + index).padStart(width, '0')}`;
      return own
        .slice(index % own.length)
        .slice(0, 1)
        .map((mould) => ({ mould, id, round: Math.floor(index / own.length) + 1 }));
    }).flat();
  });
}

/** The words of a collection by length, each as often as it occurs, so that common words stay common. */
function wordsByLength(moulds: readonly Mould[]): Map<number, string[]> {
  const words = moulds.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === 'word').map(({ text }) => text));
  return Map.groupBy(words, ({ length }) => length);
}
