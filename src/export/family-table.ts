/** A family of mechanisms as a table. */
import { citesText } from '../domain/cited-works.ts';
import type { NameIndex } from '../domain/cited-works.ts';
import { FAMILY_COLUMNS, familyMatrix } from '../domain/family-matrix.ts';
import type { Entry } from '../domain/records.ts';
import { toTable } from './table.ts';

/** One mechanism a row: number, title, the columns of its page, and where it stands. */
export function toFamilyTable(entries: readonly Entry[], family: string, index: NameIndex): string {
  const titles = new Map(entries.map(({ data }) => [data.id, data.title]));
  const rows = familyMatrix(entries, family).map(({ member, standing, holder, madeOf, relatives, cites }) => [
    member.data.id,
    member.data.title,
    standing,
    holder,
    madeOf.join('、') || '未载',
    relatives.map(({ id, why }) => `${titles.get(id) ?? id}：${why}`).join('；'),
    citesText(cites, index),
  ]);
  return toTable([['编号', ...FAMILY_COLUMNS, '出处'], ...rows]);
}
