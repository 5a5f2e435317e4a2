import { fieldFindings } from '../field-findings.ts';
import type { Rule } from '../rule.ts';

/** Reports fields that the collection does not have. */
export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'error',
  docs: '只写该类条目有的字段。',
  check: (context) => fieldFindings(context, 'unknown-field'),
  examples: {
    ok: [{ fields: { aliases: ['浙江澄清正名'] } }],
    notOk: [{ fields: { tilte: '多出来的字段' } }, { fields: { checked: { date: '2026-11-22', against: '原文', by: '张三' } } }],
  },
};
