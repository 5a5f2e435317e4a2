/** What was meant by an address at which nothing is: the number of an entry as people type it, or a page that a list no longer has. */
import { meantNumber } from '../../schema/number.ts';

/**
 * The address that was meant, below the site's base with slashes at both ends; `undefined` when it is another or right already. `/id/rc-001/`,
 * `/id/RC001` and `/id/rc1/` mean an entry, `/changes/2026-11/page/40/` the list, which has fewer pages than it had.
 */
export function meantAddress(path: string, base: string): string | undefined {
  const list = /^(.+\/)page\/\d+\/?$/u.exec(path)?.[1];
  if (list?.startsWith(base)) return list;
  if (!path.startsWith(`${base}id/`)) return undefined;
  const typed = decoded(path.slice(base.length + 'id/'.length)).replace(/\/+$/u, '');
  const number = meantNumber(typed);
  return number === undefined || number === typed ? undefined : `${base}id/${number}/`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
