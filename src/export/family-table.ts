/** A family of mechanisms as a table. */
import { FAMILY_COLUMNS, familyMatrix } from '../domain/family-matrix.ts';
import type { Entry } from '../domain/records.ts';
import { toTable } from './table.ts';

/** One mechanism a row: number, title, the columns of its page, and where it stands. */
export function toFamilyTable(entries: readonly Entry[], family: string): string {
  const titles = new Map(entries.map(({ data }) => [data.id, data.title]));
  const rows = familyMatrix(entries, family).map(({ member, standing, holder, madeOf, relatives, cites }) => [
    member.data.id,
    member.data.title,
    standing,
    holder,
    madeOf.join('、') || '未载',
    relatives.map(({ id, why }) => `${id} ${titles.get(id) ?? ''}：${why}`).join('；'),
    cites.join('、'),
  ]);
  return toTable([['编号', ...FAMILY_COLUMNS, '出处'], ...rows]);
}
