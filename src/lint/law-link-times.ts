/** The law links of cases and practices beside the time that the entry tells of. */
import { isOf } from '../domain/entry/records.ts';
import type { Entry, EntryOf } from '../domain/entry/records.ts';
import { spanOf } from '../domain/chinese/time-span.ts';
import type { TimeSpan } from '../domain/chinese/time-span.ts';
import type { LintContext } from './rule.ts';
import type { LintEntry } from './lint-entry.ts';

/** A case or practice whose time is known, and the policies of the content. */
export interface TimedEntry {
  entry: LintEntry;
  record: EntryOf<'tolerance'> | EntryOf<'practices'>;
  /** The time as the author wrote it. */
  written: string;
  span: TimeSpan;
  policyOf: (id: string) => EntryOf<'policies'> | undefined;
}

/** The cases and practices that name a year. */
export function* timedEntries({ entries, known }: LintContext): Generator<TimedEntry> {
  for (const entry of entries) {
    const { record } = entry;
    if (!record || !isTimed(record)) continue;
    const written = isOf(record, 'tolerance') ? record.data.year : record.data.period;
    const span = spanOf(written);
    if (span) yield { entry, record, written, span, policyOf: (id) => known.policies.byId.get(id) };
  }
}

function isTimed(record: Entry): record is Extract<Entry, { collection: 'tolerance' | 'practices' }> {
  return isOf(record, 'tolerance') || isOf(record, 'practices');
}
