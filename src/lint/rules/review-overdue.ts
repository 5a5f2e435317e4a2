import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reminds of entries whose day of review has passed; it does not stop the build. */
export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'warning',
  docs: '过了复核日期的条目要重新核对，核对后更新 checked 和 reviewDue。',
  *check({ entries, today }) {
    for (const entry of entries) {
      const { reviewDue, status } = entry.data;
      if (typeof reviewDue !== 'string' || reviewDue >= today || status === '退出') continue;
      yield atField(entry, ['reviewDue'], `复核日期“${reviewDue}”已经过了。请重新核对这一条，然后更新 checked 和 reviewDue。`);
    }
  },
  examples: { ok: [{ fields: { reviewDue: '2026-11-22' } }], notOk: [{ fields: { reviewDue: '2026-11-21' } }] },
};
