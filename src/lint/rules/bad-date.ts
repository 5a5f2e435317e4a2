import { explainDate } from '../../schema/dates.ts';
import { valueAt } from '../../schema/field-guide.ts';
import { isRecord, recordsIn } from '../../store/loose-data.ts';
import { fieldFindings } from '../field-findings.ts';
import { atField, hasFieldProblem } from '../rule.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** Reports days that do not exist, lack quotation marks, or stand in the wrong order. */
export const badDate: Rule = {
  id: 'bad-date',
  severity: 'error',
  docs: '日期写成带引号的 "2026-11-22"，要真有这一天，首次发布不晚于修改，失效不早于施行，修改、核对、印发和案发不晚于今天。',
  *check(context) {
    yield* fieldFindings(context, 'bad-date');
    for (const entry of context.entries) {
      yield* unquoted(entry);
      yield* wrongOrder(entry);
      yield* notYet(entry, context.today);
    }
    yield* sourcesNotYet(context);
  },
  examples: {
    ok: [
      { file: 'practices/second.mdx', fields: { published: '2026-11-21', updated: '2026-11-22' } },
      { file: 'policies/opinion.mdx', fields: { dates: { issued: '2026', effectiveFrom: '2027-01-01', effectiveTo: '2027-01' } } },
      { file: 'tolerance/scenario.mdx', fields: { year: '2024—2026' } },
    ],
    notOk: [
      { fields: { updated: '2026-02-30' } },
      { fields: { updated: '2026年11月22日' } },
      { fields: { published: '2026-11-23' } },
      { fields: { updated: '2026-12-01' } },
      { fields: { checked: { date: '2027-11-22', against: '来源文献原文逐句' } } },
      { replace: ['updated: "2026-11-22"', 'updated: 2026-11-22'] },
      { file: 'policies/opinion.mdx', fields: { dates: { issued: '2081-05' } } },
      { file: 'policies/opinion.mdx', fields: { dates: { effectiveFrom: '2018-05', effectiveTo: '2017' } } },
      { file: 'policies/opinion.mdx', fields: { edition: { name: '2018年印发', from: '2018-05-20', to: '2018-05-01' } } },
      { file: 'policies/opinion.mdx', fields: { clauses: [clauseReadOn('2027-11-22')] } },
      { file: 'tolerance/scenario.mdx', fields: { year: '2042' } },
      { file: 'vocab/public-sources.yaml', replace: ['"2018-05-20"', '"2081-05-20"'] },
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
  yield* wrongSpan(entry, ['dates', 'effectiveFrom'], ['dates', 'effectiveTo']);
  yield* wrongSpan(entry, ['edition', 'from'], ['edition', 'to']);
  const { published, updated } = data;
  if (hasFieldProblem(entry, ['published']) || hasFieldProblem(entry, ['updated'])) return;
  if (!isDay(published) || !isDay(updated) || published <= updated) return;
  const message = `首次发布日期“${published}”晚于修改日期“${updated}”。请核对两个日期；改过内容就更新 updated。`;
  yield { file: file.path, at: file.yaml?.valueAt(['published']), message };
}

/** What is over before it has begun was never in force, and pages would say so. */
function* wrongSpan(entry: LintEntry, from: string[], to: string[]): Generator<Finding> {
  const [begins, ends] = [valueAt(entry.data, from), valueAt(entry.data, to)];
  if (!isDate(begins) || !isDate(ends) || hasFieldProblem(entry, from) || hasFieldProblem(entry, to) || !isAfter(begins, ends)) return;
  yield atField(entry, to, `“${to.join('.')}”写的是“${ends}”，早于“${from.join('.')}”的“${begins}”。请核对两个日期。`);
}

/** What has been done has been done by now; a wrong clock in the machine shows here as well. */
function* notYet(entry: LintEntry, today: string): Generator<Finding> {
  for (const path of pastIn(entry)) {
    const day = lastDateIn(valueAt(entry.data, path));
    if (day === undefined || !isAfter(day, today) || hasFieldProblem(entry, path)) continue;
    yield atField(
      entry,
      path,
      `“${path.join('.')}”写的是“${day}”，今天是 ${today}，这一天还没有到。请核对日期；日期没有错，就核对这台电脑的时钟。`,
    );
  }
}

/** The fields that tell of what is past. */
function pastIn({ collection, data }: LintEntry): (string | number)[][] {
  const common = [['published'], ['updated'], ['checked', 'date'], ['retired', 'date'], ['retrieved']];
  const ofPolicy = [
    ...['adopted', 'issued', 'published'].map((name) => ['dates', name]),
    ...recordsIn(data['clauses']).map(({ index }) => ['clauses', index, 'quote', 'day']),
  ];
  const ofCase = [['year'], ...recordsIn(data['procedureSteps']).map(({ index }) => ['procedureSteps', index, 'date'])];
  return [...common, ...(collection === 'policies' ? ofPolicy : []), ...(collection === 'tolerance' ? ofCase : [])];
}

/** Nobody has read what comes out tomorrow. */
function* sourcesNotYet({ files, today }: LintContext): Generator<Finding> {
  const file = files.find(({ folder, name }) => folder === 'vocab' && name === 'public-sources');
  if (!isRecord(file?.yaml?.data)) return;
  for (const { index, item } of recordsIn(file.yaml.data['items'])) {
    const day = item['date'];
    if (isDate(day) && isAfter(day, today))
      yield {
        file: file.path,
        at: file.yaml.valueAt(['items', index, 'date']),
        message: `公开资料的日期写的是“${day}”，今天是 ${today}，这一天还没有到。请核对日期。`,
      };
  }
}

/** The last of the dates in a text such as `2023—2024`. */
function lastDateIn(value: unknown): string | undefined {
  return typeof value === 'string' ? /\d{4}(?:-\d{2}){0,2}$/u.exec(value)?.[0] : undefined;
}

/** Whether the whole of a day, a month or a year comes after another. */
function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}(?:-\d{2}){0,2}$/u.test(value);
}

function clauseReadOn(day: string) {
  const quote = { words: '可以从轻或者减轻处理', edition: '2018年印发', readAt: '公开法规文本（转录）', day };
  return { no: '第四部分', anchor: 'part-4', gist: '撑腰鼓劲。', cites: ['GK-0001'], read: '逐字读过', quote };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}
