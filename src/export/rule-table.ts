/** The matrix of local rules as a table. */
import { DEADLINES_COLUMN, RULE_COLUMNS, RULE_FACTS, ruleMatrix, SUCCESSION_COLUMN } from '../domain/rule-matrix.ts';
import type { RuleFacts } from '../domain/rule-matrix.ts';
import { contentDay, entryPath } from '../domain/records.ts';
import type { Entry } from '../domain/records.ts';
import type { VocabularyData } from '../schema/vocabulary.ts';
import { toTable } from './table.ts';

const FACTS = Object.entries(RULE_FACTS) as [keyof RuleFacts, string][];

/** One rule a row: number, place, title, what it is, each element with its citations in brackets, its deadlines, its page. */
export function toRuleTable(entries: readonly Entry[], vocabulary: VocabularyData): string {
  const rows = ruleMatrix(entries, vocabulary.regions.items, contentDay(entries)).map((row) => [
    row.policy.data.id,
    row.place,
    row.policy.data.title,
    ...FACTS.map(([fact]) => row.facts[fact]),
    row.succession.map(({ how, policy }) => `${how} ${policy.data.id} ${policy.data.title}`).join('\n'),
    ...row.cells.map(({ finding }) => (typeof finding === 'string' ? '' : cited(finding))),
    row.deadlines.map(cited).join('\n'),
    entryPath(row.policy),
  ]);
  const facts = FACTS.map(([, name]) => name);
  const elements = RULE_COLUMNS.map(([, name]) => name);
  return toTable([['编号', '地区', '文件', ...facts, SUCCESSION_COLUMN, ...elements, DEADLINES_COLUMN, '网址'], ...rows]);
}

function cited({ text, cites }: { text: string; cites: readonly string[] }): string {
  return `${text}［${cites.join('、')}］`;
}
