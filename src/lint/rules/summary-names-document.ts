import { isOf } from '../../domain/entry/records.ts';
import type { Entry } from '../../domain/entry/records.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** One summary in so many may name a document. */
const ONE_IN = 10;

/** Reports summaries that name a source document, when too many of all do: a summary tells what a reader meets, not where it is written. */
export const summaryNamesDocument: Rule = {
  id: 'summary-names-document',
  severity: 'error',
  docs: '来源文献和文献对读以外，全库每十条摘要里至多一条点到文献的短名；摘要写读者遇到什么、能做什么，不写哪份文献放在哪里。',
  *check({ entries, known }) {
    const names = known.records.flatMap((entry) => (isOf(entry, 'sources') ? [entry.data.shortName] : []));
    const told = known.records.filter(isCounted);
    const nameIn = (text: string) => names.find((name) => text.includes(name));
    const naming = told.filter(({ data }) => nameIn(data.summary) !== undefined);
    if (naming.length * ONE_IN <= told.length) return;
    for (const entry of entries) {
      const name = entry.record && isCounted(entry.record) ? nameIn(entry.record.data.summary) : undefined;
      if (name === undefined) continue;
      const share = `全库 ${told.length} 条里有 ${naming.length} 条这样写，至多 ${Math.floor(told.length / ONE_IN)} 条`;
      yield atField(entry, ['summary'], `摘要点到了“${name}”。${share}。请改写成读者会遇到的事或能做的事，出处留在正文的注里。`);
    }
  },
  examples: {
    ok: [{ fields: { summary: '浙江公开澄清不实举报。' } }, { file: 'sources/s3.mdx', fields: { summary: '2021年综述写各地做法。' } }],
    notOk: [{ fields: { summary: '2021年综述写到浙江公开澄清。' } }],
  },
};

/** A document may name itself, and a comparison of documents what it compares. */
function isCounted(entry: Entry): boolean {
  return !isOf(entry, 'sources') && !isOf(entry, 'tensions');
}
