/** The works of a paper, numbered in the order in which they are first cited, each once however many numbers the library has for it. */
import { citedNumber } from '../schema/number.ts';
import { parseLocator } from './locator.ts';
import type { Work } from './work.ts';

export interface NumberedReferences {
  /** `［1、2：第26段］`: the marks of these citations, and the works are counted as cited; empty for none. */
  mark(cites: readonly string[]): string;
  /** What has been cited so far, in order: number 1 first. */
  cited(): Work[];
}

/** Numbers for the citations of these works; a citation of none of them stands as it is. */
export function numberReferences(works: Iterable<Work>): NumberedReferences {
  const byId = new Map([...works].map((work) => [work.id, work]));
  const cited = new Map<string, Work>();
  const numberOf = (work: Work): number => {
    const key = sameWorkKey(work);
    if (!cited.has(key)) cited.set(key, work);
    return [...cited.keys()].indexOf(key) + 1;
  };
  const markOf = (cite: string): string => {
    const work = byId.get(citedNumber(cite) ?? cite);
    if (!work) return cite;
    const locator = parseLocator(cite);
    return `${numberOf(work)}${locator ? `：第${locator.paragraph}段` : ''}`;
  };
  return {
    mark: (cites) => (cites.length > 0 ? `［${[...new Set(cites.map(markOf))].join('、')}］` : ''),
    cited: () => [...cited.values()],
  };
}

/** Alike for two numbers of one work: the same address, or the same title by the same authors on the same day. */
export function sameWorkKey({ url, title, authors, date = '' }: Work): string {
  return url ? url.replace(/^https?:\/\/(?:www\.)?|\/$/gu, '') : [title, ...authors, date].join('\n');
}

/** Works of a list once each, in order. */
export function worksOnce(works: readonly Work[]): Work[] {
  const byKey = new Map<string, Work>();
  for (const work of works) if (!byKey.has(sameWorkKey(work))) byKey.set(sameWorkKey(work), work);
  return [...byKey.values()];
}
