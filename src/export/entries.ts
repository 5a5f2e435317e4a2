/** The published entries as plain data for other programs: JSON, JSON lines, and a table that opens in Excel and WPS. */
import { entryPath } from '../domain/records.ts';
import type { Entry } from '../domain/records.ts';
import type { Site } from '../domain/site-index.ts';
import { toTable } from './table.ts';

/** One entry as other programs read it. */
export interface ExportedEntry {
  id: string;
  collection: string;
  title: string;
  /** Address below the site's base. */
  url: string;
  summary: string;
  /** What it means for the reader, the editors' word; empty where they have not said it. */
  takeaway: string;
  aliases: string[];
  /** How people ask for what the entry answers, made up by the editors; empty for all but situations. */
  asked: string[];
  keywords: string[];
  themes: string[];
  level: string[];
  /** Region names as the dated region table writes them. */
  regions: string[];
  cites: string[];
  figures: Entry['data']['figures'];
  nature: string;
  status: string;
  updated: string;
  /** The page's text, blocks separated by line breaks, with figures and tables. */
  text: string;
}

/** Entries as exported data; `textOf` gives the text of an entry's page by number. */
export function exportEntries({ entries, regions: tree, citations }: Site, textOf: ReadonlyMap<string, string>): ExportedEntry[] {
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
      text: textOf.get(id) ?? '',
    };
  });
}

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
