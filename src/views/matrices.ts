/** The tables that are read side by side: fields by place, local rules, and their rows as pages show them. */
import { fieldMatrix } from '../domain/field-matrix.ts';
import { DEADLINES_COLUMN, RULE_COLUMNS, RULE_FACTS, ruleMatrix, SUCCESSION_COLUMN } from '../domain/rule-matrix.ts';
import { toLink } from './links.ts';
import type { Site } from '../domain/site-index.ts';

/** 领域 × 地区: one row a place, each cell its entries as links. */
export function fieldTable({ entries, vocabulary, regions }: Site) {
  const fields = vocabulary['measure-fields'].items;
  const rows = fieldMatrix(entries, fields, regions).map(({ place, cells }) => ({
    place,
    cells: cells.map((cell) => cell.entries.map((entry) => toLink(entry))),
  }));
  return { columns: ['地区', ...fields.map(({ name }) => name)], rows };
}

/** 地区 × 容错规则要素: one row a rule. */
export function ruleTable(site: Site) {
  const rows = ruleMatrix(site).map((row) => ({
    ...row,
    link: toLink(row.policy),
    succession: row.succession.map(({ how, policy }) => ({ how, link: toLink(policy) })),
  }));
  const elements = RULE_COLUMNS.map(([, name]) => name);
  return { columns: ['地区与文件', ...Object.values(RULE_FACTS), SUCCESSION_COLUMN, ...elements, DEADLINES_COLUMN], rows };
}
