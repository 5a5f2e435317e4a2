/** The library counts the marks of headings over the life of the process; here they are counted in each file, so that one paper gives the same bytes. */

/** The text of a Word file, `word/document.xml`, with its marks numbered from 1. */
export function withOwnMarks(xml: string): string {
  const numbers = new Map<string, number>();
  const numberOf = (old: string) => {
    const known = numbers.get(old) ?? numbers.size + 1;
    numbers.set(old, known);
    return String(known);
  };
  return xml
    .replace(/_Toc(\d+)/gu, (_, old: string) => `_Toc${numberOf(old)}`)
    .replace(/(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)"/gu, (_, start: string, old: string) => `${start}${numberOf(old)}"`);
}
