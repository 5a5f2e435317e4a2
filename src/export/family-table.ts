/** A family of mechanisms as a table. */
import { citesText, workIndex } from '../domain/reference/cited-works.ts';
import { FAMILY_COLUMNS, familyMatrix } from '../domain/list/family-matrix.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { TableFile, TableRow } from '../domain/list/table-file.ts';
import { settings } from '../site.ts';
import { worksOf } from './table-works.ts';

/** One mechanism a row: number, title, the columns of its page, and where it stands. */
export function familyTableFile(site: Site, family: { id: string; name: string; note: string }): TableFile {
  const index = workIndex(site, settings.name);
  const titles = new Map(site.entries.map(({ data }) => [data.id, data.title]));
  const rows = familyMatrix(site.entries, family.id).map(({ member, standing, holder, madeOf, relatives, cites }): TableRow => ({
    key: member.data.id,
    cells: [
      { text: member.data.id, link: `/id/${member.data.id}/` },
      member.data.title,
      standing,
      holder,
      madeOf.join('、') || '未载',
      relatives.map(({ id, why }) => `${titles.get(id) ?? id}：${why}`).join('\n'),
      citesText(cites, index),
    ],
    cites: [...cites],
  }));
  const keys = ['title', 'standing', 'holder', 'parts', 'relatives'];
  const widths = [14, 7, 14, 20, 60];
  return {
    title: `${family.name}机制比较`,
    note: `${family.note}名称相近，主体和内容各不相同；来源没有写的写“未载”。`,
    columns: [
      { key: 'number', heading: '编号', width: 8 },
      ...FAMILY_COLUMNS.map((heading, at) => ({ key: keys[at] ?? heading, heading, width: widths[at] ?? 20 })),
      { key: 'cites', heading: '出处', width: 10 },
    ],
    rows,
    works: worksOf(rows, site),
  };
}
