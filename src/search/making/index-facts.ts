/** What the content says of an entry that results show, filter and sort by; its page is read for the text alone. */
import { timeOf, yearsOf } from '../../domain/entry/entry-time.ts';
import { formatFigure } from '../../domain/entry/figures.ts';
import { parseLocator } from '../../domain/entry/locator.ts';
import { isOf } from '../../domain/entry/records.ts';
import type { Entry } from '../../domain/entry/records.ts';
import { cautionOf, hasEnded, validityOn } from '../../domain/policy/validity.ts';
import type { Validity } from '../../domain/policy/validity.ts';
import { isUnknown } from '../../schema/unknown.ts';
import type { Site } from '../../domain/site/site-index.ts';
import { compareNumbers } from '../../schema/number.ts';
import { commonMark } from './index-common.ts';
import type { EntryFacets, EntryFigure, Offer, UnitEntry } from '../engine/engine.ts';
import type { PageText } from './page-text.ts';

/** An entry as the index takes it: what its page shows, and what the content says of it. */
export interface IndexedEntry extends PageText {
  collection: string;
  title: string;
  aliases: string[];
  /** How the document is numbered; empty for what is none. */
  docNumber: string;
  keywords: string[];
  asked: string[];
  offers: Offer[];
  /** The year in which it was replaced or ended, of a document that is in force no more; 0 of everything else. */
  endedIn: number;
  /** What a result says of a document that may not hold any more; empty of everything else. */
  caution: string;
  /** What tells an entry of the common library: see `FACTS`; empty for an entry that only one unit has. */
  common: string;
  facets: EntryFacets;
  figures: EntryFigure[];
  /** The day, month or year by which results are sorted; empty when unknown. */
  date: string;
  /** Whose entry it is, where it is another unit's; its number has the unit then. */
  owner?: UnitEntry;
}

/** Every page with what the content says of its entry. */
export function withFacts(pages: readonly PageText[], site: Site): IndexedEntry[] {
  return pages.map((page) => {
    const entry = site.graph.byId.get(page.id);
    if (!entry) throw new Error(`${page.url} shows ${page.id}, which the content does not have`);
    return { ...page, ...factsOf(entry, site) };
  });
}

function factsOf(entry: Entry, { citations, regions, policies, asOf }: Site): Omit<IndexedEntry, keyof PageText> {
  const { id, title, aliases, asked, keywords, themes, level, nature } = entry.data;
  const time = timeOf(entry);
  const years = yearsOf(entry);
  const facets = {
    regions: [...new Set(entry.data.regions.flatMap((place) => regions.lineageOf(place).map(({ name }) => name)))],
    ...{ themes, levels: level, natures: [nature], years },
    sources: [...new Set((citations.get(id) ?? []).flatMap((cite) => parseLocator(cite)?.source ?? []))].sort(compareNumbers),
  };
  const figures = entry.data.figures.map((figure) => {
    const { what, whose, period } = figure;
    // In a result nothing says of what the word for unknown is told.
    return { value: formatFigure(figure), what, whose, period: isUnknown(period) ? `时间${period}` : period };
  });
  const date = /^\d{4}(?:-\d{2}){0,2}$/u.test(time) ? time : (years[years.length - 1] ?? '');
  const docNumber = isOf(entry, 'policies') && !isUnknown(entry.data.docNumber) ? entry.data.docNumber : '';
  return {
    collection: entry.collection,
    title,
    aliases,
    docNumber,
    keywords,
    asked,
    offers: offersOf(entry),
    endedIn: isOf(entry, 'policies') ? endOf(validityOn(entry, asOf, policies)) : 0,
    caution: isOf(entry, 'policies') ? cautionOf(entry, asOf, policies) : '',
    common: commonMark(entry),
    facets,
    figures,
    date,
  };
}

/** Where the year is not known, that of the last day that there is: whatever year is asked for is before it. */
function endOf(validity: Validity): number {
  return hasEnded(validity) ? Number(validity.since?.slice(0, 4) ?? LAST_YEAR) : 0;
}

const LAST_YEAR = 9999;

function offersOf(entry: Entry): Offer[] {
  const offers: Offer[] = [];
  if (isOf(entry, 'situations') && !isUnknown(entry.data.channel)) offers.push('channel');
  if (isOf(entry, 'policies')) {
    const { rule, deadlines } = entry.data;
    if (rule && !isUnknown(rule.decider)) offers.push('decider');
    if (deadlines.length > 0 || (rule && !isUnknown(rule.deadlines))) offers.push('deadline');
  }
  if (entry.data.figures.length > 0) offers.push('figure');
  return offers;
}
