/** Entries of the case library that are read against cases of tolerance and are none themselves: left out by default, and the number told. */
import { isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';
import type { VocabularyData } from '../../schema/vocabulary.ts';

/** The types of cases that do not count as cases of tolerance. */
export function asideTypes(vocabulary: Pick<VocabularyData, 'case-types'>): ReadonlySet<string> {
  return new Set(vocabulary['case-types'].items.filter(({ counts }) => !counts).map(({ id }) => id));
}

/** The type of an entry that is kept beside the cases; `undefined` for a case of tolerance and for any other entry. */
export function asideOf(entry: Entry, types: ReadonlySet<string>): string | undefined {
  return isOf(entry, 'tolerance') && types.has(entry.data.type) ? entry.data.type : undefined;
}

/** How many are left out, type by type: 3 条（统计与汇编 2、通报反例 1）; empty when none is. */
export function tellAsides(asides: readonly string[]): string {
  if (asides.length === 0) return '';
  // The report tells it in old browsers too, which cannot group by themselves.
  const byType = [...new Set(asides)].map((type) => `${type} ${asides.filter((other) => other === type).length}`);
  return `${asides.length} 条（${byType.join('、')}）`;
}
