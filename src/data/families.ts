/** Families of mechanisms as pages compare them. */
import { familyMatrix } from '../domain/family-matrix.ts';
import type { FamilyRow } from '../domain/family-matrix.ts';
import { href } from '../site.ts';
import { entryLink, toLink } from './links.ts';
import { loadSite } from './site.ts';

/** All families that have a mechanism, with the address of their comparison. */
export async function families() {
  const { entries, vocabulary } = await loadSite();
  return vocabulary['mechanism-families'].items
    .map((family) => ({ ...family, href: href(`/families/${family.slug}/`), members: familyMatrix(entries, family.id) }))
    .filter(({ members }) => members.length > 0);
}

/** One family's members as rows of its comparison, with links in place of numbers. */
export async function familyRows(members: readonly FamilyRow[]) {
  return Promise.all(
    members.map(async (row) => ({
      ...row,
      link: toLink(row.member),
      relatives: await Promise.all(row.relatives.map(async ({ id, why }) => ({ link: await entryLink(id), why }))),
    })),
  );
}
