/** An entry's text taken apart into its fields and its body, without losing a byte: byte order mark and line ends stay where they are. */

/** The four parts, one after another, are the whole text. */
export interface EntrySource {
  /** The first line of dashes, with a byte order mark if there is one. */
  opening: string;
  /** The lines of the fields, with the last line end. */
  fields: string;
  /** The second line of dashes with its line end. */
  closing: string;
  body: string;
}

/** Takes a text apart; `undefined` when it has no two lines of dashes. */
export function splitSource(text: string): EntrySource | undefined {
  const opening = /^\uFEFF?---[^\S\n]*\n/u.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const rest = text.slice(opening.length);
  const fence = /^---[^\S\n]*(?:\n|$)/mu.exec(rest);
  if (!fence) return undefined;
  const end = fence.index + fence[0].length;
  return { opening, fields: rest.slice(0, fence.index), closing: fence[0], body: rest.slice(end) };
}

/** The line end that a text uses. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return /\r\n/u.test(text.slice(0, 10_000)) ? '\r\n' : '\n';
}

/** The body as a text field of a browser holds it. */
export function bodyOf(text: string): string {
  return (splitSource(text)?.body ?? '').replaceAll('\r\n', '\n');
}

/** The text with another body; lines that stay keep their line ends. Throws when the text has no fields. */
export function withBody(text: string, body: string): string {
  const source = splitSource(text);
  if (!source) throw new Error('an entry without fields has no body');
  const before = source.body.split('\n');
  const wanted = body.replaceAll('\r\n', '\n').split('\n');
  const isSame = (a: string | undefined, b: string | undefined) => a?.replace(/\r$/u, '') === b;
  let first = 0;
  while (first < Math.min(before.length, wanted.length) && isSame(before[first], wanted[first])) first += 1;
  let last = 0;
  const most = Math.min(before.length, wanted.length) - first;
  while (last < most && isSame(before.at(-1 - last), wanted.at(-1 - last))) last += 1;
  const carriage = lineEndOf(text) === '\r\n' ? '\r' : '';
  // The last line of a text has no line end.
  const middle = wanted
    .slice(first, wanted.length - last)
    .map((line, index) => (first + index === wanted.length - 1 ? line : line + carriage));
  const lines = [...before.slice(0, first), ...middle, ...before.slice(before.length - last)];
  return source.opening + source.fields + source.closing + lines.join('\n');
}
