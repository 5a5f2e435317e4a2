import { recordsIn, isRecord } from '../../store/loose-data.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';

/** Reports numbers that two entries share, and ids that stand twice in a controlled list. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  docs: '每个编号只属于一个条目，发布后不再改动，也不再给别的条目用。',
  *check(context) {
    for (const [id, [first, ...others]] of context.known.byId) {
      for (const { file } of others) {
        const message = `编号“${id}”已经用在 ${first?.file.path}（${String(first?.data['title']).slice(0, 20)}）。请给其中较新的条目换一个没有用过的编号。`;
        yield { file: file.path, at: file.yaml?.valueAt(['id']), message };
      }
    }
    yield* repeatedInLists(context);
  },
  examples: {
    ok: [{ fields: { id: 'SJ-099' } }],
    notOk: [{ fields: { id: 'SJ-002' } }, { file: 'vocab/regions.yaml', replace: ['id: ningbo', 'id: zhejiang'] }],
  },
};

function* repeatedInLists({ files }: LintContext): Generator<Finding> {
  for (const file of files) {
    if (file.folder !== 'vocab' || !isRecord(file.yaml?.data)) continue;
    const seen = new Set<unknown>();
    for (const { index, item } of recordsIn(file.yaml.data['items'])) {
      if (seen.has(item['id'])) {
        yield {
          file: file.path,
          at: file.yaml.valueAt(['items', index, 'id']),
          message: `编号“${String(item['id'])}”在这个词表里已经有了。请合并两项，或者换一个编号。`,
        };
      }
      seen.add(item['id']);
    }
  }
}
