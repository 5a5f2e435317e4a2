/** Every mention of an entry's number in another entry, and where it stands. */
import type { StoredFile } from '../data/read-content.ts';
import type { Position } from '../data/yaml-document.ts';
import { isEntryNumber } from '../domain/graph.ts';
import { isCitationField } from './entry-citations.ts';
import { fieldTexts } from './loose-data.ts';
import type { Path } from './loose-data.ts';
import { hasFieldProblem } from './rule.ts';
import type { LintEntry } from './rule.ts';

export interface WrittenReference {
  /** As written; for a field that must hold a number, not always one. */
  text: string;
  at: Position | undefined;
}

/** Numbers in running text; `S0` to `S4` and policy numbers in citations are left to other rules. */
const MENTION = /(?<![A-Za-z0-9-])(?:ZC-\d{4}|(?:WT|YY|KC|ZD)-\d{2}|(?:CS|JZ|SJ|RC|SY|QX)-\d{3})(?!\d)/gu;

/** References in frontmatter (whole values and mentions in sentences), in links of the body, and in `Term`. */
export function* referencesIn(entry: LintEntry): Generator<WrittenReference> {
  for (const { path, text } of entry.texts) {
    if (isCitationField(path) || path.join() === 'id' || hasFieldProblem(entry, path)) continue;
    const isNumber = isEntryNumber(text) || (holdsNumber(path) && !/^GK-\d{4}$/u.test(text));
    const mentions = isNumber ? [text] : (text.match(MENTION) ?? []);
    for (const mention of mentions) yield { text: mention, at: entry.file.yaml?.valueAt(path) };
  }
  for (const { url, isBare, at } of entry.body.links) {
    if (!isBare && !/^[a-z][a-z0-9+.-]*:/iu.test(url.replace(/[\s\p{C}]/gu, ''))) yield { text: url, at };
  }
  for (const { name, attributes, at } of entry.body.elements) {
    const id = attributes.get('id');
    if (name === 'Term' && id !== undefined) yield { text: id, at };
  }
  for (const { text, at } of entry.body.texts) for (const [mention] of text.matchAll(MENTION)) yield { text: mention, at };
}

/** References in a controlled list. */
export function* referencesInList({ yaml }: StoredFile): Generator<WrittenReference> {
  for (const { path, text } of fieldTexts(yaml?.data)) {
    for (const mention of isEntryNumber(text) ? [text] : (text.match(MENTION) ?? [])) yield { text: mention, at: yaml?.valueAt(path) };
  }
}

/** Fields whose schema takes any text though only a number makes sense. */
function holdsNumber(path: Path): boolean {
  const names = path.filter((step) => typeof step === 'string').join('.');
  return ['related.id', 'confusedWith.id', 'units.case', 'units.alternatives', 'readings', 'retired.replacedBy', 'next.id'].includes(names);
}
