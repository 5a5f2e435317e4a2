/** Finds forbidden patterns anywhere in a file, with their exact place. */
import type { StoredFile } from '../store/read-content.ts';
import type { Finding } from './rule.ts';

/**
 * One finding for each match in the file's text of which there is something to say; addresses (`https://…`) are passed over, since numbers in them mean nothing.
 * A pattern with `^` needs the flag `m`, because the whole text is tried before its lines.
 */
export function* sourceMatches(
  file: StoredFile,
  pattern: RegExp,
  explain: (match: RegExpExecArray) => string | undefined,
): Generator<Finding> {
  if (file.source.search(pattern) < 0) return;
  for (const [index, line] of file.source.split('\n').entries()) {
    const searched = line.replace(/https?:\/\/[\w./?=&%#~:+-]+/gu, (address) => ' '.repeat(address.length));
    for (const match of searched.matchAll(pattern)) {
      const message = explain(match);
      if (message !== undefined) yield { file: file.path, at: { line: index + 1, column: match.index + 1 }, message };
    }
  }
}
