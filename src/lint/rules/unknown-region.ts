import { nearest, didYouMean } from '../../schema/nearest.ts';
import { fieldFindings } from '../field-findings.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';

/** Reports region ids that the dated region table does not have, in entries and as a parent in the table itself. */
export const unknownRegion: Rule = {
  id: 'unknown-region',
  severity: 'error',
  docs: '地区写 vocab/regions.yaml 里的编号；隐去名称的单位也有编号。',
  *check(context) {
    yield* fieldFindings(context, 'unknown-region');
    yield* unknownParents(context);
  },
  examples: {
    ok: [{ fields: { regions: ['zhejiang'] } }],
    notOk: [
      { fields: { regions: ['zhejang'] } },
      { fields: { regions: ['浙江'] } },
      { file: 'vocab/regions.yaml', replace: ['parent: zhejiang', 'parent: zhejang'] },
    ],
  },
};

function* unknownParents({ files, known }: LintContext): Generator<Finding> {
  const file = files.find(({ folder, name }) => folder === 'vocab' && name === 'regions');
  for (const [index, { parent }] of [...known.regions.values()].entries()) {
    if (parent === undefined || known.regions.has(parent) || !file) continue;
    const message = `上一级“${parent}”不在地区表里。${didYouMean(nearest(parent, known.regions.keys()))}`;
    yield { file: file.path, at: file.yaml?.valueAt(['items', index, 'parent']), message };
  }
}
