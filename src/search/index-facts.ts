/** What the content says of an entry that results show, filter and sort by; its page is read for the text alone. */
import { citationsOf } from '../domain/citations.ts';
import { formatFigure } from '../domain/figures.ts';
import { parseLocator } from '../domain/locator.ts';
import type { Entry, SiteContent } from '../domain/records.ts';
import { isOf } from '../domain/records.ts';
import { lineageOf } from '../domain/regions.ts';
import type { Region } from '../schema/vocabulary.ts';
import type { EntryFacets, EntryFigure } from './engine.ts';
import type { PageText } from './page-text.ts';

/** An entry as the index takes it: what its page shows, and what the content says of it. */
export interface IndexedEntry extends PageText {
  collection: string;
  title: string;
  aliases: string[];
  facets: EntryFacets;
  figures: EntryFigure[];
  /** The day, month or year by which results are sorted; empty when unknown. */
  date: string;
}

/** Every page with what the content says of its entry. */
export function withFacts(pages: readonly PageText[], { entries, vocabulary }: SiteContent): IndexedEntry[] {
  const byId = new Map(entries.map((entry) => [entry.data.id, entry]));
  return pages.map((page) => {
    const entry = byId.get(page.id);
    if (!entry) throw new Error(`${page.url} shows ${page.id}, which the content does not have`);
    return { ...page, ...factsOf(entry, vocabulary.regions.items) };
  });
}

function factsOf(entry: Entry, regions: readonly Region[]): Omit<IndexedEntry, keyof PageText> {
  const { title, aliases, themes, level, nature } = entry.data;
  const time = timeOf(entry);
  const years = [...new Set(time.match(/(?:19|20)\d{2}/gu) ?? [])].sort();
  const named = regions.filter(({ id }) => entry.data.regions.includes(id));
  const facets = {
    regions: [...new Set(named.flatMap(({ id }) => lineageOf(id, regions).map(({ name }) => name)))],
    ...{ themes, levels: level, natures: [nature], years },
    sources: [...new Set(citationsOf(entry).flatMap((cite) => parseLocator(cite)?.source ?? []))].sort(),
  };
  const figures = entry.data.figures.map((figure) => {
    const { what, whose, period } = figure;
    return { value: formatFigure(figure), what, whose, period };
  });
  const date = /^\d{4}(?:-\d{2}){0,2}$/u.test(time) ? time : (years[years.length - 1] ?? '');
  return { collection: entry.collection, title, aliases, facets, figures, date };
}

/** When the matter itself happened or was issued, not when the entry was written. */
function timeOf(entry: Entry): string {
  if (isOf(entry, 'policies')) return entry.data.dates.issued === '未载' ? entry.data.dates.published : entry.data.dates.issued;
  if (isOf(entry, 'practices')) return entry.data.period;
  if (isOf(entry, 'tolerance')) return entry.data.year;
  return '';
}
