import { isSiteFile } from '../../store/load-lists.ts';
import { sourceMatches } from '../source-matches.ts';
import type { Rule } from '../rule.ts';

/** The settings of the site name offices with their telephones: that is what they are for. */
const OF_OFFICES = '电话号码';

const KINDS: { name: string; pattern: RegExp }[] = [
  {
    name: '身份证号',
    pattern: /(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/gu,
  },
  { name: '手机号码', pattern: /(?<![\dA-Za-z])(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?!\d)/gu },
  {
    name: OF_OFFICES,
    pattern:
      /(?<![\d-])(?:0\d{2,3}[-－—–]\s?|0\d{2,3} {1,2}|[（(]0\d{2,3}[）)]\s?)\d{3,4}[- ]?\d{4}(?!\d)|(?<!\d)400[-－ ]\d{3,4}[-－ ]\d{3,4}(?!\d)|(?<=(?:电话|传真|座机|热线)[\p{Script=Han}]{0,2}[：:]?\s?)[2-8]\d{2,3}[- ]?\d{4}(?!\d)/gu,
  },
  { name: '电子邮箱', pattern: /(?<![\w.+-])[\w.+-]+[@＠][\w-]+(?:[.．][\w-]+)+/gu },
];

/** Reports data of a person: telephone and identity numbers, e-mail addresses. */
export const privateData: Rule = {
  id: 'private-data',
  severity: 'error',
  isAlone: true,
  docs: '不写任何人的电话、身份证号和邮箱；值班电话只写在 site.yaml 里，不写手机。',
  *check({ files }) {
    for (const file of files) {
      const sought = isSiteFile(file) ? KINDS.filter(({ name }) => name !== OF_OFFICES) : KINDS;
      for (const { name, pattern } of sought)
        yield* sourceMatches(file, pattern, ([text]) => `“${text}”像是${name}。本站不登个人信息，请删去。`);
    }
  },
  examples: {
    ok: [{ fields: { keywords: ['2021-08-23', '150404', '1800余名', '热线受理 3200 件', '电话核实2021年'] } }],
    notOk: [
      { fields: { transfer: ['联系人电话 13912345678。'] } },
      { fields: { transfer: ['值班电话 0571-87654321。'] } },
      { fields: { transfer: ['值班电话 0571 87654321。'] } },
      { fields: { transfer: ['值班电话 (0571)8765 4321。'] } },
      { fields: { transfer: ['办公电话：87654321。'] } },
      { fields: { transfer: ['拨打 400 820 8820。'] } },
      { fields: { transfer: ['来信请寄 someone＠example.com 。'] } },
      { file: 'site.yaml', replace: ['0000-1234567', '139 1234 5678'] },
      { fields: { transfer: ['证件号 330102198001011234。'] } },
      { fields: { transfer: ['来信请寄 someone@example.com 。'] } },
    ],
  },
};
