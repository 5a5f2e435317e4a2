/** A source document paragraph by paragraph, with those who cite it. */
import { formatLocator, paragraphAnchor } from '../domain/entry/locator.ts';
import type { Entry, EntryOf } from '../domain/entry/records.ts';
import { toLink } from './links.ts';
import type { EntryList } from './lists.ts';
import { bestFirst, MOST_OF_A_KIND } from '../domain/entry/best-first.ts';
import { entryPath } from '../domain/entry/records.ts';
import { COLLECTIONS } from '../schema/number.ts';
import { href } from '../site.ts';
import type { Site } from '../domain/site/site-index.ts';

/** So many lines of citing entries stand on the page of a source at most: with them the page of the longest document weighs 15 KB. */
const MOST_CITERS = 135;
/** So many lines a paragraph has in any case. */
const FEWEST_CITERS = 3;

/** A source page's paragraphs, each with the entries that cite it, cut to the best where there are too many. */
export function sourceParagraphs(site: Site, source: EntryOf<'sources'>) {
  const all = citedParagraphs(site, source);
  const most = mostOfEach(all.map(({ citers }) => citers.length));
  return all.map((paragraph) => {
    const { citers } = paragraph;
    const isCut = citers.length > most;
    const order = isCut ? bestFirst(citers.map(({ entry }) => entry)).slice(0, most) : citers.map(({ entry }) => entry);
    const byEntry = new Map(citers.map((citer) => [citer.entry, citer]));
    return {
      ...paragraph,
      citerCount: citers.length,
      citers: order.flatMap((entry) => byEntry.get(entry) ?? []).map(({ entry, at }) => ({ link: toLink(entry), at })),
      ...(citers.length > MOST_OF_A_KIND || isCut ? { all: href(citersPath(source, paragraph.n)) } : {}),
    };
  });
}

/** How many lines each paragraph may have, so that those of all of them find room. */
function mostOfEach(counts: readonly number[]): number {
  let most = MOST_OF_A_KIND;
  while (most > FEWEST_CITERS && counts.reduce((sum, count) => sum + Math.min(count, most), 0) > MOST_CITERS) most -= 1;
  return most;
}

/** The lists of all that cite a paragraph, where its page has no room for them. */
export function citerLists(site: Site): EntryList[] {
  return site.entriesOf('sources').flatMap((source) => {
    const cut = new Map(sourceParagraphs(site, source).map(({ n, all }) => [n, all]));
    return citedParagraphs(site, source)
      .filter(({ n }) => cut.get(n) !== undefined)
      .map(({ n, citers }) => ({
        path: citersPath(source, n),
        title: `引用“${source.data.shortName}”第${n}段的条目`,
        column: COLLECTIONS.sources.name,
        entries: citers.map(({ entry }) => entry),
        crumbs: [
          { label: COLLECTIONS.sources.name, href: href('/sources/') },
          { label: source.data.title, href: href(entryPath(source)) },
        ],
        facets: [],
      }));
  });
}

function citersPath(source: Entry, paragraph: number): string {
  return `${entryPath(source)}paragraph-${paragraph}/`;
}

function citedParagraphs({ citers }: Site, source: EntryOf<'sources'>) {
  return source.data.paragraphs.map((paragraph) => {
    const sentences = Array.from({ length: paragraph.sentences }, (_, index) => {
      const at = formatLocator({ source: source.data.id, paragraph: paragraph.n, first: index + 1, last: index + 1 });
      return { at, n: index + 1, citers: citers.get(at) ?? [] };
    });
    const byEntry = new Map<Entry, number[]>();
    for (const { n, citers: list } of sentences) for (const entry of list) byEntry.set(entry, [...(byEntry.get(entry) ?? []), n]);
    return {
      ...paragraph,
      anchor: paragraphAnchor(paragraph.n),
      headings: source.data.sections.filter((section) => section.from === paragraph.n),
      uncited: sentences.filter(({ citers: list }) => list.length === 0).map(({ n }) => n),
      citers: [...byEntry].map(([entry, at]) => ({ entry, at })),
    };
  });
}
