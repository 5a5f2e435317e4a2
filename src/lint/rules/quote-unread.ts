import { isOf } from '../../domain/entry/records.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports words quoted from an article that nobody read word for word. */
export const quoteUnread: Rule = {
  id: 'quote-unread',
  severity: 'error',
  isAlone: true,
  docs: '条款只有逐字读过才能引原词（quote）；见于引文和条文未见的不引。',
  *check({ entries }) {
    for (const entry of entries) {
      if (!entry.record || !isOf(entry.record, 'policies')) continue;
      for (const [index, { no, read, quote }] of entry.record.data.clauses.entries()) {
        if (!quote || read === '逐字读过') continue;
        const message = `${no}引了原词，read 却是“${read}”。逐字读过的，把 read 改成“逐字读过”；没有读过的，删去 quote。`;
        yield atField(entry, ['clauses', index, 'quote'], message);
      }
    }
  },
  examples: {
    ok: [
      { file: 'policies/opinion.mdx', fields: { clauses: [clause({ read: '逐字读过', quote: quoted() })] } },
      { file: 'policies/opinion.mdx', fields: { clauses: [clause({ read: '条文未见' })] } },
    ],
    notOk: [
      { file: 'policies/opinion.mdx', fields: { clauses: [clause({ read: '条文未见', quote: quoted() })] } },
      { file: 'policies/opinion.mdx', fields: { clauses: [clause({ quote: quoted() })] } },
    ],
  },
};

function clause(fields: Record<string, unknown>) {
  return { no: '第四部分', anchor: 'part-4', gist: '撑腰鼓劲。', cites: ['GK-0001'], ...fields };
}

function quoted() {
  return { words: '可以从轻或者减轻处理', edition: '2018年印发', readAt: '公开法规文本（转录）', day: '2026-11-22' };
}
