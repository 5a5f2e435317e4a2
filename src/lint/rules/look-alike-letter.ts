import { sourceMatches } from '../source-matches.ts';
import type { Rule } from '../rule.ts';

/**
 * Letters and digits that no text of this site needs and that look like others: Cyrillic, Greek, kana, full-width and mathematical letters,
 * and the radicals that text copied from PDF files has in place of characters. Latin letters with tone marks are pinyin.
 */
const FOREIGN =
  /[Ａ-Ｚａ-ｚ０-９]+|[[\p{L}\p{Nd}]--\p{Script=Han}--\p{Script=Latin}--[0-9]]|[\u{2e80}-\u{2fdf}\u{f900}-\u{faff}\u{2f800}-\u{2fa1f}]|[ıȷɑɡꞌ]/gv;

/** Reports characters that look like the right ones and are others: searching does not find them, and numbers do not match. */
export const lookAlikeLetter: Rule = {
  id: 'look-alike-letter',
  severity: 'error',
  isAlone: true,
  docs: '字母和数字用半角的英文字母和阿拉伯数字，汉字用通用的字，不用形似的外文字母、全角字符和部首。',
  *check({ files }) {
    for (const file of files) {
      yield* sourceMatches(file, FOREIGN, ([character]) => {
        if (/^[Ａ-Ｚａ-ｚ０-９]/u.test(character))
          return `“${character}”是全角的，数字和英文字母用半角：请改成“${character.normalize('NFKC')}”。`;
        const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
        const plain = character.normalize('NFKC');
        const meant = plain === character ? '' : `，同“${plain}”形似而不是一个字`;
        return `“${character}”（U+${code}）是外文、全角或部首字符${meant}。请用输入法重新打一遍：数字和英文字母用半角，汉字用通用的字。`;
      });
    }
  },
  examples: {
    ok: [{ fields: { aliases: ['①②', 'dāndāng', 'RC-001', '〇'] } }],
    notOk: [
      { fields: { transfer: ['见 ＳＪ 一类。'] } },
      { fields: { transfer: ['共 ２００ 起。'] } },
      { fields: { transfer: ['А 级（西里尔字母）。'] } },
      { fields: { transfer: ['⼀次。'] } },
      { fields: { transfer: ['ロ头提醒。'] } },
    ],
  },
};
