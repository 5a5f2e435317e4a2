import { explainDate } from '../../schema/dates.ts';
import { isRecord } from '../../store/loose-data.ts';
import { fieldFindings } from '../field-findings.ts';
import { atField, hasFieldProblem } from '../rule.ts';
import type { Finding, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** Reports days that do not exist, lack quotation marks, or stand in the wrong order. */
export const badDate: Rule = {
  id: 'bad-date',
  severity: 'error',
  docs: '日期写成带引号的 "2026-11-22"，要真有这一天，首次发布不晚于修改，修改和核对不晚于今天。',
  *check(context) {
    yield* fieldFindings(context, 'bad-date');
    for (const entry of context.entries) {
      yield* unquoted(entry);
      yield* wrongOrder(entry);
      yield* notYet(entry, context.today);
    }
  },
  examples: {
    ok: [{ file: 'practices/second.mdx', fields: { published: '2026-11-21', updated: '2026-11-22' } }],
    notOk: [
      { fields: { updated: '2026-02-30' } },
      { fields: { updated: '2026年11月22日' } },
      { fields: { published: '2026-11-23' } },
      { fields: { updated: '2026-12-01' } },
      { fields: { checked: { date: '2027-11-22', against: '来源文献原文逐句' } } },
      { replace: ['updated: "2026-11-22"', 'updated: 2026-11-22'] },
    ],
  },
};

/**
 * Astro's YAML reader turns a bare day into an instant in UTC, which can be the day before; controlled lists are read by another one.
 * A day that does not exist is reported already.
 */
function* unquoted(entry: LintEntry): Generator<Finding> {
  for (const { path, text, at } of entry.file.yaml?.bareDays ?? []) {
    if (hasFieldProblem(entry, path)) continue;
    const remedy = isDay(text) ? `请写成 "${text}"。` : explainDate(text);
    yield { file: entry.file.path, at, message: `日期“${text}”没有加引号。${remedy}` };
  }
}

function* wrongOrder(entry: LintEntry): Generator<Finding> {
  const { file, data } = entry;
  const { published, updated } = data;
  if (hasFieldProblem(entry, ['published']) || hasFieldProblem(entry, ['updated'])) return;
  if (!isDay(published) || !isDay(updated) || published <= updated) return;
  const message = `首次发布日期“${published}”晚于修改日期“${updated}”。请核对两个日期；改过内容就更新 updated。`;
  yield { file: file.path, at: file.yaml?.valueAt(['published']), message };
}

/** What has been done has been done by now; a wrong clock in the machine shows here as well. */
function* notYet(entry: LintEntry, today: string): Generator<Finding> {
  for (const path of [['published'], ['updated'], ['checked', 'date'], ['retired', 'date'], ['retrieved']]) {
    const day = path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), entry.data);
    if (!isDay(day) || day <= today || hasFieldProblem(entry, path)) continue;
    yield atField(
      entry,
      path,
      `“${path.join('.')}”写的是“${day}”，今天是 ${today}，这一天还没有到。请核对日期；日期没有错，就核对这台电脑的时钟。`,
    );
  }
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}
