import type { Rule } from '../rule.ts';

/** Reports lists whose items are parted by a full-width comma: the reader of fields takes them for one item. */
export const wideComma: Rule = {
  id: 'wide-comma',
  severity: 'error',
  docs: '方括号里的各项用半角逗号加空格分开。',
  *check({ files }) {
    for (const { path, yaml } of files) {
      for (const { text, at } of yaml?.joinedItems ?? [])
        yield {
          file: path,
          at,
          message: `“${text.slice(0, 40)}”里有全角的逗号或分号，会被当作一项。是几项就用半角逗号加空格分开；是一项就放进引号里。`,
        };
    }
  },
  examples: {
    ok: [{ replace: ['title: ', 'aliases: ["甲，乙", “丙，丁”原则]\ntitle: '] }, { fields: { transfer: ['甲，乙。'] } }],
    notOk: [{ replace: ['title: ', 'aliases: [甲，乙]\ntitle: '] }],
  },
};
