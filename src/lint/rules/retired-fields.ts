import { isRecord } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports retired entries that do not say why, and entries in use that carry a retirement. */
export const retiredFields: Rule = {
  id: 'retired-fields',
  severity: 'error',
  isAlone: true,
  docs: '状态是“退出”的条目写 retired（日期、原因、替代条目），其他条目不写。',
  *check({ entries }) {
    for (const entry of entries) {
      const isRetired = entry.data['status'] === '退出';
      const hasReason = entry.data['retired'] !== undefined;
      if (isRetired && !hasReason)
        yield atField(entry, ['status'], '状态是“退出”，却没有写 retired。请补上退出的日期 date、原因 reason，有替代条目的写 replacedBy。');
      if (isRecord(entry.data['retired']) && entry.id !== '' && entry.data['retired']['replacedBy'] === entry.id)
        yield atField(
          entry,
          ['retired', 'replacedBy'],
          `替代的条目写的是“${entry.id}”，就是本条自己。请写现在该看的那一条的编号；没有，就删去 replacedBy。`,
        );
      if (!isRetired && hasReason)
        yield atField(
          entry,
          ['retired'],
          `写了 retired，状态却是“${String(entry.data['status'])}”。要退出就把 status 改成“退出”，不退出就删去 retired。`,
        );
    }
  },
  examples: {
    ok: [{ fields: { status: '退出', retired: { date: '2026-11-22', reason: '并入另一条。', replacedBy: 'SJ-002' } } }],
    notOk: [
      { fields: { status: '退出', retired: { date: '2026-11-22', reason: '并入另一条。', replacedBy: 'SJ-001' } } },
      { fields: { status: '退出' } },
      { fields: { retired: { date: '2026-11-22', reason: '并入另一条。' } } },
    ],
  },
};
