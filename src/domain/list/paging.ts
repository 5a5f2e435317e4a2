/** Lists cut into pages, and what addresses their pages have. */

/** So many entries stand on a page of a list. */
export const PAGE_SIZE = 50;

/** Of lists whose items are a line or two, more: with fifty, what every page repeats would weigh as much as its items. */
export const LINES_A_PAGE = { changes: 200, publicSources: 150, figures: 100, unitCases: 100 } as const;

/** Of a matrix of rules, whose rows differ much: the characters of its rules that stand on a page. */
export const RULE_CHARACTERS_A_PAGE = 10_500;

/** One page of a list. */
export interface ListPart<T> {
  items: readonly T[];
  /** How many items stand on the pages before it. */
  before: number;
  /** From 1. */
  number: number;
  /** How many pages there are. */
  count: number;
  /** How many items there are on all of them. */
  total: number;
}

/** The pages of a list, at least one. */
export function cutIntoPages<T>(all: readonly T[], size = PAGE_SIZE): ListPart<T>[] {
  const count = Math.max(1, Math.ceil(all.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: all.slice(index * size, (index + 1) * size),
    before: index * size,
    number: index + 1,
    count,
    total: all.length,
  }));
}

/** The pages of a list whose items differ much in weight: each holds as many as together weigh no more than `most`, and one at least. */
export function cutByWeight<T>(all: readonly T[], weightOf: (item: T) => number, most: number): ListPart<T>[] {
  const pages: T[][] = [[]];
  let weight = 0;
  for (const item of all) {
    const own = weightOf(item);
    const last = pages[pages.length - 1] ?? [];
    if (last.length > 0 && weight + own > most) {
      pages.push([item]);
      weight = own;
    } else {
      last.push(item);
      weight += own;
    }
  }
  return pages.map((items, index) => ({
    items,
    before: pages.slice(0, index).reduce((sum, { length }) => sum + length, 0),
    number: index + 1,
    count: pages.length,
    total: all.length,
  }));
}

/** The path of a page of the list at `path`: the first has the path itself, `/tolerance/`, the second `/tolerance/page/2/`. */
export function pagePath(path: string, number: number): string {
  return number === 1 ? path : `${path}page/${number}/`;
}

/** The part of a page's address that a route `[...page]` takes, `page/2`; `undefined` for the first. */
export function pageParam(number: number): string | undefined {
  return pagePath('/', number).slice(1, -1) || undefined;
}

/** The pages that a page leads to: the first, the last, and those beside it; `undefined` where some are passed over. */
export function pagesNear(number: number, count: number): (number | undefined)[] {
  const near = new Set([1, number - 1, number, number + 1, count]);
  const shown = [...near].filter((page) => page >= 1 && page <= count).sort((a, b) => a - b);
  return shown.flatMap((page, index) => {
    const before = shown[index - 1];
    return before === undefined || page - before === 1 ? [page] : page - before === 2 ? [page - 1, page] : [undefined, page];
  });
}
