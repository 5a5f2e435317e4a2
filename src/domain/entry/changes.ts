/** What was added, changed and retired, told from the entries' own fields; and the same by month. */
import { compareNumbers } from '../../schema/number.ts';
import type { Entry } from './records.ts';

const CHANGE_KINDS = ['新增', '修改', '退出'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing that happened to one entry on one day. */
export interface Change {
  date: string;
  kind: ChangeKind;
  entry: Entry;
  /** What happened, in a sentence; empty for an addition, of which the title says everything. */
  what: string;
}

/** All changes of a month, `2026-11`, by kind; kinds without one are left out. */
export interface ChangedMonth {
  month: string;
  kinds: { kind: ChangeKind; changes: Change[] }[];
}

/** What is said of a change that the author did not explain. */
export const UNEXPLAINED = '没有写明改了什么。';

/** Every change of every entry, the newest first, on one day in the order of the numbers. */
export function changesOf(entries: readonly Entry[]): Change[] {
  return entries
    .flatMap(historyOf)
    .sort((a, b) => compareDays(b.date, a.date) || compareNumbers(a.entry.data.id, b.entry.data.id) || orderOf(a) - orderOf(b));
}

/** Changes in their order, by month. */
export function byMonth(changes: readonly Change[]): ChangedMonth[] {
  const months = [...new Set(changes.map(({ date }) => monthOf(date)))];
  return months.map((month) => ({
    month,
    kinds: CHANGE_KINDS.map((kind) => ({
      kind,
      changes: changes.filter((change) => change.kind === kind && monthOf(change.date) === month),
    })).filter(({ changes: list }) => list.length > 0),
  }));
}

/** `新增 3 条，修改 1 条。` */
export function tellCounts({ kinds }: ChangedMonth): string {
  return `${kinds.map(({ kind, changes }) => `${kind} ${changes.length} 条`).join('，')}。`;
}

function historyOf(entry: Entry): Change[] {
  const { published, updated, changes, retired } = entry.data;
  const told = changes.map(({ date, what }): Change => ({ date, kind: '修改', entry, what }));
  const isTold = updated <= published || updated === retired?.date || changes.some(({ date }) => date === updated);
  return [
    { date: published, kind: '新增', entry, what: '' },
    ...told,
    ...(isTold ? [] : [{ date: updated, kind: '修改' as const, entry, what: UNEXPLAINED }]),
    ...(retired ? [{ date: retired.date, kind: '退出' as const, entry, what: reasonOf(retired) }] : []),
  ];
}

function reasonOf({ reason, replacedBy }: { reason: string; replacedBy?: string | undefined }): string {
  return replacedBy ? `${reason}见 ${replacedBy}。` : reason;
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** What happens to an entry on one day happens in the order of its life; the last comes first. */
function orderOf({ kind }: Change): number {
  return -CHANGE_KINDS.indexOf(kind);
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
