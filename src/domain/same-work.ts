/** Whether two numbers of the library are of one work, so that a list of references does not show one witness as two. Light: the browser loads this. */
import type { Work } from './work.ts';

/** One address, or one title with days that do not contradict each other (`2025-09` and `2025-09-02`, or one of them unknown). */
export function isSameWork(one: Work, other: Work): boolean {
  if (one.id === other.id) return true;
  if (one.url && other.url) return plainAddress(one.url) === plainAddress(other.url);
  if (one.title !== other.title || one.subtitle !== other.subtitle || one.kind !== other.kind) return false;
  const [a, b] = [dayOf(one), dayOf(other)];
  return a.startsWith(b) || b.startsWith(a);
}

/** The works once each, in order; of two numbers for one work the one that tells more. */
export function worksOnce(works: readonly Work[]): Work[] {
  const once: Work[] = [];
  for (const work of works) {
    const at = once.findIndex((other) => isSameWork(work, other));
    const known = once[at];
    if (!known) once.push(work);
    else if (tells(work) > tells(known)) once[at] = work;
  }
  return once;
}

/** An address counts most, then how exact the day is. */
function tells({ url, date = '' }: Work): number {
  return (url ? 100 : 0) + date.length;
}

function dayOf({ date = '' }: Work): string {
  return date.replace(/^约/u, '');
}

function plainAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|\/$/gu, '');
}
