import { sourceMatches } from '../source-matches.ts';
import type { Rule } from '../rule.ts';

/** Every emoji has one of these; the pattern of whole emoji, signs joined and marked, takes a hundred times as long to say that there is none. */
const PART_OF_EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Presentation}\u20e3]/u;

/** Reports emoji: office desktops show them as boxes, and Word and the printer lose them. */
export const emoji: Rule = {
  id: 'emoji',
  severity: 'warning',
  isAlone: true,
  docs: '文字里不用表情符号：办公电脑上常显示成方框，打印和 Word 里会丢掉。',
  *check({ files }) {
    for (const file of files) {
      if (!PART_OF_EMOJI.test(file.source)) continue;
      yield* sourceMatches(
        file,
        /\p{RGI_Emoji}/gv,
        ([sign]) => `“${sign}”是表情符号，办公电脑上常显示成方框，打印和 Word 里会丢掉。请删去，要说的写成文字。`,
      );
    }
  },
  examples: {
    ok: [{ fields: { keywords: ['①', '★', '☎', '→', '√'] } }],
    notOk: [{ replace: ['公开澄清', '公开澄清👍'] }, { body: '<EditorNote>\n⚡先看单位。\n</EditorNote>' }],
  },
};
