/** What a report lists of what was found: cases only unless more is asked for, and how much was left out, kind by kind. */
import type { RegisterEntry } from '../site/register.ts';

/** How far a report goes, by the word in its address. */
export const SCOPES = {
  cases: '只列案例',
  rules: '案例和规定',
  all: '全部栏目',
} as const;
export type Scope = keyof typeof SCOPES;

/** Why an entry that was found is not listed. */
export type LeftOutWhy = '不在范围内' | '不算容错案例' | '教学情景（虚构）';

export interface Scoped {
  hits: RegisterEntry[];
  leftOut: { entry: RegisterEntry; why: LeftOutWhy }[];
}

/** The scope that an address asks for; a search that was narrowed to kinds of entries by its reader goes as far as these. */
export function readScope(search: string): Scope {
  const params = new URLSearchParams(search);
  const asked = params.get('scope');
  if (asked === 'cases' || asked === 'rules' || asked === 'all') return asked;
  return params.has('collection') || params.has('in') ? 'all' : 'cases';
}

/** Parts what was found; what is no case of tolerance and what is made up is listed only where the address asks for it. */
export function scopeHits(found: readonly RegisterEntry[], search: string): Scoped {
  const scope = readScope(search);
  const params = new URLSearchParams(search);
  const hasAsides = params.get('asides') === '1';
  const why = (entry: RegisterEntry): LeftOutWhy | undefined => {
    if (entry.isScenario)
      return hasAsides || params.has('scenario') || params.has('type') || params.has('nature') ? undefined : '教学情景（虚构）';
    if (entry.aside !== undefined) return hasAsides || params.has('type') ? undefined : '不算容错案例';
    return isInScope(entry, scope) ? undefined : '不在范围内';
  };
  const judged = found.map((entry) => ({ entry, why: why(entry) }));
  return {
    hits: judged.flatMap((one) => (one.why === undefined ? [one.entry] : [])),
    leftOut: judged.flatMap((one) => (one.why === undefined ? [] : [{ entry: one.entry, why: one.why }])),
  };
}

/** So many cases are told at length while nobody has chosen. */
const FIRST_KEPT = 5;

/** The cases told at length while nobody has chosen: the first that were found, those of the lowest of the levels only where there are no others. */
export function firstKept(listed: readonly RegisterEntry[], levels: readonly { name: string }[]): RegisterEntry[] {
  const lowest = levels[levels.length - 1]?.name;
  const isLow = ({ sourceLevel }: RegisterEntry) => lowest !== undefined && sourceLevel === lowest;
  const cases = listed.filter(({ collection, retired }) => collection === 'tolerance' && !retired);
  return [...cases.filter((one) => !isLow(one)), ...cases.filter(isLow)].slice(0, FIRST_KEPT);
}

function isInScope({ collection }: RegisterEntry, scope: Scope): boolean {
  if (scope === 'all' || collection === 'tolerance') return true;
  return scope === 'rules' && collection === 'policies';
}
