/** The published entries as plain data for other programs: JSON, JSON lines, and a table that opens in Excel and WPS. */
import { changesOf } from '../domain/entry/changes.ts';
import { yearsOf } from '../domain/entry/entry-time.ts';
import { facetLabel } from '../domain/list/facet-names.ts';
import { DETAIL_NAMES } from '../domain/list/facet-titles.ts';
import { filteredCollections, filtersOf } from '../domain/list/list-filters.ts';
import { entryPath, isOf } from '../domain/entry/records.ts';
import type { Entry } from '../domain/entry/records.ts';
import { ruleMatrix } from '../domain/policy/rule-matrix.ts';
import type { RuleRow } from '../domain/policy/rule-matrix.ts';
import type { ExportedEntry } from '../schema/contract.ts';
import type { Site } from '../domain/site/site-index.ts';
import { toTable } from './table.ts';

/** What an entry's page shows, as the search index takes it too. */
export interface PageFacts extends Omit<ExportedEntry['search'], 'offers'> {
  text: string;
  offers: ExportedEntry['search']['offers'];
}

/** Entries as exported data; `pageOf` gives what an entry's page shows by number. */
export function exportEntries(site: Site, pageOf: ReadonlyMap<string, PageFacts>): ExportedEntry[] {
  const { entries, regions: tree, citations } = site;
  const rules = new Map(ruleMatrix(site).map((row) => [row.policy.data.id, row]));
  return entries.map((entry) => {
    const { id, title, summary, takeaway = '', aliases, keywords, themes, level, regions, figures, nature, status, updated } = entry.data;
    return {
      id,
      collection: entry.collection,
      title,
      url: entryPath(entry),
      summary,
      takeaway,
      aliases,
      asked: entry.data.asked,
      keywords,
      themes,
      level,
      regions: regions.map((region) => tree.byId.get(region)?.name ?? region),
      cites: [...(citations.get(id) ?? [])],
      figures,
      nature,
      status,
      updated,
      text: pageOf.get(id)?.text ?? '',
      changes: changesOf([entry]).map(({ date, kind, what }) => ({ date, kind, what })),
      listed: listedOf(entry),
      details: detailsOf(entry, site),
      rule: ruleOf(rules.get(id), rules),
      search: searchOf(pageOf.get(id)),
    };
  });
}

function listedOf(entry: Entry): ExportedEntry['listed'] {
  const isScenario = entry.data.nature === '教学情景';
  if (!isOf(entry, 'tolerance')) return { year: '', type: '', outcome: '', sourceLevel: '', isScenario };
  const { type, outcome, sourceLevel } = entry.data;
  return { year: yearsOf(entry).join('、'), type, outcome, sourceLevel, isScenario };
}

/** What only some kinds of entries are sorted by, as readers know it. */
function detailsOf(entry: Entry, site: Site): ExportedEntry['details'] {
  const filters = filteredCollections().flatMap((collection) => (collection === entry.collection ? filtersOf(collection) : []));
  const details = DETAIL_NAMES.map((name) => {
    const values = filters.find(({ key }) => key === name)?.valuesOf(entry, site) ?? [];
    return [name, [...new Set(values)].map((value) => facetLabel(site, name, value))] as const;
  });
  return Object.fromEntries(details.filter(([, values]) => values.length > 0));
}

/** The cells of a rule as texts, and what a matrix goes by; what the public text does not say is left out. */
function ruleOf(row: RuleRow | undefined, rules: ReadonlyMap<string, RuleRow>): Record<string, string> {
  if (!row) return {};
  const cells = row.cells.flatMap(({ element, finding }) => (typeof finding === 'string' ? [] : [[element, finding.text] as const]));
  const successor = row.succession.find(({ how, policy }) => how === '已被代替' && rules.has(policy.data.id));
  return {
    place: row.place,
    ...row.facts,
    ...Object.fromEntries(cells),
    stated: row.deadlines.map(({ text }) => text).join('；'),
    succession: row.succession.map(({ how, policy }) => `${how} ${policy.data.title}`).join('\n'),
    province: row.province,
    deciders: row.deciders.join('、'),
    ...(row.days !== undefined && { days: String(row.days) }),
    ...(successor && { replacedBy: successor.policy.data.id }),
  };
}

function searchOf(page: PageFacts | undefined): ExportedEntry['search'] {
  if (!page) return NOTHING_SHOWN;
  const { docNumber, offers, endedIn, caution, common, date, facets, figures, headings } = page;
  return { docNumber, offers, endedIn, caution, common, date, facets, figures, headings };
}

const NOTHING_SHOWN: ExportedEntry['search'] = {
  ...{ docNumber: '', offers: [], endedIn: 0, caution: '', common: '', date: '', figures: [], headings: [] },
  facets: { regions: [], themes: [], levels: [], natures: [], years: [], sources: [] },
};

/** One entry a line. */
export function toJsonLines(entries: readonly ExportedEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

const COLUMNS = [
  'id',
  'collection',
  'title',
  'url',
  'summary',
  'takeaway',
  'aliases',
  'asked',
  'keywords',
  'themes',
  'level',
  'regions',
  'cites',
  'figures',
  'nature',
  'status',
  'updated',
  'text',
] as const;

/** A table with one entry a row. */
export function toCsv(entries: readonly ExportedEntry[]): string {
  return toTable([COLUMNS, ...entries.map((entry) => COLUMNS.map((column) => flatten(entry[column])))]);
}

function flatten(value: ExportedEntry[(typeof COLUMNS)[number]]): string {
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('；') : value;
}
