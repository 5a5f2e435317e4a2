/** Families of mechanisms side by side: what each member is, how far it has come, what it is made of, what it is not to be taken for. */
import { isOf } from '../entry/records.ts';
import type { Entry, EntryOf } from '../entry/records.ts';

/** The columns of a family's comparison. */
export const FAMILY_COLUMNS = ['机制', '建立程度', '谁建立、谁运行', '由什么构成', '和谁不同'] as const;

export interface FamilyRow {
  member: EntryOf<'mechanisms'>;
  standing: string;
  holder: string;
  /** Names of its stages and parts. */
  madeOf: string[];
  /** Near-namesakes by number, within the family and outside it, with the difference in words. */
  relatives: { id: string; why: string }[];
  /** Where the first statement of it stands. */
  cites: string[];
}

/** The members of a family by its id that are not retired, in number order; empty when nobody belongs to it. */
export function familyMatrix(entries: readonly Entry[], family: string): FamilyRow[] {
  return entries
    .filter((entry) => isOf(entry, 'mechanisms'))
    .filter(({ data }) => data.family === family && !data.retired)
    .map((member) => ({
      member,
      standing: member.data.standing,
      holder: member.data.holder,
      madeOf: [...member.data.stages, ...member.data.parts].map(({ name }) => name),
      relatives: member.data.relatives,
      cites: member.data.statements[0]?.cites ?? [],
    }));
}
