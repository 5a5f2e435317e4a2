/** The matrix of local rules as a table. */
import { citedText } from '../domain/cited-text.ts';
import { RULE_COLUMNS, ruleMatrix } from '../domain/rule-matrix.ts';
import type { Entry } from '../domain/records.ts';
import type { VocabularyData } from '../schema/vocabulary.ts';
import { toTable } from './table.ts';

/** One rule a row: number, place, title, then each element with its citations in brackets. */
export function toRuleTable(entries: readonly Entry[], vocabulary: VocabularyData): string {
  const rows = ruleMatrix(entries, vocabulary.regions.items).map(({ policy, place, cells }) => [
    policy.data.id,
    place,
    policy.data.title,
    ...cells.map(({ finding }) => (typeof finding === 'string' ? '' : citedText(finding))),
  ]);
  return toTable([['编号', '地区', '文件', ...RULE_COLUMNS.map(([, name]) => name)], ...rows]);
}
