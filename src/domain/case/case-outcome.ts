/** What became of a case, where there is a line for it and no more. */
import type { EntryOf } from '../entry/records.ts';

/** The result of a case in a line of a list: its kind, or the words of the source where no kind holds them. */
export function outcomeInList({ outcome, outcomeWords }: Pick<EntryOf<'tolerance'>['data'], 'outcome' | 'outcomeWords'>): string {
  if (outcome !== '其他') return outcome;
  return outcomeWords ? `“${outcomeWords}”` : '其他（见正文）';
}
