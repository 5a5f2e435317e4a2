import { recordsIn, textOf } from '../../store/loose-data.ts';
import { hanCount, LONG, needsCitation } from './paragraph-without-citation.ts';
import type { BodyBlock } from '../../markdown/read-body.ts';
import type { LintEntry } from '../lint-entry.ts';
import type { Rule } from '../rule.ts';

/** A number with its unit, in Arabic figures; 第3人民医院 counts nothing. */
const NUMBER =
  /(?<!第\s?|[\d.,])\d(?:[\d.,]*\d)?\s*(?:余|多)?\s*(?:万|亿|千|百)?\s*(?:余|多)?\s*(?:%|％|个百分点|名|人|起|件|个|次|项|元|家|所|期|条|天|年来|倍|户|亩|吨|公里|千米|平方米|米|处|场|份|封|张|批|位|宗|岁|小时|分钟|工作日|周年|栋|座|辆)/u;

/** Reports numbers that do not say where they come from: a typed figure without `cite`, or a short line of the body. */
export const figureWithoutCitation: Rule = {
  id: 'figure-without-citation',
  severity: 'error',
  isAlone: true,
  docs: '每个数字都有出处：figures 的每一项写 cite，正文里的数字后面写 <Cite at="…" />。',
  *check({ entries }) {
    for (const entry of entries) {
      const { file, data, body } = entry;
      for (const { index, item } of recordsIn(data['figures'])) {
        // Of a draft it is among what is still to be written, which keeps no site from going out.
        if (item['cite'] !== undefined || entry.isDraft) continue;
        const number = textOf(item['value']) + textOf(item['unit']);
        yield {
          file: file.path,
          at: file.yaml?.keyAt(['figures', index]),
          message: `第 ${index + 1} 个数字（${number}）没有出处。请写明它在哪一句：编辑台里点“选出处”，文本编辑器里加一行 cite: S3-¶26#2。`,
        };
      }
      for (const block of body.blocks) {
        const number = unsourcedNumber(block, entry);
        if (number === undefined || entry.isDraft) continue;
        yield {
          file: file.path,
          at: block.at,
          message: `正文里的数字“${number}”没有出处。请在这一句后面加 <Cite at="S3-¶26#2" />，写实际的出处。`,
        };
      }
    }
  },
  examples: {
    ok: [
      { body: '第3人民医院，第 12 条。' },
      { body: '共 200 余起。<Cite at="S3-¶26#2" />' },
      { body: '<EditorNote>\n注意 200 余起是件数。\n</EditorNote>' },
    ],
    notOk: [
      { fields: { figures: [{ value: 200, qualifier: '余', unit: '起', what: '澄清的举报', whose: '浙江', period: '未载' }] } },
      { body: '共 200 余起。' },
      { body: '整治3500户。' },
    ],
  },
};

/** A number of a short line of the body that does not say where it stands. */
export function unsourcedNumber(block: BodyBlock, entry: LintEntry): string | undefined {
  return hanCount(block.text) < LONG && needsCitation(block, entry) ? NUMBER.exec(block.text)?.[0] : undefined;
}
