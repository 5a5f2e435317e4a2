import { isOf } from '../../domain/entry/records.ts';
import type { Entry, EntryOf } from '../../domain/entry/records.ts';
import { citedNumber, collectionOf } from '../../schema/number.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Parts of a situation that speak for a rule. */
const BY_RULE = ['forbids', 'says', 'channel'] as const;
/** Parts that name the article in words, since a reader takes them along to an office. */
const BY_ARTICLE = ['says', 'channel'] as const;

/** Reports sentences that speak for a rule without citing one, or cite an article without naming it. */
export const situationBasis: Rule = {
  id: 'situation-basis',
  severity: 'error',
  docs: '情形里的“法律不许”“政策怎么说”“找谁”每句至少引一部政策法规；“政策怎么说”和“找谁”引到条的，句子里写明第几条。',
  *check({ entries, known }) {
    for (const entry of entries) {
      if (!entry.record || !isOf(entry.record, 'situations')) continue;
      for (const { field, index, text, cites } of sentences(entry.record)) {
        if (!cites.some((cite) => collectionOf(citedNumber(cite) ?? '') === 'policies'))
          yield atField(entry, [field, index, 'cites'], '这一句说的是规定，却没有引政策法规。请引到 ZC 编号和条，或者把这一句移到别处。');
        if (!BY_ARTICLE.some((part) => part === field)) continue;
        const unnamed = cites.flatMap((cite) => articleAt(cite, known.records) ?? []).filter((article) => !text.includes(article));
        if (unnamed.length > 0)
          yield atField(entry, [field, index, 'text'], `这一句引了${unnamed.join('、')}，句子里却没有写。请写明是第几条。`);
      }
    }
  },
  examples: {
    ok: [
      situation({ says: [says('意见第四部分讲撑腰鼓劲。', 'ZC-0001#part-4'), says('意见没有写期限。', 'ZC-0001')] }),
      situation({ channel: [says('这件事：按意见第四部分，找组织部门。', 'ZC-0001#part-4')] }),
    ],
    notOk: [
      situation({ says: [says('别处是这样做的。', 'S3-¶26#2'), says('意见没有写期限。', 'ZC-0001')] }),
      situation({ channel: [says('这件事：找组织部门。', 'ZC-0001#part-4')] }),
    ],
  },
};

function sentences({ data }: EntryOf<'situations'>) {
  return BY_RULE.flatMap((field) => {
    const items = data[field];
    return items === '未载' ? [] : items.map((item, index) => ({ field, index, ...item }));
  });
}

/** The number of the article that a citation means: 第九十五条; `undefined` for a whole document. */
function articleAt(cite: string, records: readonly Entry[]): string | undefined {
  const [id, anchor] = cite.split('#');
  const policy = anchor ? records.find((record) => record.data.id === id) : undefined;
  const article = policy && isOf(policy, 'policies') ? policy.data.clauses.find((clause) => clause.anchor === anchor) : undefined;
  return /第[^（《》]+?(?:条|部分|项)/u.exec(article?.no ?? '')?.[0];
}

function situation(fields: Record<string, unknown>) {
  return { file: 'situations/first.mdx', fields };
}

function says(text: string, cite: string) {
  return { text, cites: [cite] };
}
