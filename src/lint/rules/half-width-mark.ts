import { lastName } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reminds of half-width commas, brackets and the like in Chinese text. What quotes a document's headings keeps the document's marks. */
export const halfWidthMark: Rule = {
  id: 'half-width-mark',
  severity: 'warning',
  isAlone: true,
  docs: '汉字之间的逗号、分号、冒号、问号、叹号和括号用全角；照录来源标题的除外。',
  *check({ entries, pages, notes }) {
    for (const entry of entries) {
      if (entry.collection === 'sources') continue;
      for (const { path, text } of entry.texts) {
        const found = ASIS.has(lastName(path)) ? undefined : MARK.exec(text);
        if (found) yield atField(entry, path, explain(found));
      }
    }
    for (const { file, body } of [...entries.filter(({ collection }) => collection !== 'sources'), ...pages, ...notes]) {
      for (const { text, at } of body.texts) {
        const found = MARK.exec(text);
        if (found) yield { file: file.path, at, message: explain(found) };
      }
    }
  },
  examples: {
    ok: [{ fields: { transfer: ['甲，乙（3:5）；A,B 两类。'] } }],
    notOk: [
      { fields: { transfer: ['先看单位,再看口径。'] } },
      { fields: { transfer: ['先看单位(口径)。'] } },
      { body: '<EditorNote>\n先看单位;再看口径。\n</EditorNote>' },
    ],
  },
};

/** Fields that print a source's words as they stand. */
const ASIS = new Set(['heading', 'words', 'asWritten', 'titleAsWritten', 'url', 'cite', 'cites']);
const MARK = /\p{Script=Han}{1,6}[,;:?!()]|\(\p{Script=Han}{1,6}/u;
const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' };

function explain([found]: RegExpExecArray): string {
  const mark = /[,;:?!()]/u.exec(found)?.[0] ?? '';
  return `“${found}”里的“${mark}”是半角的，夹在汉字里请用全角“${WIDE[mark] ?? ''}”。`;
}
