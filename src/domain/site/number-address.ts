/** What was meant by an address at which nothing is: an entry whose number was typed as people type it, a page in capitals, or one that a list no longer has. */
import { meantNumber } from '../../schema/number.ts';

/**
 * The address that was meant, below the site's base; `undefined` when it is another or right already. `/id/rc-001/`, `/ID/RC001` and `/id/rc1/` mean
 * an entry, `/Tolerance/` the page in small letters, `/changes/2026-11/page/40/` the list, which has fewer pages than it had. What is meant by an
 * address that was meant is shorter or nothing, so that nobody is led in a circle.
 */
export function meantAddress(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const below = path.slice(base.length);
  const [, typed, rest = ''] = /^id\/([^/]+)\/*(.*)$/isu.exec(below) ?? [];
  if (typed !== undefined) return meantEntry(path, base, typed, rest);
  const small = inSmallLetters(below);
  if (small !== below) return base + small;
  return listOf(path, base);
}

function meantEntry(path: string, base: string, typed: string, rest: string): string | undefined {
  const number = meantNumber(decoded(typed));
  if (number === undefined) return undefined;
  const meant = `${base}id/${number}/${inSmallLetters(rest)}`;
  return withoutSlash(meant) === withoutSlash(path) ? listOf(path, base) : meant;
}

function listOf(path: string, base: string): string | undefined {
  const list = /^(.+\/)page\/\d+\/?$/u.exec(path)?.[1];
  return list?.startsWith(base) ? list : undefined;
}

/** Letters that stand for a character of another script, `%E5`, mean the same in capitals. */
function inSmallLetters(path: string): string {
  return path.replace(/%[0-9a-f]{2}|[A-Z]+/giu, (letters) => (letters.startsWith('%') ? letters : letters.toLowerCase()));
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/u, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
