/** All figures as a table. */
import { citesText, workIndex } from '../domain/reference/cited-works.ts';
import { formatFigure } from '../domain/entry/figures.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { TableFile } from '../domain/list/table-file.ts';
import { listFigures } from '../domain/entry/figure-list.ts';
import { settings } from '../site.ts';
import { worksOf } from './table-works.ts';

const FOR_SHEET = new Set<string>(['value', 'unit', 'place']);

/** One figure a row: as it is written, as a number where it is one, of what, whose, when, in which scope, where it stands. */
export function figureTableFile(site: Site): TableFile {
  const index = workIndex(site, settings.name);
  const rows = listFigures(site.entries).map(({ figure, entry }, at) => ({
    key: String(at),
    cells: [
      formatFigure(figure),
      typeof figure.value === 'number' ? figure.value : '',
      figure.unit,
      figure.what,
      figure.whose,
      figure.period,
      figure.scope ?? '',
      { text: `${entry.data.id} ${entry.data.title}`, link: `/id/${entry.data.id}/` },
      citesText([figure.cite], index),
      figure.cite,
    ],
    cites: [figure.cite],
  }));
  const columns = [
    ['written', '数字', 9],
    ['value', '数值', 8],
    ['unit', '单位', 6],
    ['what', '数的是什么', 22],
    ['whose', '谁的', 16],
    ['period', '时间', 14],
    ['scope', '口径', 16],
    ['entry', '条目', 36],
    ['cite', '出处', 22],
    ['place', '出处编号', 10],
  ] as const;
  return {
    title: '数字一览',
    note: '不同地区、年份和口径的数字不能相加、排名或比较；约数、“以上”“不低于”照第一栏的写法，第二栏只为排序。',
    columns: columns.map(([key, heading, width]) => ({ key, heading, width, ...(FOR_SHEET.has(key) && { isForSheet: true }) })),
    rows,
    works: worksOf(rows, site),
  };
}
