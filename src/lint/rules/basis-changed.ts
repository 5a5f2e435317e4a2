import { citationsOf } from '../../domain/entry/citations.ts';
import { changedBasisOf } from '../../domain/policy/validity.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Lists what rests on a policy that has changed, until an editor has looked at it; it does not stop the build. */
export const basisChanged: Rule = {
  id: 'basis-changed',
  severity: 'warning',
  docs: '所依据的文件被代替、修改或失效以后，条目要重新核对，核对后更新 checked。',
  *check({ entries, known, today }) {
    for (const entry of entries) {
      if (!entry.record || entry.isDraft) continue;
      for (const { policy, validity, isReviewed } of changedBasisOf(entry.record, citationsOf(entry.record), {
        asOf: today,
        policies: known.policies,
      })) {
        if (isReviewed) continue;
        const by = validity.by ? `，见 ${validity.by.data.id}《${validity.by.data.title}》` : '';
        const what = `所依据的 ${policy.data.id}《${policy.data.title}》自 ${validity.since ?? '日期未载'} 起${validity.state}${by}`;
        yield atField(entry, ['checked', 'date'], `${what}。请看这一条是否要改，看过以后更新 checked。`);
      }
    }
  },
  examples: {
    ok: [
      { fields: { basis: basisOn('ZC-0002') } },
      { fields: { basis: basisOn('ZC-0001'), checked: { date: '2025-01-01', against: '来源文献原文逐句' } } },
    ],
    notOk: [
      { fields: { basis: basisOn('ZC-0002'), checked: { date: '2025-01-01', against: '来源文献原文逐句' } } },
      {
        fields: { checked: { date: '2025-01-01', against: '来源文献原文逐句' } },
        body: '<EditorNote>\n旧规定见<Cite at="ZC-0002" />。\n</EditorNote>',
      },
    ],
  },
};

/** What an example's source names as its basis. */
function basisOn(id: string) {
  return [{ id, text: '来源点名这份文件。', cites: ['S3-¶26#2'] }];
}
