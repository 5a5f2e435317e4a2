/** Addresses from Chinese titles: pinyin by words, and names of places as the list of regions has them. */
import type { Region } from '../../schema/vocabulary.ts';
import { readingsOf } from './readings.ts';

/** How long an address may be; a title is cut at a word. */
const LONGEST = 48;

/**
 * An address for a title: small letters, digits and hyphens; empty when nothing in it can be read. `places` has addresses of places by their names.
 */
export function pinyinSlug(title: string, places: ReadonlyMap<string, string> = new Map()): string {
  let slug = '';
  for (const part of wordsOf(title.normalize('NFKC'), places)) {
    const longer = slug === '' ? part : `${slug}-${part}`;
    if (longer.length > LONGEST && slug !== '') break;
    slug = longer.slice(0, LONGEST).replace(/-$/u, '');
  }
  return slug;
}

/** Names of devices on Windows, and the name of a folder's own page. */
export const RESERVED_SLUG = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/u;

/** A name that may be used and that no other has: `slug`, else `slug-2`, `slug-3`. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!RESERVED_SLUG.test(slug) && !isTaken(slug)) return slug;
  let count = 2;
  while (isTaken(`${slug}-${count}`)) count += 1;
  return `${slug}-${count}`;
}

/** Addresses of places by their names, as `pinyinSlug` takes them. */
export function placeSlugs(regions: Iterable<Pick<Region, 'id' | 'name' | 'short'>>): Map<string, string> {
  return new Map(Array.from(regions).flatMap(({ id, name, short }) => [[name, id] as const, [short, id] as const]));
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a title in Latin letters; how a character is read depends on those beside it. */
function* wordsOf(title: string, places: ReadonlyMap<string, string>): Generator<string> {
  const place = longestName(title, places);
  if (place) {
    yield* wordsOf(title.slice(0, place.at), places);
    yield place.slug;
    yield* wordsOf(title.slice(place.at + place.name.length), places);
    return;
  }
  const readings = readingsOf(title);
  let read = 0;
  let name = '';
  for (const { segment } of segmenter.segment(title)) {
    const characters = [...segment].length;
    const word = readings
      .slice(read, read + characters)
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '');
    read += characters;
    // Characters that the dictionary leaves alone are mostly a name: 青川县.
    if (characters === 1 && /\p{Script=Han}/u.test(segment)) {
      name += word;
      continue;
    }
    if (name !== '') yield name;
    name = '';
    if (word !== '') yield word;
  }
  if (name !== '') yield name;
}

/** The longest known name in a title, wherever it stands. */
function longestName(title: string, places: ReadonlyMap<string, string>): { name: string; slug: string; at: number } | undefined {
  let best: { name: string; slug: string; at: number } | undefined;
  for (const [name, slug] of places) {
    if (name.length < 2 || name.length <= (best?.name.length ?? 0)) continue;
    const at = title.indexOf(name);
    if (at >= 0) best = { name, slug, at };
  }
  return best;
}
