import { recordsIn, textOf } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports clauses of one policy with the same anchor: every link would lead to the first. */
export const duplicateAnchor: Rule = {
  id: 'duplicate-anchor',
  severity: 'error',
  isAlone: true,
  docs: '一份政策里各条款的锚点（anchor）不重复。',
  *check({ entries }) {
    for (const entry of entries) {
      const seen = new Map<string, string>();
      for (const { index, item } of recordsIn(entry.data['clauses'])) {
        const anchor = textOf(item['anchor']);
        const first = seen.get(anchor);
        if (first !== undefined)
          yield atField(
            entry,
            ['clauses', index, 'anchor'],
            `锚点“${anchor}”已经给了“${first}”，指向它的链接只会到那一条。请给“${textOf(item['no'])}”换一个，如“${anchor}-2”。`,
          );
        if (anchor !== '' && first === undefined) seen.set(anchor, textOf(item['no']));
      }
    }
  },
  examples: {
    ok: [{ file: 'policies/opinion.mdx', fields: { clauses: [clause('第四部分', 'part-4'), clause('第五部分', 'part-5')] } }],
    notOk: [{ file: 'policies/opinion.mdx', fields: { clauses: [clause('第四部分', 'part-4'), clause('第五部分', 'part-4')] } }],
  },
};

function clause(no: string, anchor: string) {
  return { no, anchor, gist: '撑腰鼓劲。', cites: ['GK-0001'] };
}
