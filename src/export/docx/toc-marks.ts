/** The library counts the marks of headings over the life of the process; here they are counted in each file, so that one paper gives the same bytes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const DOCUMENT = 'word/document.xml';

/** The same file with its marks numbered from 1. */
export function withOwnMarks(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const members = unzipSync(zip);
  const xml = members[DOCUMENT];
  if (!xml) throw new Error('the Word file has no text');
  members[DOCUMENT] = strToU8(renumbered(strFromU8(xml)));
  return zipSync(members, { level: 6 });
}

function renumbered(xml: string): string {
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
