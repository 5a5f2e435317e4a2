import { fieldFindings } from '../field-findings.ts';
import type { Rule } from '../rule.ts';

/** Reports values that do not fit their field. */
export const invalidField: Rule = {
  id: 'invalid-field',
  severity: 'error',
  docs: '字段的内容要合乎该字段的写法。',
  check: (context) => fieldFindings(context, 'invalid-field'),
  examples: {
    ok: [{ fields: { summary: '某市组织系统公开澄清不实举报。' } }],
    notOk: [
      { fields: { summary: '长'.repeat(121) } },
      { fields: { status: '发部' } },
      { fields: { keywords: '澄清正名' } },
      { fields: { actor: 2021 } },
      { fields: { title: '' } },
      { fields: { problems: ['CS-001'] } },
      { fields: { conditions: '干部支持' } },
      { fields: { actions: [{ text: '只有一句话。', cites: [] }] } },
      { fields: { figures: [{ value: '3.5万', unit: '人次', what: '培训', whose: '全市', period: '未载', cite: 'S3-¶26#2' }] } },
    ],
  },
};
