import { sourceMatches } from '../source-matches.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/**
 * Characters that are not seen, or that every machine shows otherwise: they reorder text, break searching, and make two equal words
 * different. The space of Chinese typing stays.
 */
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{DI}\p{NChar}\u{fffc}\u{fffd}\u{2800}]--[\n\t]]|[\p{Zs}--[ \u{3000}]]/gv;

/** Reports invisible characters, which come with text pasted from web pages and office programs. */
export const controlCharacter: Rule = {
  id: 'control-character',
  severity: 'error',
  isAlone: true,
  docs: '文字里没有看不见的控制字符（零宽空格、方向控制符、乱码符号）。',
  *check({ files, entries }) {
    for (const file of files) {
      yield* sourceMatches(file, INVISIBLE, ([character]) => {
        const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
        return `这里有一个看不见的字符（U+${code}），多半是从网页或办公软件粘贴来的。请删去它，把前后的字重新打一遍。`;
      });
    }
    for (const entry of entries) {
      // Only what is written with a backslash stands in a field and not in the file.
      if (!entry.file.source.includes('\\')) continue;
      for (const { path, text } of entry.texts) {
        const hidden = text.search(INVISIBLE) >= 0 && entry.file.source.search(INVISIBLE) < 0;
        if (hidden) yield atField(entry, path, '这里用反斜杠写了看不见的字符。请删去反斜杠和它后面的记号，把文字直接打出来。');
      }
    }
  },
  examples: {
    ok: [{ fields: { title: '浙江：公开澄清　不实举报' } }],
    notOk: [
      { replace: ['澄清', '澄\u200b清'] },
      { body: '<EditorNote>\n先看\u202e单位。\n</EditorNote>' },
      { replace: ['title: 浙江：公开澄清不实举报', 'title: "甲\\u202E乙"'] },
    ],
  },
};
