/** Whether the desk has changes already: an answer may be lost on the way after the desk has taken what it answers to. */
import type { Change, DeskEntry, FieldPath, FieldValue } from '../protocol.ts';

/** Those of the changes, made one after another, that an entry does not have; what another has taken the place of since, which it has, is not missed. */
export function unmade(changes: readonly Change[], entry: DeskEntry): Change[] {
  return changes.filter((change, at) => ![change, ...changes.slice(at + 1)].some((later) => covers(later, change) && isMade(later, entry)));
}

function isMade(change: Change, { data, body, text, remarks }: DeskEntry): boolean {
  if ('text' in change) return change.text === text;
  if ('body' in change) return change.body === body;
  if ('remark' in change) return remarks.some((remark) => remark.by === change.remark.by && remark.text === change.remark.text);
  // Of what has been taken away nothing tells what it was.
  if ('answered' in change) return false;
  return isSame(valueAt(data, change.path), change.value);
}

/** Whether a change is all that is left of another. */
function covers(later: Change, change: Change): boolean {
  if (later === change || 'text' in later) return true;
  if ('body' in later) return 'body' in change;
  return 'path' in later && 'path' in change && later.path.every((step, at) => change.path[at] === step);
}

function valueAt(data: FieldValue | undefined, path: FieldPath): FieldValue | undefined {
  let at = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, FieldValue | undefined>)[step];
  }
  return at;
}

/** Fields may stand in another order. */
function isSame(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [a, b].map((value) => new Map(Object.entries(value))) as [Map<string, FieldValue>, Map<string, FieldValue>];
  return (
    Array.isArray(a) === Array.isArray(b) && left.size === right.size && [...left].every(([name, value]) => isSame(value, right.get(name)))
  );
}
