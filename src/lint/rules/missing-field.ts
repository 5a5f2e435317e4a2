import { fieldFindings } from '../field-findings.ts';
import type { Rule } from '../rule.ts';

/** Reports required fields that are not there; a figure's missing source has a rule of its own. */
export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  docs: '必填的字段都要写；没有的信息写“未载”“未公开”或“隐去”。',
  check: (context) => fieldFindings(context, 'missing-field', ({ path }) => !/^figures\.\d+\.cite$/u.test(path.join('.'))),
  examples: {
    ok: [{ fields: { conditions: '未载' } }],
    notOk: [{ fields: { summary: undefined } }, { fields: { conditions: undefined } }, { fields: { checked: { date: '2026-11-22' } } }],
  },
};
