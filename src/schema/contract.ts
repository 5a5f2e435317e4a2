/**
 * The data contract between units: `data/entries.json` as a site writes it and as a portal reads it. What is written and what is read have this one
 * schema; a field may be added, none may change what it means while `UNIT_CONTRACT` stays the same.
 */
import { z } from 'astro/zod';
import { COLLECTION_NAMES, isEntryNumber } from './number.ts';

const text = z.string();
const texts = z.array(text);

/** A path of the site below its base, and nothing that leads elsewhere. */
const path = text.regex(/^\/(?:[a-z0-9][a-z0-9-]*\/)+$/u);

const change = z.object({ date: text, kind: z.enum(['新增', '修改', '退出']), what: text });

export const exportedEntrySchema = z.object({
  id: text.refine(isEntryNumber),
  collection: z.enum(COLLECTION_NAMES),
  title: text.min(1),
  url: path.describe('Address below the site’s base.'),
  summary: text,
  takeaway: text.describe('What it means for the reader, the editors’ word; empty where they have not said it.'),
  aliases: texts,
  asked: texts.describe('How people ask for what the entry answers, made up by the editors.'),
  keywords: texts,
  themes: texts,
  level: texts,
  regions: texts.describe('Region names as the dated region table writes them.'),
  cites: texts,
  figures: z.array(z.unknown()),
  nature: text,
  status: text,
  updated: text,
  text: text.describe('The page’s text, blocks separated by line breaks, with figures and tables.'),
  changes: z.array(change).describe('What happened to the entry, the newest first.'),
  listed: z
    .object({ year: text, type: text, outcome: text, sourceLevel: text, isScenario: z.boolean() })
    .describe('What lists of cases tell beside the title; empty where the entry has no such thing.'),
  details: z.record(text, texts).default({}).describe('What only some kinds of entries are sorted by, by facet.'),
  rule: z.record(text, text).describe('Of a local rule what the matrix tells of it, by column; empty of everything else.'),
  search: z
    .object({
      docNumber: text,
      offers: z.array(z.enum(['channel', 'decider', 'deadline', 'figure'])),
      endedIn: z
        .number()
        .int()
        .default(0)
        .describe('The year in which a document that is in force no more was replaced or ended; 0 of others.'),
      caution: text.default('').describe('What a result says of a document that may not hold any more; empty of others.'),
      common: text,
      date: text,
      facets: z.object({ regions: texts, themes: texts, levels: texts, natures: texts, years: texts, sources: texts }),
      figures: z.array(z.object({ value: text, what: text, whose: text, period: text })),
      headings: z.array(z.object({ id: text, text, at: z.number().int().min(0) })),
    })
    .describe('What an index takes of the page beside its text.'),
});

/** One entry as other programs read it. */
export type ExportedEntry = z.infer<typeof exportedEntrySchema>;

/** What a site says of itself in `data/build.json`, as far as other units go by it. */
export const sharedFactsSchema = z.object({
  unit: text.nullable(),
  name: text.default(''),
  contract: z.number().int().default(0),
  version: text,
  entries: z.number().int(),
  lastUpdated: text.nullable(),
});

export type SharedFacts = z.infer<typeof sharedFactsSchema>;
