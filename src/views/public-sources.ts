/** The list of public material beside the source documents, and where each line of it stands. */
import { cutIntoPages, LINES_A_PAGE, pagePath } from '../domain/list/paging.ts';
import type { Site } from '../domain/site/site-index.ts';
import { href } from '../site.ts';

/** The first page of the list. */
export const PUBLIC_SOURCES_PATH = '/about/public-sources/';

/** The pages of the list, and of each the numbers with which it begins and ends. */
export function publicSourcePages({ vocabulary, publicSources }: Site) {
  const { note } = vocabulary['public-sources'];
  const parts = cutIntoPages([...publicSources.values()], LINES_A_PAGE.publicSources);
  const ranges = parts.map((part) => ({
    first: part.items[0]?.id ?? '',
    last: part.items[part.items.length - 1]?.id ?? '',
    href: href(pagePath(PUBLIC_SOURCES_PATH, part.number)),
  }));
  return parts.map((part) => ({ note, part, ranges }));
}

/** Where the line of a public source stands. */
export function publicSourceAddress({ sourcePlaceOf }: Site, number: string): string {
  const page = Math.floor((sourcePlaceOf.get(number) ?? 0) / LINES_A_PAGE.publicSources) + 1;
  return `${href(pagePath(PUBLIC_SOURCES_PATH, page))}#${number.toLowerCase()}`;
}
