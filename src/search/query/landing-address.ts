/** The address of a page on which the words looked for are to be marked: `/terms/x/?hl=容错纠错&hl=浙江#section`. Nothing is stored. */

const PARAMETER = 'hl';
/** More would make the address longer than it helps. */
const MAX_PHRASES = 6;

/** The address with the phrases as they stand; `id` names a heading on the page. */
export function landingAddress(address: string, phrases: readonly string[], id = ''): string {
  const params = new URLSearchParams();
  for (const phrase of phrases.slice(0, MAX_PHRASES)) params.append(PARAMETER, phrase);
  const query = params.toString();
  return `${address}${query && `?${query}`}${id && `#${encodeURIComponent(id)}`}`;
}

/** The phrases that an address asks to mark; `search` is its part from `?` on. */
export function landingPhrases(search: string): string[] {
  return new URLSearchParams(search)
    .getAll(PARAMETER)
    .filter((phrase) => phrase.trim() !== '')
    .slice(0, MAX_PHRASES);
}

/** The same address without them. */
export function withoutLanding({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const params = new URLSearchParams(search);
  params.delete(PARAMETER);
  const rest = params.toString();
  return `${pathname}${rest && `?${rest}`}${hash}`;
}
