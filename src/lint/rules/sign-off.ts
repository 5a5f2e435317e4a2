import { remarksIn } from '../../schema/remarks.ts';
import { isRecord, textOf } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** Reports new entries that go out without a second pair of eyes and a look at secrecy; what was out before is exempt. */
export const signOff: Rule = {
  id: 'sign-off',
  severity: 'error',
  docs: '新条目发布以前，要由写的人以外的人审核，并做过保密审查（signOff）；以前发布的不用补；审核意见没有处理完的不能发布。',
  *check(context) {
    for (const entry of context.entries) {
      const written = entry.data['signOff'];
      const remarks = entry.data['status'] === '草稿' ? [] : remarksIn(entry.file.source);
      if (remarks.length > 0)
        yield atField(
          entry,
          ['status'],
          `还有 ${remarks.length} 条审核意见没有处理：“${remarks.map(({ text }) => text.slice(0, 20)).join('”“')}”。请改好，在编辑台里点“改好了，删去”（或者删去文件开头“# 审核意见”那一行），再发布。`,
        );
      if (isRecord(written)) yield* wrong(entry, written, context);
      else if (written === undefined && needsSignOff(entry, context))
        yield atField(
          entry,
          ['status'],
          `这一条要发布，还没有审核和保密审查。请写的人以外的人审过，再在编辑台的“审核发布”里选它发布，或者运行 npm run sign-off -- --writer 写的人的岗位 --reviewer 审核人的岗位 --secrecy 已做 ${entry.id}；没有审过的，status 先写“草稿”。`,
        );
    }
  },
  examples: {
    ok: [{ fields: { signOff: undefined, status: '草稿' } }, { file: 'practices/second.mdx', fields: { aliases: ['登记过的'] } }],
    notOk: [
      { fields: { signOff: undefined } },
      { fields: { signOff: { writer: '县委组织部 科员', reviewer: '县委组织部科员', date: '2026-11-22', secrecy: '已做' } } },
      { fields: { signOff: { writer: '科员', reviewer: '科长', date: '2026-11-23', secrecy: '已做' } } },
    ],
  },
};

function needsSignOff({ data, id }: LintEntry, { known: { ledger } }: LintContext): boolean {
  if (data['status'] !== '发布' || id === '') return false;
  if (ledger?.data.entries.some((entry) => entry.id === id)) return false;
  const since = ledger?.data.signOffSince;
  return since === undefined || textOf(data['published']) >= since;
}

function* wrong(entry: LintEntry, written: Record<string, unknown>, { today }: LintContext): Generator<Finding> {
  const plain = (name: string) => textOf(written[name]).replace(/\s+/gu, '');
  if (plain('writer') !== '' && plain('writer') === plain('reviewer'))
    yield atField(entry, ['signOff', 'reviewer'], `审核的人和写的人都是“${textOf(written['reviewer'])}”。请由另一个人审核，写他的岗位。`);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(plain('date')) && plain('date') > today)
    yield atField(entry, ['signOff', 'date'], `审核日期写的是“${plain('date')}”，今天是 ${today}，这一天还没有到。请核对日期。`);
}
