/** Every typed figure of the site, and the numbers that stand for different things in different places. */
import type { Figure } from '../domain/blocks.ts';
import type { Entry } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { compareNumbers } from '../schema/number.ts';
import { toLink } from './links.ts';
import type { EntryLink } from './links.ts';

export interface FigureRow {
  figure: Figure;
  entry: EntryLink;
  collection: Entry['collection'];
}

/** All figures, each once a citing sentence and meaning, in the order of the sources. */
export function allFigures({ entries }: Site): FigureRow[] {
  const seen = new Set<string>();
  return entries
    .flatMap((entry) => entry.data.figures.map((figure) => ({ figure, entry: toLink(entry), collection: entry.collection })))
    .sort(
      (a, b) => Number(a.collection !== 'practices') - Number(b.collection !== 'practices') || compareNumbers(a.figure.cite, b.figure.cite),
    )
    .filter(({ figure }) => {
      const key = `${figure.cite} ${figure.value} ${figure.unit} ${figure.whose}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => compareNumbers(a.figure.cite, b.figure.cite));
}

/** Numbers from 10 up that appear with different subjects: easily taken for one another. */
export function lookAlikes(rows: readonly FigureRow[]): { value: number; rows: FigureRow[] }[] {
  const byValue = new Map<number, FigureRow[]>();
  for (const row of rows) {
    const { value } = row.figure;
    if (typeof value === 'number' && value >= 10) byValue.set(value, [...(byValue.get(value) ?? []), row]);
  }
  return [...byValue]
    .map(([value, list]) => ({ value, rows: list }))
    .filter(({ rows: list }) => new Set(list.map(({ figure }) => figure.cite)).size > 1)
    .sort((a, b) => b.value - a.value);
}
