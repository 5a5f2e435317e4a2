import { fieldFindings } from '../field-findings.ts';
import type { Rule } from '../rule.ts';

/** Reports values that do not fit their field. */
export const invalidField: Rule = {
  id: 'invalid-field',
  severity: 'error',
  docs: '字段的内容要合乎该字段的写法。',
  check: (context) => fieldFindings(context, 'invalid-field'),
  examples: {
    ok: [
      { fields: { summary: '某市组织系统公开澄清不实举报。' } },
      { file: 'policies/opinion.mdx', fields: { deadlines: [{ of: '作出认定', value: 3, unit: '月', from: '未载', cites: ['GK-0001'] }] } },
      { file: 'policies/opinion.mdx', fields: { clauses: [quotedClause('长'.repeat(40))] } },
    ],
    notOk: [
      { fields: { summary: '长'.repeat(121) } },
      { fields: { status: '发部' } },
      { fields: { keywords: '澄清正名' } },
      { fields: { actor: 2021 } },
      { fields: { title: '' } },
      { fields: { problems: ['CS-001'] } },
      { fields: { conditions: '干部支持' } },
      { fields: { actions: [{ text: '只有一句话。', cites: [] }] } },
      { file: 'policies/opinion.mdx', fields: { deadlines: [{ of: '作出认定', value: 0, unit: '月', from: '未载', cites: ['GK-0001'] }] } },
      { file: 'policies/opinion.mdx', fields: { clauses: [quotedClause('长'.repeat(41))] } },
      { file: 'policies/opinion.mdx', fields: { clauses: [quotedClause('“可以从轻或者减轻处理”')] } },
      { file: 'policies/opinion.mdx', fields: { issuerKind: '县委' } },
      { fields: { relatedPolicies: '没找到' } },
      { fields: { figures: [{ value: '3.5万', unit: '人次', what: '培训', whose: '全市', period: '未载', cite: 'S3-¶26#2' }] } },
    ],
  },
};

/** An article that quotes these words. */
function quotedClause(words: string) {
  const quote = { words, edition: '2018年印发', readAt: '公开法规文本（转录）', day: '2026-11-22' };
  return { no: '第四部分', anchor: 'part-4', gist: '撑腰鼓劲。', cites: ['GK-0001'], read: '逐字读过', quote };
}
