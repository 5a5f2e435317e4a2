import { firstHeardOf } from '../../domain/policy/validity.ts';
import { timedEntries } from '../law-link-times.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports a basis that did not exist yet when the case or practice happened. */
export const basisTooLate: Rule = {
  id: 'basis-too-late',
  severity: 'error',
  docs: '案例和实践的 basis 不能是事后才有的文件。',
  *check(context) {
    for (const { entry, record, written, span, policyOf } of timedEntries(context)) {
      for (const [index, { id }] of record.data.basis.entries()) {
        const policy = id === undefined ? undefined : policyOf(id);
        const heard = policy && firstHeardOf(policy);
        if (!policy || !heard || !span.last || heard <= span.last) continue;
        const what = `依据 ${policy.data.id}《${policy.data.title}》最早见于 ${heard}，晚于本条的时间“${written}”`;
        yield atField(entry, ['basis', index, 'id'], `${what}。请核对两个时间；来源没有点名的，改写进 relatedPolicies。`);
      }
    }
  },
  examples: {
    ok: [
      { fields: { period: '2018年6月', basis: basisOn('ZC-0001') } },
      { fields: { period: '未载', basis: basisOn('ZC-0001') } },
      { fields: { period: '2016年以来', basis: basisOn('ZC-0001') } },
    ],
    notOk: [
      { fields: { period: '2017年', basis: basisOn('ZC-0001') } },
      { fields: { period: '2016—2018年4月', basis: basisOn('ZC-0001') } },
    ],
  },
};

/** What an example's source names as its basis. */
function basisOn(id: string) {
  return [{ id, text: '来源点名这份文件。', cites: ['S3-¶26#2'] }];
}
