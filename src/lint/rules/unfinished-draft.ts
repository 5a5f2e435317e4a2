import { fieldLabel } from '../../schema/field-guide.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reminds of what a draft does not say yet; the same gaps in an entry that is to go out are errors of other rules. */
export const unfinishedDraft: Rule = {
  id: 'unfinished-draft',
  severity: 'warning',
  docs: '草稿可以缺字段，缺了哪些会列出来；发布以前要补齐。',
  *check({ entries }) {
    for (const entry of entries) {
      if (entry.gaps.length === 0) continue;
      const names = entry.gaps.map(({ path }) => fieldLabel(path));
      const shown = names.slice(0, SHOWN).join('、') + (names.length > SHOWN ? '等' : '');
      yield atField(entry, ['status'], `这一条草稿还有 ${names.length} 处没有写：${shown}。写好以后才能发布。`);
    }
  },
  examples: {
    ok: [{ file: 'practices/example.mdx', fields: { aliases: ['写全了的'] } }],
    notOk: [
      { file: 'practices/example.mdx', fields: { status: '草稿', actions: [], summary: undefined } },
      { file: 'practices/example.mdx', fields: { status: '草稿', evidence: null, conditions: { text: '干部支持。' } } },
    ],
  },
};

const SHOWN = 12;
