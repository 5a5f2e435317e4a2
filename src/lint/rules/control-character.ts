import { sourceMatches } from '../source-matches.ts';
import type { Rule } from '../rule.ts';

/** Characters that are not seen: they reorder text, break searching, and make two equal words different. */
const INVISIBLE = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]/gu;

/** Reports invisible characters, which come with text pasted from web pages and office programs. */
export const controlCharacter: Rule = {
  id: 'control-character',
  severity: 'error',
  docs: '文字里没有看不见的控制字符（零宽空格、方向控制符、乱码符号）。',
  *check({ files }) {
    for (const file of files) {
      yield* sourceMatches(file, INVISIBLE, ([character]) => {
        const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
        return `这里有一个看不见的字符（U+${code}），多半是从网页或办公软件粘贴来的。请删去它，把前后的字重新打一遍。`;
      });
    }
  },
  examples: {
    ok: [{ fields: { title: '浙江：公开澄清　不实举报' } }],
    notOk: [{ replace: ['澄清', '澄\u200b清'] }, { body: '<EditorNote>\n先看\u202e单位。\n</EditorNote>' }],
  },
};
