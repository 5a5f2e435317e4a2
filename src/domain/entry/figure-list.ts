/** Every typed figure of the entries. */
import { compareNumbers } from '../../schema/number.ts';
import type { Figure } from './blocks.ts';
import { parseLocator } from './locator.ts';
import type { Entry } from './records.ts';

/**
 * All figures, each once, in the order of the sources. Several entries tell the same one, each in its own wording: it is the same when it has the
 * same value and unit in the same sentence, and is as far down in its entry's list among those. Of a work that is not cited by sentences, a circular
 * that names several places, it must be of the same as well.
 */
export function listFigures(entries: readonly Entry[]): { figure: Figure; entry: Entry }[] {
  const seen = new Set<string>();
  const rows = entries
    .filter(({ data }) => !data.retired)
    .flatMap((entry) => {
      const told = new Map<string, number>();
      return entry.data.figures.map((figure) => {
        const whose = parseLocator(figure.cite) ? '' : ` ${figure.whose}`;
        const place = `${figure.cite} ${figure.value} ${figure.unit}${whose}`;
        const nth = (told.get(place) ?? 0) + 1;
        told.set(place, nth);
        return { key: `${place} ${nth}`, row: { figure, entry } };
      });
    });
  // The entry on what was done tells it best.
  const ranked = [...rows].sort((a, b) => Number(a.row.entry.collection !== 'practices') - Number(b.row.entry.collection !== 'practices'));
  return ranked
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .map(({ row }) => row)
    .sort((a, b) => compareNumbers(a.figure.cite, b.figure.cite));
}
