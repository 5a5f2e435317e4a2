import type { EntryOf } from '../../domain/entry/records.ts';
import { isOf } from '../../domain/entry/records.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports ways of asking that lead to two situations, or stand twice in one. */
export const situationAsked: Rule = {
  id: 'situation-asked',
  severity: 'error',
  docs: '情形的 asked 里，一种问法只属于一个情形。',
  *check({ entries, known }) {
    const askedAt = Map.groupBy(
      known.records.filter((record) => isOf(record, 'situations')).flatMap((record) => record.data.asked.map((text) => ({ record, text }))),
      ({ text }) => plain(text),
    );
    for (const entry of entries) {
      if (!entry.record || !isOf(entry.record, 'situations')) continue;
      const { id, asked } = entry.record.data;
      for (const [index, text] of asked.entries()) {
        const others = (askedAt.get(plain(text)) ?? []).map(({ record }) => record);
        const other = others.find(({ data }) => data.id !== id);
        if (other) yield atField(entry, ['asked', index], `“${text}”在${name(other)}里也有。请换一种问法，或者只留在更对的那一条。`);
        else if (others.length > 1) yield atField(entry, ['asked', index], `“${text}”在这一条里写了两遍。请去掉一遍。`);
      }
    }
  },
  examples: {
    ok: [{ file: 'situations/first.mdx', fields: { asked: eight('换了一种') } }],
    notOk: [
      { file: 'situations/first.mdx', fields: { asked: [...eight('换了一种').slice(1), '第二条的第1种问法？'] } },
      { file: 'situations/first.mdx', fields: { asked: [...eight('换了一种'), '换了一种的第1种问法'] } },
    ],
  },
};

/** Punctuation and spaces make no other question. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\p{P}\p{Z}]/gu, '');
}

function name({ data }: EntryOf<'situations'>): string {
  return `“${data.title}”（${data.id}）`;
}

function eight(what: string): string[] {
  return Array.from({ length: 8 }, (_, index) => `${what}的第${index + 1}种问法`);
}
