/** The works of a paper, numbered in the order in which they are first cited, each once however many numbers the library has for it. */
import { citedNumber, readAnyNumber } from '../../schema/number.ts';
import { citeWork } from '../paper/entry-paper.ts';
import type { CitingStyle } from '../paper/entry-paper.ts';
import { parseLocator } from '../entry/locator.ts';
import type { PaperPart } from '../paper/paper.ts';
import { EDITIONS } from './reference.ts';
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

/** The list at the end of the paper, with its heading: what was cited, by its numbers. */
export function referenceList(references: NumberedReferences, style: CitingStyle, heading = '参考文献'): PaperPart[] {
  const works = references.cited();
  if (works.length === 0)
    return [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: '没有引用。' },
    ];
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'note',
      text: `按 ${EDITIONS[style.edition].name} 著录，号码是文中方括号里的号码；没有网址的，是本库没有首发机构自己的网页，向发布机构查原件。`,
    },
    // Numbers as text: a program that counts anew when a reference is taken out would make the marks in the paper false.
    { kind: 'list', items: works.map((work, index) => `[${index + 1}] ${citeWork(work, style)}`) },
  ];
}
