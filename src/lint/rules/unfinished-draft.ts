import { fieldLabel } from '../../schema/field-guide.ts';
import { atField } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';
import type { Finding, Rule } from '../rule.ts';
import { unsourcedNumber } from './figure-without-citation.ts';
import { isUnsourcedFact } from './paragraph-without-citation.ts';

/** Reminds of what a draft does not say yet; the same gaps in an entry that is to go out are errors of other rules. */
export const unfinishedDraft: Rule = {
  id: 'unfinished-draft',
  severity: 'warning',
  docs: '草稿可以缺字段、缺出处，缺了哪些会列出来；发布以前要补齐。',
  *check({ entries }) {
    for (const entry of entries) {
      yield* unsourced(entry);
      if (entry.gaps.length === 0) continue;
      const names = entry.gaps.map(({ path }) => fieldLabel(path));
      const shown = names.slice(0, SHOWN).join('、') + (names.length > SHOWN ? '等' : '');
      yield atField(entry, ['status'], `这一条草稿还有 ${names.length} 处没有写：${shown}。写好以后才能发布。`);
    }
  },
  examples: {
    ok: [{ file: 'practices/example.mdx', fields: { aliases: ['写全了的'] } }],
    notOk: [
      { file: 'practices/example.mdx', fields: { status: '草稿' }, body: '浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。' },
      { file: 'practices/example.mdx', fields: { status: '草稿', actions: [], summary: undefined } },
      { file: 'practices/example.mdx', fields: { status: '草稿', evidence: null, conditions: { text: '干部支持。' } } },
    ],
  },
};

/** What the body of a draft states without a source. */
function* unsourced(entry: LintEntry): Generator<Finding> {
  if (!entry.isDraft) return;
  for (const block of entry.body.blocks) {
    if (!isUnsourcedFact(block, entry) && unsourcedNumber(block, entry) === undefined) continue;
    const message = `“${block.text.trim().slice(0, 12)}……”这一段还没有出处：在末尾加 <Cite at="S3-¶26#2" />，写实际的出处；编者的看法放进 <EditorNote>。写好以后才能发布。`;
    yield { file: entry.file.path, at: block.at, message };
  }
}

const SHOWN = 12;
