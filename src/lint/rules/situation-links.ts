import { isOf } from '../../domain/entry/records.ts';
import { isRecord, textOf } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports made-up scenarios shown as what others did, and rows of the rule matrix that are not there. */
export const situationLinks: Rule = {
  id: 'situation-links',
  severity: 'error',
  docs: '情形的 elsewhere 只写真实的做法和案例，不写教学情景，一条只写一次；rules 只写有容错规则要素的政策；next 不写本条自己。',
  *check({ entries, known }) {
    for (const entry of entries) {
      if (!entry.record || !isOf(entry.record, 'situations')) continue;
      const { elsewhere, rules, next } = entry.record.data;
      for (const [index, link] of next.entries())
        if ('id' in link && link.id === entry.id)
          yield atField(entry, ['next', index, 'id'], `“${link.id}”就是本条自己，点了还在这一页。请写接着该看的那一条。`);
      for (const [index, { id }] of elsewhere.entries()) {
        if (elsewhere.findIndex((other) => other.id === id) < index)
          yield atField(entry, ['elsewhere', index, 'id'], `“${id}”前面已经写过一次。请把两处的话并成一句，或者换一条。`);
        if (known.byId.get(id)?.some(({ data }) => data['nature'] === '教学情景'))
          yield atField(
            entry,
            ['elsewhere', index, 'id'],
            `“${id}”是虚构的教学情景，不能当作别处的做法。请换成真实的案例，或者写到 next 里。`,
          );
      }
      for (const [index, id] of rules.entries()) {
        const policy = known.byId.get(id)?.[0];
        if (policy && !isRecord(policy.data['rule']))
          yield atField(
            entry,
            ['rules', index],
            `“${id} ${textOf(policy.data['title'])}”没有容错规则要素，规则对照里没有这一行。请换一条，或者去掉。`,
          );
      }
    }
  },
  examples: {
    ok: [
      { file: 'situations/first.mdx', fields: { elsewhere: [{ id: 'SJ-002', why: '公开澄清。' }] } },
      { file: 'situations/first.mdx', fields: { next: [{ id: 'RC-001', why: '课堂上可以用的虚构情景' }] } },
    ],
    notOk: [
      { file: 'situations/first.mdx', fields: { elsewhere: [{ id: 'RC-001', why: '看怎样取舍。' }] } },
      { file: 'situations/first.mdx', fields: { rules: ['ZC-0001'] } },
      { file: 'situations/first.mdx', fields: { next: [{ id: 'QX-001', why: '接着看这一条' }] } },
      { file: 'situations/first.mdx', fields: { elsewhere: ['公开澄清。', '公开澄清。'].map((why) => ({ id: 'SJ-002', why })) } },
    ],
  },
};
