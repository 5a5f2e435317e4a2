/** Every mention of an entry's number in another entry, and where it stands. */
import type { StoredFile } from '../store/read-content.ts';
import { positionWithin } from '../markdown/position.ts';
import type { Position } from '../markdown/position.ts';
import { isEntryNumber, isPublicSource, mentionsIn } from '../schema/number.ts';
import { isCitationField } from './entry-citations.ts';
import { fieldTexts } from '../store/loose-data.ts';
import type { Path } from '../store/loose-data.ts';
import { hasFieldProblem } from './rule.ts';
import type { LintEntry, LintNote } from './lint-entry.ts';

export interface WrittenReference {
  /** As written; for a field that must hold a number, not always one. */
  text: string;
  /** The address of a link, which may go on to an article. */
  isLink?: true;
  /** Worked out only when asked for: most references are right, and positions are dear. */
  place: () => Position | undefined;
}

/** References in frontmatter (whole values and mentions in sentences), in links of the body, and in `Term`. */
export function* referencesIn(entry: LintEntry | LintNote): Generator<WrittenReference> {
  for (const { path, text } of entry.texts) {
    if (isCitationField(path) || path.join() === 'id' || hasFieldProblem(entry, path)) continue;
    const isNumber = isEntryNumber(text) || (holdsNumber(path) && !isPublicSource(text));
    const mentions = isNumber ? [text] : mentionsIn(text);
    for (const mention of mentions) yield atValue(mention, entry.file, path);
  }
  for (const { url, isBare, at } of entry.body.links) {
    if (!isBare && !/^[a-z][a-z0-9+.-]*:/iu.test(url.replace(/[\s\p{C}]/gu, ''))) yield { text: url, isLink: true, place: () => at };
  }
  for (const { name, attributes, at } of entry.body.elements) {
    const id = attributes.get('id');
    if (name === 'Term' && id !== undefined) yield { text: id, place: () => at };
  }
  for (const { text, at } of entry.body.texts)
    for (const mention of mentionsIn(text)) yield { text: mention, place: () => positionWithin(at, text, mention) };
}

/** References in a controlled list. */
export function* referencesInList(file: StoredFile): Generator<WrittenReference> {
  for (const { path, text } of fieldTexts(file.yaml?.data)) {
    for (const mention of isEntryNumber(text) ? [text] : mentionsIn(text)) yield atValue(mention, file, path);
  }
}

function atValue(text: string, { yaml }: StoredFile, path: Path): WrittenReference {
  return { text, place: () => yaml?.valueAt(path) };
}

/** Fields whose schema takes any text though only a number makes sense. */
function holdsNumber(path: Path): boolean {
  const names = path.filter((step) => typeof step === 'string').join('.');
  return ['related.id', 'confusedWith.id', 'units.case', 'units.alternatives', 'readings', 'retired.replacedBy', 'next.id'].includes(names);
}
