/** A source document paragraph by paragraph, with those who cite it. */
import { formatLocator, paragraphAnchor } from '../domain/locator.ts';
import type { Entry, EntryOf } from '../domain/records.ts';
import { toLink } from './links.ts';
import type { Site } from '../domain/site-index.ts';

/** A source page's paragraphs, each with the entries that cite it. */
export function sourceParagraphs({ citers }: Site, source: EntryOf<'sources'>) {
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
      citers: [...byEntry].map(([entry, at]) => ({ link: toLink(entry), at })),
    };
  });
}
