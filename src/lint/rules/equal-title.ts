import { textOf } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** Reports entries of one collection with the same title: in a list and in a search nobody can tell them apart. */
export const equalTitle: Rule = {
  id: 'equal-title',
  severity: 'error',
  docs: '同一类条目的标题不重复；已经退出的不算。',
  *check({ entries, known }) {
    const groups = Map.groupBy([...known.byId.values()].flat().filter(isCurrent), nameOf);
    for (const entry of entries) {
      if (!isCurrent(entry)) continue;
      const first = groups.get(nameOf(entry))?.find((other) => other.id !== entry.id && !isOlder(entry, other));
      if (!first) continue;
      yield atField(
        entry,
        ['title'],
        `标题同“${first.id}”（${first.file.path}）的一样，读者分不开。是同一件事就并成一条；不是，就在标题里写明地方、年份或事由。`,
      );
    }
  },
  examples: {
    ok: [
      { fields: { title: '浙江：公开澄清不实举报（2021年）' } },
      { fields: { title: '另一处', status: '退出', retired: { date: '2026-11-22', reason: '并入另一条。' } } },
    ],
    notOk: [{ file: 'practices/second.mdx', fields: { title: '浙江：公开澄清不实举报' } }],
  },
};

function isCurrent({ data }: LintEntry): boolean {
  return data['status'] !== '退出' && textOf(data['title']).trim() !== '';
}

function nameOf({ collection, data }: LintEntry): string {
  return `${collection} ${textOf(data['title']).replace(/[\s\u{3000}]/gu, '')}`;
}

/** The one that came first keeps its title. */
function isOlder(entry: LintEntry, other: LintEntry): boolean {
  const rank = ({ isDraft, data, id }: LintEntry) => `${isDraft ? 1 : 0} ${textOf(data['published'])} ${id}`;
  return rank(entry) < rank(other);
}
