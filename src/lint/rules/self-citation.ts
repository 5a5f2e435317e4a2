import { citedNumber } from '../../schema/number.ts';
import { textsIn } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports entries that give themselves as their source. A source document is told paragraph by paragraph from itself, and may. */
export const selfCitation: Rule = {
  id: 'self-citation',
  severity: 'error',
  isAlone: true,
  docs: '出处不写本条自己的编号：政策的条款要注明在哪里读到它；政策也不修改、代替、落实它自己。',
  *check({ entries }) {
    for (const entry of entries) {
      const { collection, id, file, citations } = entry;
      if (collection === 'sources' || id === '') continue;
      for (const field of ['amends', 'replaces', 'implements'])
        for (const [index, number] of textsIn(entry.data[field]).entries())
          if (number === id)
            yield atField(
              entry,
              [field, index],
              `“${id}”就是本条自己，一份文件不能${ACTS[field] ?? ''}它自己，时效会算错。请写另一份文件的编号，或者删去。`,
            );
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
    notOk: [
      { file: 'policies/opinion.mdx', fields: { cites: ['ZC-0001'] } },
      { file: 'policies/opinion.mdx', fields: { replaces: ['ZC-0001'] } },
    ],
  },
};

const ACTS: Record<string, string> = { amends: '修改', replaces: '代替', implements: '落实' };
