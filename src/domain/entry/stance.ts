/** What a source document's stance means to a reader. */
import type { EntryOf } from './records.ts';

export function stanceWords(stance: EntryOf<'sources'>['data']['stance']): string {
  return stance === '建议' ? '建议：所说的办法不能当作已经实行' : '做法：它说的办法都写成已经在做的，写明“探索”“研究制定”的除外';
}
