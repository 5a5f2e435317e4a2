import { citedNumber } from '../../schema/number.ts';
import type { Rule } from '../rule.ts';

/** Reports entries that give themselves as their source. A source document is told paragraph by paragraph from itself, and may. */
export const selfCitation: Rule = {
  id: 'self-citation',
  severity: 'error',
  isAlone: true,
  docs: '出处不写本条自己的编号：政策的条款要注明在哪里读到它。',
  *check({ entries }) {
    for (const { collection, id, file, citations } of entries) {
      if (collection === 'sources' || id === '') continue;
      for (const { text, place } of citations)
        if (citedNumber(text) === id)
          yield {
            file: file.path,
            at: place(),
            message: `出处“${text}”就是本条自己，等于没有出处。请写在哪里读到的：公开资料的编号 GK-0001，或来源文献的句子 S3-¶26#2。`,
          };
    }
  },
  examples: {
    ok: [{ fields: { cites: ['ZC-0001#part-4'] } }],
    notOk: [{ file: 'policies/opinion.mdx', fields: { cites: ['ZC-0001'] } }],
  },
};
