/** Every typed figure of the site, and the numbers that stand for different things in different places. */
import type { Figure } from '../domain/entry/blocks.ts';
import { listFigures } from '../domain/entry/figure-list.ts';
import { parseLocator, sentencesOf } from '../domain/entry/locator.ts';
import { MOST_OF_A_KIND } from '../domain/entry/best-first.ts';
import { formatFigure } from '../domain/entry/figures.ts';
import { cutIntoPages, LINES_A_PAGE } from '../domain/list/paging.ts';
import type { Entry } from '../domain/entry/records.ts';
import { isOf } from '../domain/entry/records.ts';
import type { RowData } from '../domain/list/table-rows.ts';
import type { Site } from '../domain/site/site-index.ts';
import { citeLink, toLink } from './links.ts';
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

/** The pages of all figures, and of those that look alike. */
export const FIGURES_PATH = '/figures/';
export const LOOK_ALIKES_PATH = '/figures/look-alikes/';

/** A page of figures; the first one has the first of those that look alike too, the greatest numbers before others. */
export function figurePages(site: Site) {
  const rows = allFigures(site).map((row, index) => ({ ...row, index, source: sourceOf(site, row.figure.cite) }));
  const alike = lookAlikes(rows);
  const cited = new Set(rows.map(({ source }) => source));
  const sources = [...site.entriesOf('sources').map(({ data }) => data.shortName), OTHERS].filter((name) => cited.has(name));
  return cutIntoPages(rows, LINES_A_PAGE.figures).map((part) => ({
    part,
    ...(part.number === 1 && { first: { sources, alike: alike.slice(0, MOST_OF_A_KIND), alikeCount: alike.length } }),
  }));
}

/** The pages of figures that look alike, of which the first page of figures shows the greatest. */
export function lookAlikePages(site: Site) {
  const alike = lookAlikes(allFigures(site));
  return cutIntoPages(alike, MOST_OF_A_KIND);
}

/** Every figure as a row of data, in the order of the pages. */
export function figureRowData(site: Site): RowData[] {
  return allFigures(site).map(({ figure, entry }, index) => ({
    key: String(index),
    facts: { source: sourceOf(site, figure.cite) },
    cells: [
      [[formatFigure(figure)]],
      [[figure.what, { cites: linksTo(site, [figure.cite]) }, ...(figure.scope ? [`（口径：${figure.scope}）`] : [])]],
      [[figure.whose]],
      [[figure.period]],
      [[{ text: entry.title, href: entry.href }]],
    ],
  }));
}

const OTHERS = '政策与公开资料';

function sourceOf({ graph }: Site, cite: string): string {
  const source = graph.byId.get(parseLocator(cite)?.source ?? '');
  return source && isOf(source, 'sources') ? source.data.shortName : OTHERS;
}

/** Citations as links by their names. */
export function linksTo(site: Site, cites: readonly string[]): { label: string; href: string }[] {
  return cites.flatMap((cite) => {
    const link = citeLink(site, cite);
    return link ? [{ label: link.label, href: link.href }] : [];
  });
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
