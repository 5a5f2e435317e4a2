/** The matrix of local rules as a table. */
import { citedText } from '../domain/cited-text.ts';
import { citesText, workIndex } from '../domain/cited-works.ts';
import { DEADLINES_COLUMN, RULE_COLUMNS, RULE_FACTS, ruleMatrix, SUCCESSION_COLUMN } from '../domain/rule-matrix.ts';
import type { RuleFacts } from '../domain/rule-matrix.ts';
import { entryPath } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { settings } from '../site.ts';
import { toTable } from './table.ts';

const FACTS = Object.entries(RULE_FACTS) as [keyof RuleFacts, string][];

/** One rule a row: number, place, title, what it is, each element with its citations in brackets, its deadlines, its page. */
export function toRuleTable(site: Site): string {
  const index = workIndex(site, settings.name);
  const named = ({ text, cites }: { text: string; cites: string[] }) =>
    citedText({ text, cites: [citesText(cites, index)].filter(Boolean) });
  const rows = ruleMatrix(site).map((row) => [
    row.policy.data.id,
    row.place,
    row.policy.data.title,
    ...FACTS.map(([fact]) => row.facts[fact]),
    row.succession.map(({ how, policy }) => `${how} ${policy.data.title}`).join('\n'),
    ...row.cells.map(({ finding }) => (typeof finding === 'string' ? '' : named(finding))),
    row.deadlines.map(named).join('\n'),
    entryPath(row.policy),
  ]);
  const facts = FACTS.map(([, name]) => name);
  const elements = RULE_COLUMNS.map(([, name]) => name);
  return toTable([['编号', '地区', '文件', ...facts, SUCCESSION_COLUMN, ...elements, DEADLINES_COLUMN, '网址'], ...rows]);
}
