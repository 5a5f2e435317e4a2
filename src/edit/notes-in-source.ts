/** What stands in lines of comments above fields: the original that a draft was made from, and notes of editors, to be read beside the field. */
import { isRemark } from '../schema/remarks.ts';
import { splitSource } from './entry-source.ts';
import { fieldFinder } from './place-of-finding.ts';
import type { FieldNote, FieldPath } from './protocol.ts';

/** The notes by the fields below them; a line that only says what belongs into the field is none, `helpAt` tells that of each. */
export function notesIn(text: string, helpAt: (path: FieldPath) => string): FieldNote[] {
  const fields = splitSource(text)?.fields.replaceAll('\r\n', '\n') ?? '';
  const lines = fields.split('\n');
  if (!lines.some(isComment)) return [];
  const fieldAt = fieldFinder(fields);
  const notes: FieldNote[] = [];
  let above: string[] = [];
  for (const [index, line] of lines.entries()) {
    // Remarks of a reviewer are told by themselves.
    if (isRemark(line.trimEnd())) continue;
    if (isComment(line)) {
      above.push(line.replace(/^\s*#\s?/u, '').trim());
      continue;
    }
    if (above.length > 0 && line.trim() !== '') {
      const path = pathBelow(line, fieldAt(index + 1, columnOf(line)));
      const help = helpAt(path).replace(/。$/u, '');
      const told = above.filter((words) => words !== '' && (help === '' || !words.startsWith(help)));
      if (path.length > 0 && told.length > 0) notes.push({ path, text: told.join('\n') });
    }
    above = [];
  }
  return notes;
}

function isComment(line: string): boolean {
  return /^\s*#/u.test(line);
}

/** Of the first word in a line, counted from one; the dash of an item is none. */
function columnOf(line: string): number {
  return (/^\s*(?:- +)?/u.exec(line)?.[0].length ?? 0) + 1;
}

/** What stands above an item is said of the item, not of its first field. */
function pathBelow(line: string, path: FieldPath): FieldPath {
  if (!/^\s*- /u.test(line)) return path;
  return path.slice(0, path.findLastIndex((step) => typeof step === 'number') + 1);
}
