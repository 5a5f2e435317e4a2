/** Families of mechanisms as pages compare them. */
import { familyMatrix } from '../domain/list/family-matrix.ts';
import type { FamilyRow } from '../domain/list/family-matrix.ts';
import { href } from '../site.ts';
import type { Site } from '../domain/site/site-index.ts';
import { entryLink, toLink } from './links.ts';

/** So many mechanisms stand on a page of a comparison, in the order of their numbers. */
export const MOST_MEMBERS = 40;

/** All families that have a mechanism, with the address of their comparison. */
export function families({ entries, vocabulary }: Site) {
  return vocabulary['mechanism-families'].items
    .map((family) => ({ ...family, href: href(`/families/${family.slug}/`), members: familyMatrix(entries, family.id) }))
    .filter(({ members }) => members.length > 0);
}

/** One family's members as rows of its comparison, with links in place of numbers. */
export function familyRows(site: Site, members: readonly FamilyRow[]) {
  return members.map((row) => ({
    ...row,
    link: toLink(row.member),
    relatives: row.relatives.map(({ id, why }) => ({ link: entryLink(site, id), why })),
  }));
}
