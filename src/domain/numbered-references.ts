/** The works of a paper, numbered in the order in which they are first cited, each once however many numbers the library has for it. */
import { citedNumber, readAnyNumber } from '../schema/number.ts';
import { parseLocator } from './locator.ts';
import { isSameWork, worksOnce } from './same-work.ts';
import type { Work } from './work.ts';

export interface NumberedReferences {
  /** `［1、2：第26段］`: the marks of these citations, and the works are counted as cited; empty for none. */
  mark(cites: readonly string[]): string;
  /** What has been cited so far, in order: number 1 first. */
  cited(): Work[];
}

/** Numbers for the citations of these works; a citation of none of them stands as it is. */
export function numberReferences(works: readonly Work[]): NumberedReferences {
  const once = worksOnce(works);
  const byId = new Map(works.map((work) => [work.id, once.find((other) => isSameWork(work, other)) ?? work]));
  const cited: Work[] = [];
  const numberOf = (work: Work): number => {
    if (!cited.includes(work)) cited.push(work);
    return cited.indexOf(work) + 1;
  };
  const markOf = (cite: string): string => {
    const work = byId.get(citedNumber(cite) ?? cite);
    if (!work) return cite;
    const locator = parseLocator(readAnyNumber(cite).id);
    return `${numberOf(work)}${locator ? `：第${locator.paragraph}段` : ''}`;
  };
  return {
    mark: (cites) => (cites.length > 0 ? `［${[...new Set(cites.map(markOf))].join('、')}］` : ''),
    cited: () => [...cited],
  };
}
