import { fieldFindings } from '../field-findings.ts';
import type { Rule } from '../rule.ts';

/** Reports values outside a controlled list. */
export const unknownVocabulary: Rule = {
  id: 'unknown-vocabulary',
  severity: 'error',
  docs: '受控的字段只能取 vocab 文件夹里的值。',
  check: (context) => fieldFindings(context, 'unknown-vocabulary'),
  examples: {
    ok: [{ fields: { themes: ['容错纠错'] } }],
    notOk: [{ fields: { themes: ['容错纠措'] } }, { fields: { evidence: '听说' } }, { replace: ['unit: 起', 'unit: 启'] }],
  },
};
