import { regionAddition } from '../../domain/region/region-line.ts';
import { valueAt } from '../../schema/field-guide.ts';
import { nearest, didYouMean } from '../../schema/nearest.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';

/** Reports region ids that the dated region table does not have, in entries and as a parent in the table itself. */
export const unknownRegion: Rule = {
  id: 'unknown-region',
  severity: 'error',
  docs: '地区写 vocab/regions.yaml 里的编号；隐去名称的单位也有编号。',
  *check(context) {
    yield* unknownValues(context);
    yield* unknownParents(context);
  },
  examples: {
    ok: [{ fields: { regions: ['zhejiang'] } }],
    notOk: [
      { fields: { regions: ['zhejang'] } },
      { fields: { regions: ['浙江'] } },
      { fields: { regions: ['浙江省青川县'] } },
      { file: 'vocab/regions.yaml', replace: ['parent: zhejiang', 'parent: zhejang'] },
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
