/**
 * Sites of any size in the words of this one: after its own entries come entries put together from clauses of entries of the same kind,
 * under names and figures of their own. The same pages and size give the same result.
 */
import { compareNumbers, formatNumber, nextNumber } from '../../../src/schema/number.ts';
import type { CollectionName } from '../../../src/schema/number.ts';
import type { IndexedEntry } from '../../../src/search/making/index-facts.ts';

/** Lines shorter than this are labels and cells of tables; they recur from entry to entry as they do on the real site. */
const LABEL = 14;
const SEED = 20_261_125;

/** The pages as they are, cut or grown to `count`. */
export function growPages(pages: readonly IndexedEntry[], count: number): IndexedEntry[] {
  const random = randomFrom(SEED);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  // A source is a book in itself: a larger site has more entries, not longer ones.
  const moulds = pages.filter(({ collection }) => collection !== 'sources');
  const pools = new Map(moulds.map(({ collection }) => [collection, clausesOf(moulds.filter((one) => one.collection === collection))]));
  const askedPools = new Map(
    moulds.map(({ collection }) => [collection, moulds.filter((one) => one.collection === collection).flatMap(({ asked }) => asked)]),
  );
  const regions = moulds.map(({ facets }) => facets.regions).filter(({ length }) => length > 0);
  const names = [...new Set(regions.flat())].filter((name) => !name.includes('*')).sort((a, b) => b.length - a.length);
  const anyRegion = new RegExp(names.join('|'), 'gu');

  const grown = pages.slice(0, count);
  const last = new Map(grown.map(({ collection, id }) => [collection, id]));
  for (let number = grown.length; number < count; number++) grown.push(makePage(number));
  return grown.sort((a, b) => compareNumbers(a.id, b.id));

  /** The next number of a kind, as an editor would give it. */
  function nextId(collection: string): string {
    const before = last.get(collection);
    const id = before === undefined ? formatNumber(collection as CollectionName, 1) : nextNumber(before);
    last.set(collection, id);
    return id;
  }

  function makePage(number: number): IndexedEntry {
    const mould = pick(moulds);
    const clauses = pools.get(mould.collection) ?? [];
    const place = mould.facets.regions.length > 0 ? pick(regions) : [];
    const rewrite = (text: string) =>
      text
        .replace(anyRegion, () => (place.length > 0 ? pick(place) : pick(names)))
        .replace(/\d/gu, (digit) => (digit === '0' ? '0' : String(1 + Math.floor(random() * 9))));
    const name = (low: number, high: number) => rewrite(pick(clauses.filter(({ length }) => length >= low && length <= high)));
    const title = `${place[0] ?? ''}${name(8, 22)}`;
    const aliases = mould.aliases.map(() => name(4, 12));
    const headings = new Set(mould.headings.map(({ text }) => text));
    const remake = (line: string) => {
      if (line === mould.title) return title;
      if (mould.aliases.includes(line)) return aliases[mould.aliases.indexOf(line)] ?? line;
      if (headings.has(line) || line.length < LABEL) return line;
      return line.replace(/[^，。；、：\n]{4,}/gu, () => rewrite(pick(clauses)));
    };
    const others = askedPools.get(mould.collection) ?? [];
    // Half of another entry's sentence and half of one's own: new pairs, and mostly known ones.
    const remakeAsked = (sentence: string) => rewrite(sentence.slice(0, sentence.length / 2) + pick(others).slice(-sentence.length / 2));
    const lines = mould.text.split('\n').map(remake);
    const text = [...lines, aliases.join('、')].join('\n');
    return {
      ...{ id: nextId(mould.collection), collection: mould.collection, title, aliases, text },
      ...{ docNumber: '', keywords: mould.keywords, offers: mould.offers, endedIn: mould.endedIn, caution: mould.caution, common: '' },
      asked: mould.asked.map((sentence) => remakeAsked(sentence)),
      url: `/${mould.collection}/grown-${number}/`,
      facets: { ...mould.facets, regions: place, years: pick(moulds).facets.years, sources: pick(moulds).facets.sources },
      headings: mould.headings.flatMap(({ id, text: heading }) => {
        const at = text.indexOf(`\n${heading}\n`);
        return at < 0 ? [] : [{ id, text: heading, at: at + 1 }];
      }),
      figures: mould.figures.map((figure) => ({ ...figure, value: rewrite(figure.value), whose: place[0] ?? figure.whose })),
      date: pick(moulds).date,
    };
  }
}

function clausesOf(pages: readonly IndexedEntry[]): string[] {
  const clauses = pages.flatMap(({ text }) => text.split('\n').flatMap((line) => (line.length < LABEL ? [] : line.split(/[，。；、：]/u))));
  return [...new Set(clauses)].filter(({ length }) => length >= 4);
}

/** A small generator of numbers in [0, 1) that always gives the same ones (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
