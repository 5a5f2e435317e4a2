import { sourceMatches } from '../source-matches.ts';
import type { Rule } from '../rule.ts';

/** Reports marks of secret and internal papers: what carries one does not belong in a library that is copied and searched. */
export const secrecyMark: Rule = {
  id: 'secrecy-mark',
  severity: 'error',
  isAlone: true,
  docs: '不收带密级和内部标志的材料：没有“秘密★1年”“内部资料 注意保存”之类的字样。',
  *check({ files }) {
    for (const file of files)
      yield* sourceMatches(
        file,
        MARK,
        ([text]) =>
          `“${text.trim()}”像是密级或内部标志。带这种标志的材料不能放进本库，请先停下，按保密规定处理；只是说到这几个字，就换一种说法。`,
      );
  },
  examples: {
    ok: [{ fields: { transfer: ['泄露秘密、机密的，不在容错之列；材料不外传。'] } }],
    notOk: [
      { fields: { transfer: ['秘密★1年'] } },
      { fields: { transfer: ['机密☆长期'] } },
      { body: '<EditorNote>\n内部资料　注意保存\n</EditorNote>' },
      { fields: { transfer: ['内部文件，不得外传。'] } },
      { body: '<EditorNote>\n此件发至县团级，阅后收回。\n</EditorNote>' },
    ],
  },
};

const MARK =
  /[绝机秘]\s*密\s*[★☆✩✭*＊]\s*(?:\d+\s*年|长期|启封)?|内部(?:资料|文件|刊物|材料|参考)[\s，,、：:·]*(?:注意|妥善|请勿|不得|严禁|切勿)[\p{Script=Han}]{2,4}|(?:此件|本文件)发至[\p{Script=Han}]{1,8}|(?<![“《])(?:阅后(?:即焚|收回|退回|销毁|清退)|严禁外传|请勿外传|仅供内部(?:使用|参考|传阅))/gu;
