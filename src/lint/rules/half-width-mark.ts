import { positionWithin } from '../../markdown/position.ts';
import { lastName } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reminds of half-width commas, brackets and the like in Chinese text. What quotes a document's headings keeps the document's marks. */
export const halfWidthMark: Rule = {
  id: 'half-width-mark',
  severity: 'warning',
  isAlone: true,
  docs: '汉字之间的逗号、分号、冒号、问号、叹号和括号用全角，发文字号的年份用六角括号“〔2018〕”；照录来源标题的除外。',
  *check({ entries, pages, notes }) {
    for (const entry of entries) {
      if (entry.collection === 'sources') continue;
      for (const { path, text } of entry.texts) {
        const fault = ASIS.has(lastName(path)) ? undefined : faultIn(text);
        if (fault) yield atField(entry, path, fault.message);
      }
    }
    for (const { file, body } of [...entries.filter(({ collection }) => collection !== 'sources'), ...pages, ...notes]) {
      for (const { text, at } of body.texts) {
        const fault = faultIn(text);
        if (fault) yield { file: file.path, at: positionWithin(at, text, fault.found), message: fault.message };
      }
    }
  },
  examples: {
    ok: [{ fields: { transfer: ['甲，乙（3:5）；A,B 两类。', '见中办发〔2018〕29号，会上（2018）1号议题。'] } }],
    notOk: [
      { fields: { transfer: ['先看单位,再看口径。'] } },
      { fields: { transfer: ['先看单位(口径)。'] } },
      { file: 'policies/opinion.mdx', fields: { docNumber: '中办发[2018]29号' } },
      { file: 'policies/opinion.mdx', fields: { docNumber: '中办发(2018)29号' } },
      { fields: { transfer: ['见中办发（2018）29号。'] } },
      { body: '<EditorNote>\n先看单位;再看口径。\n</EditorNote>' },
    ],
  },
};

/** Fields that print a source's words as they stand. */
const ASIS = new Set(['heading', 'words', 'asWritten', 'titleAsWritten', 'url', 'cite', 'cites']);
const HALF_WIDTH = /[,;:?!()]/u;
const YEAR_IN_BRACKETS = /[[(（【［](?:19|20)\d{2}[\])）】］]/u;
const MARK = /\p{Script=Han}{1,6}[,;:?!()]|\(\p{Script=Han}{1,6}/u;
const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' };

/** The year of a document's number in other brackets than the official ones, which readers then copy. */
const DOCUMENT_NUMBER = /\p{Script=Han}{0,6}[发字办函令通规][[(（【［]((?:19|20)\d{2})[\])）】］]\s?第?\s?(\d+)\s?号/u;

function faultIn(text: string): { found: string; message: string } | undefined {
  // Most sentences have no half-width mark, and no year in brackets: looking for either is quick.
  if (!HALF_WIDTH.test(text) && !YEAR_IN_BRACKETS.test(text)) return undefined;
  const number = DOCUMENT_NUMBER.exec(text);
  if (number) return { found: number[0], message: `“${number[0]}”里的年份请用六角括号：“〔${number[1] ?? ''}〕${number[2] ?? ''}号”。` };
  const found = MARK.exec(text)?.[0];
  return found === undefined ? undefined : { found, message: explain(found) };
}

function explain(found: string): string {
  const mark = HALF_WIDTH.exec(found)?.[0] ?? '';
  return `“${found}”里的“${mark}”是半角的，夹在汉字里请用全角“${WIDE[mark] ?? ''}”。`;
}
