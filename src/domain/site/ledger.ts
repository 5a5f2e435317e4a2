/** Published numbers and addresses: what a site has, and what of it the ledger does not know yet. */
import type { Ledger } from '../../schema/ledger.ts';
import type { VocabularyData } from '../../schema/vocabulary.ts';
import { entryPath, isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';

type LedgerEntry = Ledger['entries'][number];

/** The line of an entry in the ledger. */
function ledgerEntryOf(entry: Entry): LedgerEntry {
  const anchors = isOf(entry, 'policies') ? entry.data.clauses.map(({ anchor }) => anchor) : [];
  return { id: entry.data.id, at: entryPath(entry), ...(anchors.length > 0 && { anchors }) };
}

/** Addresses of the pages of regions, themes and families of mechanisms; lists that are not there have none. */
export function pagesOf(lists: Partial<VocabularyData>): string[] {
  return [
    ...(lists.regions?.items ?? []).map(({ id }) => `/regions/${id}/`),
    ...(lists['measure-fields']?.items ?? []).map(({ slug }) => `/themes/${slug}/`),
    ...(lists['mechanism-families']?.items ?? []).flatMap(({ slug }) => (slug ? [`/families/${slug}/`] : [])),
  ];
}

/** What is to be added to a ledger: new entries, new anchors of entries already in it, new pages. */
export interface LedgerAdditions {
  entries: LedgerEntry[];
  anchors: { id: string; anchor: string }[];
  pages: string[];
}

/** Compares a ledger with the entries and pages of today. */
export function additionsTo(ledger: Ledger, entries: readonly Entry[], lists: Partial<VocabularyData>): LedgerAdditions {
  const known = new Map(ledger.entries.map((entry) => [entry.id, entry]));
  const now = entries.map(ledgerEntryOf);
  return {
    entries: now.filter(({ id }) => !known.has(id)),
    anchors: now.flatMap(({ id, anchors = [] }) => {
      const before = known.get(id);
      return before ? anchors.filter((anchor) => !before.anchors?.includes(anchor)).map((anchor) => ({ id, anchor })) : [];
    }),
    pages: pagesOf(lists).filter((page) => !ledger.pages.includes(page)),
  };
}
