import { recordsIn, isRecord, textOf } from '../../store/loose-data.ts';
import { originalName } from '../file-copies.ts';
import { freeNumber } from '../free-number.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** Reports numbers that two entries share, and ids, addresses and names that stand twice in a controlled list. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  docs: '每个编号只属于一个条目，发布后不再改动，也不再给别的条目用；一个词表里，编号、网址里的写法（slug）、名称不重复。',
  *check(context) {
    const given = new Map<string, number>();
    for (const [id, holders] of context.known.byId) {
      if (holders.length === 1) continue;
      const [first, ...others] = holders.toSorted((a, b) => lateness(a, context) - lateness(b, context));
      for (const { file, collection } of others) {
        // What is said of a copy's name says what to do with it.
        if (originalName(file.name) === first?.file.name) continue;
        const after = given.get(collection) ?? 0;
        given.set(collection, after + 1);
        const free = freeNumber(context.known, collection, after);
        const message = `编号“${id}”已经用在 ${first?.file.path}（${String(first?.data['title']).slice(0, 20)}）。请给这一条换成没有用过的编号，下一个是“${free}”。`;
        yield { file: file.path, at: file.yaml?.valueAt(['id']), message };
      }
    }
    yield* repeatedInLists(context);
  },
  examples: {
    ok: [{ fields: { id: 'SJ-099' } }],
    notOk: [
      { fields: { id: 'SJ-002' } },
      { file: 'vocab/regions.yaml', replace: ['id: ningbo', 'id: zhejiang'] },
      { file: 'vocab/case-fields.yaml', replace: ['slug: finance', 'slug: livelihood'] },
      { file: 'vocab/case-fields.yaml', replace: ['name: 财政资金', 'name: 民生服务'] },
    ],
  },
};

/** What no two items of a list share: two with one `slug` would be one page. */
const ALONE = { id: '编号', slug: '网址里的写法', name: '名称', code: '代码' };

/** The holder that keeps the number is the one that was published with it, a draft never before what is out; a copy takes a new one. */
function lateness({ id, collection, file, isDraft }: LintEntry, { known }: LintContext): number {
  const published = known.ledger?.data.entries.find((entry) => entry.id === id);
  const isOther = published ? published.at !== `/${collection}/${file.name}/` : originalName(file.name) !== undefined;
  return Number(isOther) + 2 * Number(isDraft);
}

function* repeatedInLists({ files }: LintContext): Generator<Finding> {
  for (const file of files) {
    if (file.folder !== 'vocab' || !isRecord(file.yaml?.data)) continue;
    for (const [field, what] of Object.entries(ALONE)) {
      // Many a district is called as one of another city.
      if (field === 'name' && file.name === 'regions') continue;
      const seen = new Set<string>();
      for (const { index, item } of recordsIn(file.yaml.data['items'])) {
        const value = textOf(item[field]);
        if (value !== '' && seen.has(value))
          yield {
            file: file.path,
            at: file.yaml.valueAt(['items', index, field]),
            message: `${what}“${value}”在这个词表里已经有了。请合并两项，或者换一个${what}。`,
          };
        seen.add(value);
      }
    }
  }
}
