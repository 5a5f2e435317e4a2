import type { Rule } from '../rule.ts';

/** Reports lists whose items are parted by a full-width comma or by 、: the reader of fields takes them for one item. */
export const wideComma: Rule = {
  id: 'wide-comma',
  severity: 'error',
  isAlone: true,
  docs: '列表里的各项用半角逗号加空格分开，或者每行一项；一项里要用“，”“、”就放进半角引号里。',
  *check({ files }) {
    for (const { path, yaml } of files) {
      for (const { text, at } of yaml?.joinedItems ?? [])
        yield {
          file: path,
          at,
          message: `“${text.slice(0, 40)}”里有“${/[，；、]/u.exec(text)?.[0] ?? '、'}”，会被当作一项。是几项就分开写：${separated(text)}；是一项就放进半角引号里。`,
        };
    }
  },
  examples: {
    ok: [{ replace: ['title: ', 'aliases: ["甲，乙", “丙，丁”原则]\ntitle: '] }, { fields: { transfer: ['甲，乙。'] } }],
    notOk: [
      { replace: ['title: ', 'aliases: [甲，乙]\ntitle: '] },
      { replace: ['title: ', 'aliases: [甲、乙]\ntitle: '] },
      { replace: ['title: ', 'aliases:\n  - 甲、乙\ntitle: '] },
    ],
  },
};

function separated(text: string): string {
  return `[${text
    .split(/[，；、]/u)
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(0, 4)
    .join(', ')}]`;
}
