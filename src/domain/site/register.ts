/** The register of all published numbers, which the browser loads once to name what an address asks for. */

import { foldWords, hasWord, readWords } from '../chinese/typed-words.ts';

/** One number with what a report or a comparison says of it before loading anything else. */
export interface RegisterEntry {
  id: string;
  title: string;
  collection: string;
  /** Address of the page, with the site's base. */
  href: string;
  /** Short names of the places, each with what it lies in before it: 江苏常州金坛. */
  places: string[];
  /** The years that a case or a document names; several with 、 between. */
  year?: string;
  outcome?: string;
  sourceLevel?: string;
  /** The type of an entry that is kept beside the cases and not counted among them. */
  aside?: string;
  /** Has a teaching block. */
  isTaught?: true;
  /** The minutes of class that its part A carries; a short example has five. */
  partA?: number;
  /** A constructed scenario says so wherever it is named. */
  isScenario?: true;
  /** Of a document that may not hold any more, what to know before it is used. */
  caution?: string;
  retired?: { date: string; replacedBy?: string };
  /** Where the library of another unit begins, whose entry this is. */
  root?: string;
}

/** What has become of the numbers that an address asks for. */
export interface ResolvedIds {
  found: RegisterEntry[];
  retired: RegisterEntry[];
  unknown: string[];
}

/** Sorts numbers into those that can be used, those that have been retired, and those that nobody has. */
export function resolveIds(ids: readonly string[], register: ReadonlyMap<string, RegisterEntry>): ResolvedIds {
  const entries = ids.flatMap((id) => register.get(id) ?? []);
  return {
    found: entries.filter(({ retired }) => !retired),
    retired: entries.filter(({ retired }) => retired),
    unknown: ids.filter((id) => !register.has(id)),
  };
}

/** The title with the words that a scenario always carries, and a document that may not hold any more. */
export function markedTitle({ title, isScenario, caution = '' }: Pick<RegisterEntry, 'title' | 'isScenario' | 'caution'>): string {
  const mark = isScenario && !title.includes('虚构') ? '教学情景，虚构' : caution;
  return mark === '' ? title : `${title}（${mark}）`;
}

/** Entries whose number, title or place has all of the words, those with a teaching block first; none for no words. */
export function findInRegister(entries: Iterable<RegisterEntry>, words: string): RegisterEntry[] {
  const wanted = readWords(words);
  if (wanted.length === 0) return [];
  const found = [...entries].filter(({ id, title, places, retired }) => {
    const text = foldWords([id, title, ...places].join('\n'));
    return !retired && wanted.every((word) => hasWord(text, word));
  });
  return found.sort((a, b) => Number(b.isTaught ?? false) - Number(a.isTaught ?? false));
}
