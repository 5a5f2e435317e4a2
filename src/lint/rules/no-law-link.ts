import { hasLawLinks, hasNeither } from '../../domain/entry/law-links.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reminds of entries that say nothing of the law. */
export const noLawLink: Rule = {
  id: 'no-law-link',
  severity: 'warning',
  isAlone: true,
  docs: '举措、机制、实践和案例要写来源点名的依据（basis），或编者所列的相关条文（relatedPolicies）；查过没有的写“未找到”。',
  *check({ entries }) {
    for (const entry of entries) {
      const { record } = entry;
      if (!record || record.data.status === '退出' || !hasLawLinks(record) || !hasNeither(record.data)) continue;
      const message =
        '“依据（来源写明）”（basis）和“相关条文”（relatedPolicies）都没有写。请补上来源点名的依据或相关条文；查过确实没有，“相关条文”写“未找到”。';
      yield atField(entry, ['id'], message);
    }
  },
  examples: {
    ok: [
      { fields: { relatedPolicies: '未找到' } },
      { fields: { relatedPolicies: [{ id: 'ZC-0001', clause: 'part-4', why: '第四部分讲撑腰鼓劲。' }] } },
      { fields: { relatedPolicies: undefined, basis: [{ text: '来源提到一份内部办法。', cites: ['S3-¶26#2'] }] } },
    ],
    notOk: [{ fields: { relatedPolicies: undefined } }, { fields: { relatedPolicies: [] } }],
  },
};
