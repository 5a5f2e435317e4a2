import { textOf } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** How names of documents end; what else policies are called (三个区分, 带薪休假) is as often the name of something that others tell of. */
const ENDS_LIKE_DOCUMENT = /(?:规定|条例|办法|意见|通知|规划|准则|方案|决定|纲要|细则|规则|法)(?:（[^（）]*）)?$/u;

/**
 * Reports other names that are the name of a document with a page of its own: who looks for the document is led to what only speaks of it. Documents may
 * share a name among them, as an old and a new edition do.
 */
export const aliasOfDocument: Rule = {
  id: 'alias-of-document',
  severity: 'error',
  docs: '别名写这个条目自己的别的叫法，不写它所讲的、有自己条目的文件的名称（写在 basis 或者 relatedPolicies 里），不然查那份文件的人会先到这里来；几份文件可以有同一个别名，如旧版和新版。',
  *check({ entries, known }) {
    const documents = new Map<string, LintEntry>();
    for (const entry of [...known.byId.values()].flat()) {
      if (entry.collection !== 'policies' || entry.data['status'] === '退出') continue;
      for (const name of namesOf(entry)) if (!documents.has(name)) documents.set(name, entry);
    }
    for (const entry of entries) {
      if (entry.collection === 'policies') continue;
      for (const [index, alias] of aliasesOf(entry).entries()) {
        const document = documents.get(bare(alias));
        if (!document) continue;
        yield atField(
          entry,
          ['aliases', index],
          `别名“${alias}”是“${document.id}”（${document.file.path}）这份文件的名称，查文件的人会先到这里。删去这个别名，文件写在 basis 或者 relatedPolicies 里。`,
        );
      }
    }
  },
  examples: {
    ok: [{ fields: { aliases: ['澄清正名', '《澄清正名》'] } }, { file: 'policies/old-rule.mdx', fields: { aliases: ['测试用的意见'] } }],
    notOk: [{ fields: { aliases: ['《测试用的意见》'] } }],
  },
};

function aliasesOf({ data }: LintEntry): string[] {
  const { aliases } = data;
  return Array.isArray(aliases) ? aliases.map(textOf) : [];
}

function namesOf(entry: LintEntry): string[] {
  return [textOf(entry.data['title']), ...aliasesOf(entry)].map(bare).filter((name) => ENDS_LIKE_DOCUMENT.test(name));
}

function bare(name: string): string {
  return name.replace(/[《》〈〉“”\s\u{3000}]/gu, '');
}
