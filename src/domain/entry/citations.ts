/** Which citations an entry makes, wherever they stand, and who cites what. */
import { CITE } from '../../schema/number.ts';
import { parseLocator, sentencesOf } from './locator.ts';
import type { Entry } from './records.ts';

/** Keys of frontmatter fields that hold citations, at any depth. */
const CITE_KEYS = new Set(['cite', 'cites']);

/** All citations of an entry: frontmatter first, body after, each once, in order of appearance. */
export function citationsOf(entry: Entry): string[] {
  const found = new Set<string>();
  collect(entry.data, found);
  for (const cite of entry.marks.cites) found.add(cite);
  return [...found];
}

/** Who cites each sentence: from `S3-¶26#2` to the entries, in the order given; `citations` are what `citationsOf` gives, by number. */
export function citersBySentence(entries: readonly Entry[], citations: ReadonlyMap<string, readonly string[]>): Map<string, Entry[]> {
  const citers = new Map<string, Entry[]>();
  for (const entry of entries) {
    const sentences = new Set((citations.get(entry.data.id) ?? []).flatMap((cite) => expand(cite)));
    for (const sentence of sentences) {
      const list = citers.get(sentence);
      if (list) list.push(entry);
      else citers.set(sentence, [entry]);
    }
  }
  return citers;
}

function expand(cite: string): string[] {
  const locator = parseLocator(cite);
  return locator ? sentencesOf(locator) : [];
}

function collect(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!CITE_KEYS.has(key)) collect(inner, into);
    else for (const cite of [inner].flat()) if (typeof cite === 'string' && CITE.test(cite)) into.add(cite);
  }
}
