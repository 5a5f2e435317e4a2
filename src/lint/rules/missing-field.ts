import { fieldFindings } from '../field-findings.ts';
import { freeNumber } from '../free-number.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';

/** Reports required fields that are not there; a figure's missing source has a rule of its own. */
export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  docs: '必填的字段都要写；没有的信息写“未载”“未公开”或“隐去”。',
  *check(context) {
    yield* fieldFindings(context, 'missing-field', ({ path }) => !/^(?:id|figures\.\d+\.cite)$/u.test(path.join('.')));
    yield* withoutNumber(context);
  },
  examples: {
    ok: [{ fields: { conditions: '未载' } }],
    notOk: [
      { fields: { id: undefined } },
      { fields: { summary: undefined } },
      { fields: { conditions: undefined } },
      { fields: { checked: { date: '2026-11-22' } } },
    ],
  },
};

/** A missing number is named, each entry without one another. */
function* withoutNumber({ entries, known }: LintContext): Generator<Finding> {
  const given = new Map<string, number>();
  for (const { collection, file, fieldProblems } of entries) {
    const problem = fieldProblems.find(({ kind, path }) => kind === 'missing-field' && path.join('.') === 'id');
    if (!problem) continue;
    const after = given.get(collection) ?? 0;
    given.set(collection, after + 1);
    const free = freeNumber(known, collection, after);
    yield {
      file: file.path,
      at: file.yaml?.keyAt([]),
      message: `${problem.message}下一个没有用过的编号是“${free}”：请加一行 id: ${free}。`,
    };
  }
}
