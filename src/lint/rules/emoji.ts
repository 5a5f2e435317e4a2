import { sourceMatches } from '../source-matches.ts';
import type { Rule } from '../rule.ts';

/** What may begin one is asked first: looking for sequences at every character took most of a check. */
const EMOJI = /(?=[\p{Emoji}--[0-9#*]]|[0-9#*]\u{fe0f})\p{RGI_Emoji}/gv;

/** Reports emoji: office desktops show them as boxes, and Word and the printer lose them. */
export const emoji: Rule = {
  id: 'emoji',
  severity: 'warning',
  isAlone: true,
  docs: '文字里不用表情符号：办公电脑上常显示成方框，打印和 Word 里会丢掉。',
  *check({ files }) {
    for (const file of files)
      yield* sourceMatches(
        file,
        EMOJI,
        ([sign]) => `“${sign}”是表情符号，办公电脑上常显示成方框，打印和 Word 里会丢掉。请删去，要说的写成文字。`,
      );
  },
  examples: {
    ok: [{ fields: { keywords: ['①', '★', '☎', '→', '√', '❤', '3#', '*'] } }],
    notOk: [
      { replace: ['公开澄清', '公开澄清👍'] },
      { replace: ['公开澄清', '公开澄清🇨🇳'] },
      { body: '<EditorNote>\n⚡先看单位。\n</EditorNote>' },
    ],
  },
};
