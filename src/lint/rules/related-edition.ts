import { relatedOf } from '../../domain/entry/law-links.ts';
import { forceOf } from '../../domain/policy/validity.ts';
import { timedEntries } from '../law-link-times.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Words by which a reason shows that its author saw the difference in time. */
const SEEN = /晚于|早于|当时|后来|之后|此后|现行|今天|旧版|新版|前身|修订|代替|尚未|还没有/u;

/** Reminds of related articles that were not in force in the time of the case or practice, unless the reason says so. */
export const relatedEdition: Rule = {
  id: 'related-edition',
  severity: 'warning',
  docs: '案例和实践的 relatedPolicies 用当时有效的版本；不是当时有效的，在 why 里写明先后。',
  *check(context) {
    for (const { entry, record, written, span, policyOf } of timedEntries(context)) {
      for (const [index, { id, why }] of relatedOf(record).entries()) {
        const policy = policyOf(id);
        if (!policy || SEEN.test(why)) continue;
        const { from, to } = forceOf(policy, context.known.policies);
        const isLater = from !== undefined && span.last !== undefined && from > span.last;
        const isOver = to !== undefined && to < span.first;
        if (!isLater && !isOver) continue;
        const when = isLater ? `自 ${from} 起施行，晚于` : `到 ${to} 为止，早于`;
        const what = `${policy.data.id}《${policy.data.title}》${when}本条的时间“${written}”`;
        yield atField(entry, ['relatedPolicies', index, 'why'], `${what}。请换成当时有效的版本，或者在 why 里写明先后。`);
      }
    }
  },
  examples: {
    ok: [
      { fields: { period: '2018年6月', relatedPolicies: related('ZC-0001', '讲的是同一件事。') } },
      { fields: { period: '2017年', relatedPolicies: related('ZC-0001', '晚于这次做法，可对照。') } },
    ],
    notOk: [
      { fields: { period: '2017年', relatedPolicies: related('ZC-0001', '讲的是同一件事。') } },
      {
        fields: {
          period: '2026年5月',
          checked: { date: '2026-11-22', against: '来源文献原文逐句' },
          relatedPolicies: related('ZC-0002', '讲的是同一件事。'),
        },
      },
    ],
  },
};

function related(id: string, why: string) {
  return [{ id, why }];
}
