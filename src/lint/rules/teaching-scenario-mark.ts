import { atField } from '../rule.ts';
import type { Finding, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

const MARK = '教学情景（虚构）';

/** Reports made-up teaching scenarios that are not marked as such everywhere, or that are set in a real place. */
export const teachingScenarioMark: Rule = {
  id: 'teaching-scenario-mark',
  severity: 'error',
  isAlone: true,
  docs: '教学情景的 nature 和 type 都写“教学情景”，标题、摘要和正文都写明“教学情景（虚构）”，不属于任何真实地区。',
  *check({ entries }) {
    for (const entry of entries) yield* explain(entry);
  },
  examples: {
    ok: [{ file: 'tolerance/scenario.mdx', fields: { aliases: ['情景一'] } }, { fields: { title: '浙江：公开澄清不实举报' } }],
    notOk: [
      { file: 'tolerance/scenario.mdx', fields: { title: '某镇提前拨付' } },
      { file: 'tolerance/scenario.mdx', fields: { summary: '为课堂讨论编写，没有原型。' } },
      { file: 'tolerance/scenario.mdx', fields: { type: '容错' } },
      { file: 'tolerance/scenario.mdx', fields: { regions: ['zhejiang'] } },
      { file: 'tolerance/scenario.mdx', body: '<EditorNote>\n没有写明是编的。\n</EditorNote>' },
      { fields: { title: '教学情景（虚构）：某镇提前拨付' } },
    ],
  },
};

function* explain(entry: LintEntry): Generator<Finding> {
  const { nature, type, title, summary, regions } = entry.data;
  const isTitled = typeof title === 'string' && title.includes(MARK);
  const isNatured = nature === '教学情景';
  const isTyped = type === '教学情景';
  if (!isTitled && !isNatured && !isTyped) return;
  if (!isNatured)
    yield atField(
      entry,
      ['nature'],
      `这一条是教学情景，内容性质却是“${String(nature)}”。请把 nature 写成“教学情景”；如果是真实案例，标题和 type 里不要写教学情景。`,
    );
  if (!isTyped && entry.collection === 'tolerance')
    yield atField(entry, ['type'], `这一条是教学情景，类型却是“${String(type)}”。请把 type 写成“教学情景”。`);
  if (!isTitled) yield atField(entry, ['title'], `这一条是教学情景，标题里却没有“${MARK}”。请把这几个字写进标题。`);
  // A draft may have its summary still to be written.
  if (typeof summary === 'string' && !summary.includes(MARK))
    yield atField(entry, ['summary'], `这一条是教学情景，摘要里却没有“${MARK}”，清单和检索结果里看不出是编的。请把这几个字写进摘要。`);
  if (!entry.file.body.includes(MARK))
    yield atField(entry, ['nature'], `这一条是教学情景，正文里却没有“${MARK}”。请在正文开头的编者按里写明。`);
  if (Array.isArray(regions) && regions.length > 0)
    yield atField(entry, ['regions'], '教学情景是虚构的，不能归到真实地区。请把 regions 删去。');
}
