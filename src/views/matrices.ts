/** The tables that are read side by side: fields by place, local rules, and their rows as pages show them. */
import { fieldMatrix } from '../domain/field-matrix.ts';
import { DEADLINES_COLUMN, RULE_COLUMNS, RULE_FACTS, ruleMatrix, SUCCESSION_COLUMN } from '../domain/rule-matrix.ts';
import { NO_FILTER } from '../domain/filter.ts';
import { writeFilterAddress } from '../domain/filter-address.ts';
import type { Entry } from '../domain/records.ts';
import { href } from '../site.ts';
import { toLink } from './links.ts';
import type { EntryLink } from './links.ts';
import type { Site } from '../domain/site-index.ts';

/** What a mark of the grid stands for: its sign, and the name by which readers know it. */
export const GRID_MARKS = {
  policies: { sign: '■', name: '规定' },
  practices: { sign: '●', name: '做法' },
  tolerance: { sign: '◆', name: '案例' },
} as const;

type MarkedCollection = keyof typeof GRID_MARKS;

/** Entries of one kind in a cell: each by itself while they are few, and else their number with the list that has them all. */
export interface GridMarks {
  collection: MarkedCollection;
  links: EntryLink[];
  all: string | undefined;
}

/** From so many on marks would fill a cell with a tower. */
const MANY = 5;

/** 领域 × 地区: one row a place, each cell its entries as marks. */
export function fieldTable({ entries, vocabulary, regions }: Site) {
  const fields = vocabulary['measure-fields'].items;
  const rows = fieldMatrix(entries, fields, regions).map(({ place, cells }) => ({
    place,
    cells: cells.map((cell) => marksOf(cell.entries, place.id, cell.field.id)),
  }));
  return { columns: ['地区', ...fields.map(({ name }) => name)], rows };
}

function marksOf(entries: readonly Entry[], region: string, theme: string): GridMarks[] {
  const kinds = Object.keys(GRID_MARKS) as MarkedCollection[];
  return kinds.flatMap((collection) => {
    const links = entries.filter((entry) => entry.collection === collection).map((entry) => toLink(entry));
    if (links.length === 0) return [];
    const address = writeFilterAddress({ ...NO_FILTER, chosen: { region: [region], theme: [theme] } });
    return [{ collection, links, all: links.length < MANY ? undefined : `${href(`/${collection}/`)}${address}` }];
  });
}

/** 地区 × 容错规则要素: one row a rule. */
export function ruleTable(site: Site) {
  const rows = ruleMatrix(site).map((row) => ({
    ...row,
    link: toLink(row.policy),
    succession: row.succession.map(({ how, policy }) => ({ how, link: toLink(policy) })),
  }));
  const columns = [
    { key: 'title', name: '地区与文件' },
    ...Object.entries(RULE_FACTS).map(([key, name]) => ({ key, name })),
    { key: 'succession', name: SUCCESSION_COLUMN },
    ...RULE_COLUMNS.map(([key, name]) => ({ key, name })),
    { key: 'stated', name: DEADLINES_COLUMN },
  ];
  const shown = new Set(rows.map(({ policy }) => policy.data.id));
  return {
    columns,
    states: [...new Set(rows.map(({ facts }) => facts.validity.split('，')[0] ?? ''))],
    rows: rows.map((row) => ({
      ...row,
      replacedBy: row.succession.find(({ how, link }) => how === '已被代替' && shown.has(link.id))?.link.id,
    })),
  };
}
