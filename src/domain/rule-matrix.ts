/** Local tolerance rules side by side: place by element, each filled cell with its sources, blanks left blank. */
import { RULE_ELEMENTS } from './blocks.ts';
import type { Finding } from './blocks.ts';
import { isOf } from './records.ts';
import type { Entry, EntryOf } from './records.ts';

export type RuleElement = keyof typeof RULE_ELEMENTS;

export interface RuleRow {
  policy: EntryOf<'policies'>;
  /** Names of the places, from the province down. */
  place: string;
  cells: { element: RuleElement; finding: Finding }[];
}

/** The elements in the order of the columns, with their names. */
export const RULE_COLUMNS = Object.entries(RULE_ELEMENTS) as [RuleElement, string][];

/** One row for each local rule of which at least one element is known; `nameOf` gives a region's full name by id. */
export function ruleMatrix(entries: readonly Entry[], nameOf: (region: string) => string): RuleRow[] {
  return entries
    .filter((entry) => isOf(entry, 'policies'))
    .flatMap((policy) => {
      const { rule, regions } = policy.data;
      if (!rule) return [];
      const cells = RULE_COLUMNS.map(([element]) => ({ element, finding: rule[element] }));
      if (cells.every(({ finding }) => typeof finding === 'string')) return [];
      return [{ policy, place: regions.map(nameOf).join('、'), cells }];
    });
}

/** A cell's text: the finding, or nothing where the text was not seen. */
export function cellText(finding: Finding): string {
  return typeof finding === 'string' ? '' : finding.text;
}
