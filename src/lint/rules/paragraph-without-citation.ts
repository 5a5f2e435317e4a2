import type { BodyBlock } from '../../markdown/read-body.ts';
import type { Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** From this many Han characters on, a block is taken to state a fact. */
export const LONG = 20;

/** Reports paragraphs, list items and table rows of the body that state something and do not say where it stands. */
export const paragraphWithoutCitation: Rule = {
  id: 'paragraph-without-citation',
  severity: 'error',
  isAlone: true,
  docs: '正文里每一段事实都有出处；编者的话放进 <EditorNote>，教学提示放进 <TeachingNote>。',
  *check({ entries }) {
    for (const entry of entries) {
      for (const block of entry.body.blocks) {
        if (!isUnsourcedFact(block, entry) || entry.isDraft) continue;
        const message = `“${block.text.trim().slice(0, 12)}……”这一段没有出处。事实请在末尾加 <Cite at="S3-¶26#2" />，写实际的出处；编者的看法请放进 <EditorNote>。`;
        yield { file: entry.file.path, at: block.at, message };
      }
    }
  },
  examples: {
    ok: [
      { body: '浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。<Cite at="S3-¶26#2" />' },
      { body: '<EditorNote>\n这是编者的一段提示，写得再长也不需要注明出处，因为它不是事实。\n</EditorNote>' },
      { body: '短句不算一段事实。' },
    ],
    notOk: [
      { body: '浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。' },
      { body: '<Term id="SY-001">\n浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。\n</Term>' },
      { body: '- 浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。' },
      { body: '| 地区 | 做法 |\n|---|---|\n| 浙江 | 公开通报澄清不实的信访举报，数字按件数和人数分别计算。 |' },
    ],
  },
};

/** Whether a block states a fact and does not say where it stands. Of a draft that is among what is still to be written. */
export function isUnsourcedFact(block: BodyBlock, entry: LintEntry): boolean {
  return !block.isLeadIn && hanCount(block.text) >= LONG && needsCitation(block, entry);
}

/** Whether a block speaks for the sources and names none; a teaching scenario has no source to name. */
export function needsCitation(block: BodyBlock, { data }: LintEntry): boolean {
  return !block.hasCitation && block.within === undefined && data['nature'] !== '教学情景';
}

/** How many Chinese characters a text has. */
export function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
