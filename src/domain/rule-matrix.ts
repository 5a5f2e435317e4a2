/** Local tolerance rules side by side: place by element, each filled cell with its sources, blanks left blank. */
import { RULE_ELEMENTS } from './blocks.ts';
import type { Finding } from './blocks.ts';
import { isOf } from './records.ts';
import type { Entry, EntryOf } from './records.ts';
import type { RegionTree } from './regions.ts';

export type RuleElement = keyof typeof RULE_ELEMENTS;

export interface RuleRow {
  policy: EntryOf<'policies'>;
  /** Names of the places, from the province down. */
  place: string;
  cells: { element: RuleElement; finding: Finding }[];
}

/** The elements in the order of the columns, with their names. */
export const RULE_COLUMNS = Object.entries(RULE_ELEMENTS) as [RuleElement, string][];

/** One row for each local rule of which at least one element is known. */
export function ruleMatrix(entries: readonly Entry[], regions: RegionTree): RuleRow[] {
  return entries
    .filter((entry) => isOf(entry, 'policies'))
    .flatMap((policy) => {
      const { rule } = policy.data;
      if (!rule) return [];
      const cells = RULE_COLUMNS.map(([element]) => ({ element, finding: rule[element] }));
      if (cells.every(({ finding }) => typeof finding === 'string')) return [];
      return [{ policy, place: placeName(policy.data.regions, regions), cells }];
    });
}

/** Full names of the places, province first; a place above another of the list goes without saying. */
function placeName(ids: readonly string[], regions: RegionTree): string {
  const lineages = ids.map((id) => [...regions.lineageOf(id)]);
  const above = new Set(lineages.flatMap((line) => line.slice(1).map(({ id }) => id)));
  return lineages
    .filter(([place]) => place && !above.has(place.id))
    .map((line) =>
      line
        .map(({ name }) => name)
        .reverse()
        .join(''),
    )
    .join('、');
}
