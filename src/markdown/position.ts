/** A place in a file, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** Where a part of a text stands that begins `at`; lines after the first begin at their own beginning, since lists and notes set them in. */
export function positionWithin(at: Position | undefined, text: string, part: string): Position | undefined {
  const before = text.slice(0, Math.max(0, text.indexOf(part)));
  const lines = before.split('\n').length - 1;
  if (!at) return undefined;
  return lines === 0 ? { line: at.line, column: at.column + before.length } : { line: at.line + lines, column: 1 };
}
