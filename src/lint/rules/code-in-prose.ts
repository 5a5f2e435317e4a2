import { isOf } from '../../domain/records.ts';
import { isCitationField } from '../entry-citations.ts';
import { lastName } from '../../store/loose-data.ts';
import type { Path } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** A document's letter or a permanent number, standing in a sentence. */
const CODE = /(?<![A-Za-z0-9])(?:S[0-4](?![\dA-Za-z])|(?:ZC|GK|WT|YY|CS|JZ|SJ|RC|KC|SY|ZD|QX)-\d{2,4})/u;

/** Reports codes in the sentences of situations: a reader knows names. */
export const codeInProse: Rule = {
  id: 'code-in-prose',
  severity: 'error',
  docs: '情形的句子里不写 S0、ZC-0001 这样的代号，写名称；代号只写在 cites、id 这些字段里。',
  *check({ entries }) {
    for (const entry of entries) {
      if (!entry.record || !isOf(entry.record, 'situations')) continue;
      for (const { path, text } of entry.texts) {
        const code = isNumberField(path) ? undefined : CODE.exec(text)?.[0];
        if (code) yield atField(entry, path, `句子里写了代号“${code}”。请写名称，代号放到 cites 或 id 里。`);
      }
      for (const { text, at } of entry.body.texts) {
        const code = CODE.exec(text)?.[0];
        if (code) yield { file: entry.file.path, at, message: `句子里写了代号“${code}”。请写名称。` };
      }
    }
  },
  examples: {
    ok: [{ file: 'situations/first.mdx', fields: { summary: '综述写到浙江公开澄清。' } }],
    notOk: [
      { file: 'situations/first.mdx', fields: { summary: 'S3 写到浙江公开澄清。' } },
      { file: 'situations/first.mdx', body: '<EditorNote>\n另见 ZC-0001 的第四部分。\n</EditorNote>' },
    ],
  },
};

/** Fields that hold numbers and nothing else. */
function isNumberField(path: Path): boolean {
  return isCitationField(path) || ['id', 'rules', 'replacedBy'].includes(lastName(path));
}
