/** The matrix of local rules as a table. */
import { RULE_COLUMNS, ruleMatrix } from '../domain/rule-matrix.ts';
import type { Site } from '../domain/site-index.ts';
import { citedText } from '../domain/cited-text.ts';
import { toTable } from './table.ts';

/** One rule a row: number, place, title, then each element with its citations in brackets. */
export function toRuleTable({ entries, regions }: Site): string {
  const rows = ruleMatrix(entries, regions).map(({ policy, place, cells }) => [
    policy.data.id,
    place,
    policy.data.title,
    ...cells.map(({ finding }) => (typeof finding === 'string' ? '' : citedText(finding))),
  ]);
  return toTable([['编号', '地区', '文件', ...RULE_COLUMNS.map(([, name]) => name)], ...rows]);
}
