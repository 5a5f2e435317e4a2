import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports changes dated before the entry was published or after it was last updated. */
export const changeDates: Rule = {
  id: 'change-dates',
  severity: 'error',
  isAlone: true,
  docs: 'changes 里每一次修改的日期不早于 published，不晚于 updated。',
  *check({ entries }) {
    for (const entry of entries) {
      if (!entry.record) continue;
      const { published, updated, changes } = entry.record.data;
      for (const [index, { date }] of changes.entries()) {
        const at = ['changes', index, 'date'];
        if (date < published) yield atField(entry, at, `修改日期“${date}”早于首次发布的“${published}”。请改正其中一个。`);
        if (date > updated) yield atField(entry, at, `修改日期“${date}”晚于 updated“${updated}”。请把 updated 改成最后一次修改的日期。`);
      }
    }
  },
  examples: {
    ok: [
      {
        file: 'practices/second.mdx',
        fields: { published: '2026-11-20', updated: '2026-11-22', changes: [{ date: '2026-11-22', what: '补上文号。' }] },
      },
    ],
    notOk: [
      {
        file: 'practices/second.mdx',
        fields: { published: '2026-11-20', updated: '2026-11-22', changes: [{ date: '2026-11-19', what: '补上文号。' }] },
      },
      {
        file: 'practices/second.mdx',
        fields: { published: '2026-11-20', updated: '2026-11-21', changes: [{ date: '2026-11-22', what: '补上文号。' }] },
      },
    ],
  },
};
