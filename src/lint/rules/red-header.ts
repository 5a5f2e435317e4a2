import { sourceMatches } from '../source-matches.ts';
import type { Rule } from '../rule.ts';

/** What is not to be written; `sign` is in every text that has it and quicker to look for. */
const CLAIMS: { pattern: RegExp; sign?: RegExp; explain: (text: string) => string }[] = [
  {
    sign: /(?:库|本站|网站)\p{Script=Han}{0,3}[〔[［(（【]\d{4}/u,
    // 财库 and 水库 are other offices' letters.
    pattern:
      /\p{Script=Han}{0,6}(?:知识库|担当库|案例库|本库|本站|网站)\p{Script=Han}{0,3}[〔[［(（【]\d{4}[〕\]］)）】]\s?(?:第\s?)?\d+\s?号/gu,
    explain: (text) => `“${text}”像是本站自编的公文字号。本站不是发文机关，不编字号；引用文件时写原文件的字号。`,
  },
  {
    pattern: /(?<![“《])特此(?:通知|通报|公告|函告|函复|报告|批复)/gu,
    explain: (text) => `“${text}”是公文用语。本站不发公文，请改成平常的说明。`,
  },
  {
    pattern: /^\s*(?:- )?(?:\w+: +)?["'*]*(?:主送|抄送|抄报|签发人|密级|印发机关)["'*]*\s*[：:]/gmu,
    explain: (text) => `“${text.trim()}”是公文格式。本站不发公文，请删去这一行。`,
  },
  {
    pattern: /由?(?:本站|本库|本知识库|担当库|编辑部)(?:统一)?(?:印发|下发|颁发|发文)/gu,
    explain: (text) => `“${text}”把本站写成了发文机关。本站只整理公开材料，请改成“整理”“编写”之类的说法。`,
  },
];

/** Reports what would make the site look like an authority: document numbers of its own, formulas and parts of official letters. */
export const redHeader: Rule = {
  id: 'red-header',
  severity: 'error',
  isAlone: true,
  docs: '不像公文：没有自编的发文字号，没有“特此通知”、主送、抄送，本站不“印发”。',
  *check({ files }) {
    for (const file of files) {
      for (const { pattern, sign, explain } of CLAIMS) {
        if (sign?.test(file.source) ?? true) yield* sourceMatches(file, pattern, ([text]) => explain(text));
      }
    }
  },
  examples: {
    ok: [
      { fields: { transfer: ['文件是中办发〔2018〕29号，由中共中央办公厅印发。'] } },
      { fields: { transfer: ['采购看财库〔2020〕46号，水库看水库管理局〔2020〕5号。'] } },
    ],
    notOk: [
      { fields: { transfer: ['见担当库〔2026〕1号。'] } },
      { fields: { transfer: ['见本库发〔2026〕第1号。'] } },
      { fields: { conditions: { text: '主送：各县委组织部', cites: ['S3-¶26#2'] } } },
      { body: '<EditorNote>\n请各地参照，特此通知。\n</EditorNote>' },
      { body: '<EditorNote>\n主送：各县委组织部\n</EditorNote>' },
      { fields: { transfer: ['这一提示由本站印发。'] } },
    ],
  },
};
