/** Addresses with the number of an entry as people type it: `/id/rc-001/`, `/id/RC001`, `/id/rc1/`. */
import { meantNumber } from '../../schema/number.ts';

/** The address that was meant, below the site's base with slashes at both ends; `undefined` when it is another or right already. */
export function meantAddress(path: string, base: string): string | undefined {
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
