/** Reads the controlled lists as far as they can be read, so that one bad list does not hide what is wrong elsewhere. */
import { z } from 'astro/zod';
import type { StoredFile } from './read-content.ts';
import { COMMON_FILE, commonLibrarySchema } from '../schema/common-library.ts';
import type { CommonLibrary } from '../schema/common-library.ts';
import { ledgerSchema } from '../schema/ledger.ts';
import type { Ledger } from '../schema/ledger.ts';
import { explainFields } from '../schema/messages.ts';
import type { FieldProblem } from '../schema/messages.ts';
import { siteSchema } from '../schema/site.ts';
import type { SiteFile } from '../schema/site.ts';
import { createVocabulary, vocabularyFiles } from '../schema/vocabulary.ts';
import type { Vocabulary, VocabularyData, VocabularyName } from '../schema/vocabulary.ts';
import { isRecord, recordsIn } from './loose-data.ts';
import { SITE_FILE } from './site-file.ts';

export const LIST_NAMES = Object.keys(vocabularyFiles) as VocabularyName[];

/** The numbers and addresses that have been published. */
export interface KnownLedger {
  file: StoredFile;
  data: Ledger;
  /** Old addresses that lead on. */
  redirected: Set<string>;
}

/** The settings of the site, as far as they fit their schema. */
export interface KnownSite {
  file: StoredFile;
  data: SiteFile;
}

/** Which parts of the content are a common library's, as far as the record of it fits its schema. */
export interface KnownCommon {
  file: StoredFile;
  data: CommonLibrary;
}

export interface LoadedLists {
  /** The lists that have items; items without an id are left out. */
  lists: Partial<VocabularyData>;
  /** As the schemas want it: any value passes for a list that cannot be read. */
  vocabulary: Vocabulary;
  ledger: KnownLedger | undefined;
  site: KnownSite | undefined;
  common: KnownCommon | undefined;
  problems: { file: StoredFile; problem: FieldProblem }[];
}

/** Loads the files of the folder `vocab`. */
export function loadLists(files: readonly StoredFile[]): LoadedLists {
  const lists: Partial<Record<VocabularyName, { items: unknown[] }>> = {};
  const problems: LoadedLists['problems'] = [];
  for (const file of files) {
    const name = LIST_NAMES.find((known) => known === file.name);
    if (!name || file.folder !== 'vocab' || file.extension !== '.yaml' || !isRecord(file.yaml?.data)) continue;
    const { data } = file.yaml;
    const parsed = vocabularyFiles[name].safeParse(data);
    if (parsed.success) {
      lists[name] = parsed.data;
      continue;
    }
    for (const problem of explainFields(vocabularyFiles[name], data, {})) problems.push({ file, problem });
    const items = recordsIn(data['items']).map(({ item }) => item);
    lists[name] = { ...data, items: items.filter((item) => typeof item['id'] === 'string') };
  }
  const partial = lists as Partial<VocabularyData>;
  const { ledger, ledgerProblems } = loadLedger(files);
  const { site, siteProblems } = loadSiteFile(files);
  const { common, commonProblems } = loadCommonFile(files);
  const all = [...problems, ...ledgerProblems, ...siteProblems, ...commonProblems];
  return { lists: partial, vocabulary: forgivingVocabulary(partial), ledger, site, common, problems: all };
}

/** Whether a file is the ledger of published numbers and addresses. */
export function isLedger({ folder, name, extension }: StoredFile): boolean {
  return folder === '' && name + extension === 'ledger.yaml';
}

/** Whether a file holds the settings of the site. */
export function isSiteFile({ folder, name, extension }: StoredFile): boolean {
  return folder === '' && name + extension === SITE_FILE;
}

/** Whether a file says which package of a common library the content came from. */
export function isCommonFile({ folder, name, extension }: StoredFile): boolean {
  return folder === '' && name + extension === COMMON_FILE;
}

function loadCommonFile(files: readonly StoredFile[]): { common: KnownCommon | undefined; commonProblems: LoadedLists['problems'] } {
  const file = files.find(isCommonFile);
  if (!file?.yaml || file.problems.length > 0) return { common: undefined, commonProblems: [] };
  const read = commonLibrarySchema.safeParse(file.yaml.data);
  if (read.success) return { common: { file, data: read.data }, commonProblems: [] };
  return {
    common: undefined,
    commonProblems: explainFields(commonLibrarySchema, file.yaml.data ?? {}, {}).map((problem) => ({ file, problem })),
  };
}

/** A site may have no settings of its own; a file that is empty says as much. */
function loadSiteFile(files: readonly StoredFile[]): { site: KnownSite | undefined; siteProblems: LoadedLists['problems'] } {
  const file = files.find(isSiteFile);
  if (!file?.yaml || file.problems.length > 0) return { site: undefined, siteProblems: [] };
  const data = file.yaml.data ?? {};
  const read = siteSchema.safeParse(data);
  if (read.success) return { site: { file, data: read.data }, siteProblems: [] };
  return { site: undefined, siteProblems: explainFields(siteSchema, data, {}).map((problem) => ({ file, problem })) };
}

function loadLedger(files: readonly StoredFile[]): { ledger: KnownLedger | undefined; ledgerProblems: LoadedLists['problems'] } {
  const file = files.find(isLedger);
  if (!file || !isRecord(file.yaml?.data)) return { ledger: undefined, ledgerProblems: [] };
  const read = ledgerSchema.safeParse(file.yaml.data);
  if (!read.success)
    return { ledger: undefined, ledgerProblems: explainFields(ledgerSchema, file.yaml.data, {}).map((problem) => ({ file, problem })) };
  return { ledger: { file, data: read.data, redirected: new Set(read.data.redirects.map(({ from }) => from)) }, ledgerProblems: [] };
}

function forgivingVocabulary(lists: Partial<VocabularyData>): Vocabulary {
  const strict = createVocabulary(lists as VocabularyData);
  return {
    ...strict,
    enumOf: (name) =>
      lists[name] && lists[name].items.length > 0 ? strict.enumOf(name) : (z.string() as unknown as ReturnType<Vocabulary['enumOf']>),
  };
}
