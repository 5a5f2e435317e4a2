import { entryPath } from '../../domain/entry/records.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reminds of entries that have been out for a day and are not in the ledger; it does not stop the build. */
export const unregisteredEntry: Rule = {
  id: 'unregistered-entry',
  severity: 'warning',
  docs: '新条目对外发布以前运行 npm run register，登记编号和网址。',
  *check({ entries, known, today }) {
    if (!known.ledger) return;
    const registered = new Set(known.ledger.data.entries.flatMap(({ id, at }) => [id, at]));
    for (const entry of entries) {
      if (
        !entry.record ||
        entry.isDraft ||
        entry.data['access'] === '内部' ||
        registered.has(entry.id) ||
        registered.has(entryPath(entry.record)) ||
        entry.record.data.published >= today
      )
        continue;
      yield atField(entry, ['id'], `“${entry.id}”的编号和网址还没有登记。对外发布以前请运行 npm run register，并提交 ledger.yaml。`);
    }
  },
  examples: {
    ok: [{ file: 'practices/second.mdx', fields: { aliases: ['另一处'] } }],
    notOk: [{ fields: { published: '2026-11-20' } }],
  },
};
