/** Families of mechanisms side by side: what each is, how far it has come, what it is made of, what it is not to be taken for. */
import { isOf } from '../domain/records.ts';
import type { EntryOf } from '../domain/records.ts';
import { href } from '../site.ts';
import { loadSite } from './site.ts';
import { entryLink, toLink } from './links.ts';
import type { EntryLink } from './links.ts';

export interface FamilyMember {
  link: EntryLink;
  standing: string;
  holder: string;
  /** Names of its stages and parts. */
  madeOf: string[];
  /** Near-namesakes within the family and outside it, with the difference in words. */
  relatives: { link: EntryLink | undefined; why: string }[];
  cites: string[];
}

/** All families that have a mechanism, with the address of their comparison. */
export async function families() {
  const { entries, vocabulary } = await loadSite();
  return vocabulary['mechanism-families'].items
    .map((family) => ({
      ...family,
      href: href(`/families/${family.slug}/`),
      members: entries.filter((entry) => isOf(entry, 'mechanisms')).filter(({ data }) => data.family === family.id),
    }))
    .filter(({ members }) => members.length > 0);
}

/** One family's members as rows of its comparison. */
export async function familyRows(members: readonly EntryOf<'mechanisms'>[]): Promise<FamilyMember[]> {
  return Promise.all(
    members.map(async (member) => {
      const { data } = member;
      return {
        link: toLink(member),
        standing: data.standing,
        holder: data.holder,
        madeOf: [...data.stages, ...data.parts].map(({ name }) => name),
        relatives: await Promise.all(data.relatives.map(async ({ id, why }) => ({ link: await entryLink(id), why }))),
        cites: data.statements[0]?.cites ?? [],
      };
    }),
  );
}
