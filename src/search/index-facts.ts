/** What the content says of an entry that results show, filter and sort by, and that the page does not say in one place. */
import { formatFigure } from '../domain/figures.ts';
import { parseLocator } from '../domain/locator.ts';
import type { Entry } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { timeOf, yearsOf } from '../domain/entry-time.ts';
import { compareNumbers } from '../schema/number.ts';
import type { EntryFacts } from './page-text.ts';

/** Facts by the number of the entry. */
export function entryFacts({ entries, citations }: Site): Map<string, EntryFacts> {
  return new Map(entries.map((entry) => [entry.data.id, factsOf(entry, citations.get(entry.data.id) ?? [])]));
}

function factsOf(entry: Entry, cites: readonly string[]): EntryFacts {
  const time = timeOf(entry);
  const years = yearsOf(entry);
  const sources = [...new Set(cites.flatMap((cite) => parseLocator(cite)?.source ?? []))].sort(compareNumbers);
  const figures = entry.data.figures.map((figure) => {
    const { what, whose, period } = figure;
    return { value: formatFigure(figure), what, whose, period };
  });
  return { figures, sources, years, date: /^\d{4}(?:-\d{2}){0,2}$/u.test(time) ? time : (years[years.length - 1] ?? '') };
}
