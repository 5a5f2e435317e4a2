/** Whether two numbers of the library are of one work, so that a list of references does not show one witness as two. Light: the browser loads this. */
import type { Work } from './work.ts';

/**
 * One address (on which two rules may stand), or one title with days that do not contradict each other (`2025-09` and `2025-09-02`, or one of them
 * unknown). A text of a rule that was seen where nobody's own page is, under the name of the rule, is the rule; a report is never.
 */
export function isSameWork(one: Work, other: Work): boolean {
  if (one.id === other.id) return true;
  const isAlike = plainTitle(one) === plainTitle(other);
  const areRules = one.kind === 'document' && other.kind === 'document';
  if (one.url && other.url) return plainAddress(one.url) === plainAddress(other.url) && (isAlike || !areRules);
  if (one.kind !== other.kind) return isTextOf(one, other) || isTextOf(other, one);
  if (!isAlike) return false;
  if (one.subtitle !== other.subtitle) return false;
  const [a, b] = [dayOf(one), dayOf(other)];
  return a.startsWith(b) || b.startsWith(a);
}

/** The works once each, in order; of two numbers for one work the one that tells more, and of a rule and its text the rule. */
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

/** Of numbers for one and the same work the first, by each of the others; takes time by how many there are. */
export function firstNumbers(works: readonly Work[]): Map<string, string> {
  const firsts = new Map<string, string>();
  const alike = new Map<string, Work[]>();
  for (const work of works) {
    const keys = [plainTitle(work), ...(work.url ? [plainAddress(work.url)] : [])];
    const known = keys.flatMap((key) => alike.get(key) ?? []).find((other) => isSameWork(work, other));
    if (known) firsts.set(work.id, firsts.get(known.id) ?? known.id);
    for (const key of keys) {
      const others = alike.get(key);
      if (others) others.push(work);
      else alike.set(key, [work]);
    }
  }
  return firsts;
}

/** A rule counts most, then an address, then how exact the day is. */
function tells({ kind, url, date = '' }: Work): number {
  return (kind === 'document' ? 1000 : 0) + (url ? 100 : 0) + date.length;
}

/** Whether a page is a copy of a rule: found in a collection of texts, and not at an address or in a paper that has a name. */
function isTextOf(page: Work, rule: Work): boolean {
  if (page.kind !== 'page' || rule.kind !== 'document' || page.url || page.authors.length > 0) return false;
  if (plainTitle(page) === plainTitle(rule)) return true;
  const [, title = '', year = ''] = EDITION.exec(rule.title) ?? [];
  return title !== '' && plainTitle(page) === plainTitle({ title }) && dayOf(page).startsWith(year);
}

/** The title of a law as it was revised; its text has the day of that edition and not its name: 公务员法（2018年修订）. */
const EDITION = /^(.+)（(\d{4})年(?:修订|修正|修改)）$/u;

/** A title without the marks that one place sets and another does not, and without the word that it was shortened. */
function plainTitle({ title }: Pick<Work, 'title'>): string {
  return title.replace(/（题名节略）$|[\s—\-·“”"]/gu, '');
}

function dayOf({ date = '' }: Work): string {
  return date.replace(/^约/u, '');
}

function plainAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|\/$/gu, '');
}
