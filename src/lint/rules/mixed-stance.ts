import { parseLocator } from '../../domain/entry/locator.ts';
import { recordsIn, recordsWithin, textsIn } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Finding, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';
import type { KnownFacts } from '../known-facts.ts';

/** Reports statements that rest on a suggestion and on a practice at once: the reader could not tell what was done. */
export const mixedStance: Rule = {
  id: 'mixed-stance',
  severity: 'error',
  docs: 'actions 和 statements 里的一条，只引建议类文献或只引做法类文献，不混引。',
  *check({ entries, known }) {
    for (const entry of entries) {
      for (const { path, record } of recordsWithin(entry.data)) {
        for (const field of ['actions', 'statements']) {
          for (const { index, item } of recordsIn(record[field])) yield* explain([...path, field, index], item, entry, known);
        }
      }
    }
  },
  examples: {
    ok: [{ fields: { actions: [{ text: '公开澄清不实举报。', cites: ['S1-¶05#2', 'S3-¶26#2'] }] } }],
    notOk: [{ fields: { actions: [{ text: '公开澄清不实举报。', cites: ['S0-¶03#1', 'S3-¶26#2'] }] } }],
  },
};

function* explain(path: (string | number)[], item: Record<string, unknown>, entry: LintEntry, known: KnownFacts): Generator<Finding> {
  const cited = textsIn(item['cites']).flatMap((cite) => parseLocator(cite)?.source ?? []);
  const byStance = Map.groupBy(new Set(cited), (source) => known.sources.get(source)?.stance ?? '');
  const [suggested, done] = [byStance.get('建议'), byStance.get('做法')];
  if (!suggested || !done) return;
  const message = `这一条同时引了建议（${suggested.join('、')}）和做法（${done.join('、')}），读者分不清是主张还是已经做了。请拆成两条，分别写“提出……”和实际做法。`;
  yield atField(entry, [...path, 'cites'], message);
}
