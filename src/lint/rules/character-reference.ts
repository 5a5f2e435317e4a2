import { sourceMatches } from '../source-matches.ts';
import { isEntryFile } from '../../store/library.ts';
import type { Rule } from '../rule.ts';

/** Reports characters written as `&lt;` or `&#106;`: they hide from authors, and from other rules, what the page will show. */
export const characterReference: Rule = {
  id: 'character-reference',
  severity: 'error',
  isAlone: true,
  docs: '字符直接写，不写成“&lt;”“&#60;”之类的网页记号。',
  *check({ files }) {
    for (const file of files.filter(isEntryFile)) {
      yield* sourceMatches(
        file,
        /&(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][a-z\d]{1,31});/giu,
        ([text]) => `“${text}”是网页记号，不是文字。请直接写出它代表的那个字符；半角的“<”“>”请写成全角或改用文字。`,
      );
    }
  },
  examples: {
    ok: [{ fields: { transfer: ['研发（R&D）投入；其他。'] } }],
    notOk: [
      { body: '<EditorNote>\n&lt;b&gt;\n</EditorNote>' },
      { body: '<EditorNote>\n先看&#x202E;单位。\n</EditorNote>' },
      { fields: { transfer: ['甲&nbsp;乙'] } },
    ],
  },
};
