/** Every typed figure of the site, and the numbers that stand for different things in different places. */
import type { Figure } from '../domain/blocks.ts';
import { listFigures } from '../domain/figure-list.ts';
import { parseLocator, sentencesOf } from '../domain/locator.ts';
import type { Entry } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { toLink } from './links.ts';
import type { EntryLink } from './links.ts';

export interface FigureRow {
  figure: Figure;
  entry: EntryLink;
  collection: Entry['collection'];
  regions: readonly string[];
}

/** All figures as pages show them, each once, in the order of the sources. */
export function allFigures({ entries }: Site): FigureRow[] {
  return listFigures(entries).map(({ figure, entry }) => ({
    figure,
    entry: toLink(entry),
    collection: entry.collection,
    regions: entry.data.regions,
  }));
}

/** Numbers from 10 up that stand for different facts in the same unit: easily taken for one another. */
export function lookAlikes(rows: readonly FigureRow[]): { value: number; unit: string; rows: FigureRow[] }[] {
  const groups = Map.groupBy(
    rows.filter(({ figure }) => typeof figure.value === 'number' && figure.value >= 10),
    ({ figure }) => `${figure.value} ${figure.unit}`,
  );
  return [...groups.values()]
    .map((list) => list.filter((row, index) => !list.slice(0, index).some((other) => isSameFact(row, other))))
    .flatMap((list) => {
      const figure = list[0]?.figure;
      return figure && list.length > 1 ? [{ value: Number(figure.value), unit: figure.unit, rows: list }] : [];
    })
    .sort((a, b) => b.value - a.value);
}

/**
 * The same number is the same fact when the sentences that tell it overlap, when one is said of what
 * the other is said of, or when both speak of the same place.
 */
function isSameFact(a: FigureRow, b: FigureRow): boolean {
  const [one, other] = [sentencesCited(a.figure.cite), sentencesCited(b.figure.cite)];
  if (one.some((sentence) => other.includes(sentence))) return isDocument(a) || a.figure.what === b.figure.what;
  if (a.figure.whose.includes(b.figure.whose) || b.figure.whose.includes(a.figure.whose)) return true;
  return a.regions.some((region) => b.regions.includes(region));
}

const isDocument = ({ figure }: FigureRow) => parseLocator(figure.cite) !== undefined;

function sentencesCited(cite: string): string[] {
  const locator = parseLocator(cite);
  return locator ? sentencesOf(locator) : [cite];
}
