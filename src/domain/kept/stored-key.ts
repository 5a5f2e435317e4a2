/** The name under which a browser keeps something of the site at `base`: sites on one host keep theirs apart, and one that has a host of its own is as old as the site. */
export function storedKey(name: string, base: string): string {
  return base === '/' ? name : `${name}:${base}`;
}

/** The same of saved searches, which have named the base from the first. */
export function savedKey(base: string): string {
  return `saved-searches:${base}`;
}
