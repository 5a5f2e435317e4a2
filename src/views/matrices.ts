/** The tables that are read side by side: fields by place, local rules, and their rows as pages show them. */
import { fieldMatrix } from '../domain/list/field-matrix.ts';
import { DEADLINES_COLUMN, RULE_COLUMNS, RULE_FACTS, ruleMatrix, SUCCESSION_COLUMN } from '../domain/policy/rule-matrix.ts';
import { NO_FILTER } from '../domain/list/filter.ts';
import { writeFilterAddress } from '../domain/list/filter-address.ts';
import { cutByWeight, RULE_CHARACTERS_A_PAGE } from '../domain/list/paging.ts';
import type { RuleFacts } from '../domain/policy/rule-matrix.ts';
import type { Entry } from '../domain/entry/records.ts';
import type { CellPiece, RowData } from '../domain/list/table-rows.ts';
import { href } from '../site.ts';
import { linksTo } from './figures.ts';
import { toLink } from './links.ts';
import type { EntryLink } from './links.ts';
import type { Site } from '../domain/site/site-index.ts';
import type { Region } from '../schema/vocabulary.ts';

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

/** From so many on marks would fill a cell with a tower, and nobody could tell which of them leads where. */
const MANY = 3;

/** So many marks stand on a page of the grid. */
const MOST_MARKS = 400;

/** The pages of 领域 × 地区; each has the columns. */
export function fieldPages(site: Site) {
  const { columns, rows } = fieldTable(site);
  const marksIn = ({ cells }: (typeof rows)[number]) =>
    cells.flat().reduce((sum, { all, links }) => sum + (all === undefined ? links.length : 1), 0);
  return cutByWeight(rows, marksIn, MOST_MARKS).map((part) => ({ columns, part }));
}

/** 领域 × 地区: one row a place, each cell its entries as marks. */
function fieldTable({ entries, vocabulary, regions }: Site) {
  const fields = vocabulary['measure-fields'].items;
  const rows = fieldMatrix(entries, fields, regions).map(({ place, cells }) => ({
    place,
    cells: cells.map((cell) => marksOf(cell.entries, place, cell.field.id)),
  }));
  return { columns: ['地区', ...fields.map(({ name }) => name)], rows };
}

function marksOf(entries: readonly Entry[], place: Region, theme: string): GridMarks[] {
  const kinds = Object.keys(GRID_MARKS) as MarkedCollection[];
  return kinds.flatMap((collection) => {
    const links = entries
      .filter((entry) => entry.collection === collection)
      .map((entry) => toLink(entry))
      .map((link) => ({ ...link, title: titleInRow(link.title, place) }));
    if (links.length === 0) return [];
    const address = writeFilterAddress({ ...NO_FILTER, chosen: { region: [place.id], theme: [theme] } });
    return [{ collection, links, all: links.length < MANY ? undefined : `${href(`/${collection}/`)}${address}` }];
  });
}

/** Of a longer title a mark says the first part: what it is, not what became of it. */
const LONG = 24;

/**
 * A title in the row of its place, which says the place already: 建德：…… for 浙江建德：……; nothing is taken off 浙江省……条例 or 浙江、江苏：……. A mark has
 * room for a line, without what stands in brackets.
 */
export function titleInRow(title: string, { short }: Region): string {
  const rest = title.startsWith(short) ? title.slice(short.length) : '';
  const own = rest === '' || /^[省市区县、和与等]/u.test(rest) ? title : rest.replace(/^：/u, '');
  const plain = own.replaceAll(/（[^（）]*）/gu, '');
  return plain.length > LONG ? plain.replace(/，.*/su, '') : plain;
}

/** A mark of a source takes as much room as so many characters. */
const CITE = 10;

/** The pages of 地区 × 容错规则要素; each has the columns and what readers may choose of the whole table. */
export function rulePages(site: Site) {
  const { columns, states, rows } = ruleTable(site);
  const withoutRule = provincesWithout(site, rows);
  const weightOf = ({ cells, deadlines, link }: (typeof rows)[number]) =>
    link.title.length +
    [...cells.map(({ finding }) => finding), ...deadlines].reduce(
      (sum, told) => sum + (typeof told === 'string' ? 0 : told.text.length + told.cites.length * CITE),
      0,
    );
  return cutByWeight(rows, weightOf, RULE_CHARACTERS_A_PAGE).map((part) => ({ columns, states, withoutRule, part }));
}

/** The provinces of which no rule was seen. */
function provincesWithout({ regions }: Site, rows: readonly { province: string }[]): string[] {
  const names = regions.items.filter(({ kind }) => kind === '省级' || kind === '兵团').map(({ name }) => name);
  return names.filter((name) => rows.every(({ province }) => province !== name));
}

/** Every rule as a row of data, in the order of the pages. */
export function ruleRowData(site: Site): RowData[] {
  const { rows } = ruleTable(site);
  const told = (text: string, cites: readonly string[]): CellPiece[] => [text, { cites: linksTo(site, cites) }];
  return rows.map((row) => ({
    key: row.link.id,
    facts: {
      province: row.province,
      deciders: row.deciders.join('、'),
      validity: row.facts.validity,
      ...(row.replacedBy !== undefined && { replacedBy: row.replacedBy }),
      ...(row.days !== undefined && { days: String(row.days) }),
    },
    cells: [
      [[row.place], [{ text: row.link.title, href: row.link.href }]],
      ...(Object.keys(RULE_FACTS) as (keyof RuleFacts)[]).map((fact) => [[row.facts[fact]]]),
      row.succession.map(({ how, link }) => [`${how} `, { text: link.title, href: link.href }]),
      ...row.cells.map(({ finding }) => (typeof finding === 'string' ? [] : [told(finding.text, finding.cites)])),
      row.deadlines.map(({ text, cites }) => told(text, cites)),
    ],
  }));
}

/** 地区 × 容错规则要素: one row a rule. */
function ruleTable(site: Site) {
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
