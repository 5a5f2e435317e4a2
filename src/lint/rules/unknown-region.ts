import { regionAddition } from '../../domain/region/region-line.ts';
import { valueAt } from '../../schema/field-guide.ts';
import { nearest, didYouMean } from '../../schema/nearest.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';

/** Reports region ids that the dated region table does not have, in entries and as a parent in the table itself, and regions that lie in themselves. */
export const unknownRegion: Rule = {
  id: 'unknown-region',
  severity: 'error',
  docs: '地区写 vocab/regions.yaml 里的编号；隐去名称的单位也有编号；上一级不能绕回自己。',
  *check(context) {
    yield* unknownValues(context);
    yield* unknownParents(context);
    yield* circles(context);
  },
  examples: {
    ok: [{ fields: { regions: ['zhejiang'] } }],
    notOk: [
      { fields: { regions: ['zhejang'] } },
      { fields: { regions: ['浙江'] } },
      { fields: { regions: ['浙江省青川县'] } },
      { file: 'vocab/regions.yaml', replace: ['parent: zhejiang', 'parent: zhejang'] },
      { file: 'vocab/regions.yaml', replace: ['parent: zhejiang', 'parent: ningbo'] },
    ],
  },
};

/** A place that the table lacks is entered there first: the line to add is given, with what is not known from the name left to fill in. */
function* unknownValues({ entries, known }: LintContext): Generator<Finding> {
  for (const { file, data, fieldProblems } of entries) {
    for (const { kind, path, message } of fieldProblems) {
      if (kind !== 'unknown-region') continue;
      const written = valueAt(data, path);
      const addition = typeof written === 'string' ? regionAddition(written, [...known.regions.values()], '再用它的编号') : '';
      yield { file: file.path, at: file.yaml?.valueAt(path), message: message + addition };
    }
  }
}

function* unknownParents({ files, known }: LintContext): Generator<Finding> {
  const file = files.find(({ folder, name }) => folder === 'vocab' && name === 'regions');
  for (const [index, { parent }] of [...known.regions.values()].entries()) {
    if (parent === undefined || known.regions.has(parent) || !file) continue;
    const named = [...known.regions.values()].find(({ name, short }) => name === parent || short === parent)?.id;
    const message = `上一级“${parent}”不在地区表里，这里要写它的编号。${didYouMean(named ?? nearest(parent, known.regions.keys())) || '请先在 items 里加上它。'}`;
    yield { file: file.path, at: file.yaml?.valueAt(['items', index, 'parent']), message };
  }
}

/** What lies in itself hangs from no province, and the tree of regions leaves it out. */
function* circles({ files, known }: LintContext): Generator<Finding> {
  const file = files.find(({ folder, name }) => folder === 'vocab' && name === 'regions');
  // Of two regions with one id, one seems to lie in itself.
  if (!file || known.lists.regions?.items.length !== known.regions.size) return;
  for (const [index, { id, name }] of [...known.regions.values()].entries()) {
    const above = new Set<string>();
    let parent = known.regions.get(id)?.parent;
    while (parent !== undefined && parent !== id && !above.has(parent)) {
      above.add(parent);
      parent = known.regions.get(parent)?.parent;
    }
    if (parent !== id) continue;
    const message = `“${name}”的上一级绕一圈又回到它自己，地区的树里就没有它了。请写它真正的上一级；是最上面一级，就不写 parent。`;
    yield { file: file.path, at: file.yaml?.valueAt(['items', index, 'parent']), message };
  }
}
