/** What `/changes/` and the home page tell of the entries' changes. */
import { byMonth, changesOf, tellCounts } from '../domain/changes.ts';
import type { Change, ChangeKind } from '../domain/changes.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../schema/number.ts';
import { toLink } from './links.ts';
import type { EntryLink } from './links.ts';
import type { Site } from '../domain/site-index.ts';

/** A change as a line of a list. */
export interface ChangeLine {
  date: string;
  kind: ChangeKind;
  link: EntryLink;
  what: string;
}

/** The changes of a month and of one kind, by collection. */
export interface ChangeGroup {
  name: string;
  lines: ChangeLine[];
}

/** Every month in which something happened, the newest first. */
export function changeMonths({ entries }: Site) {
  return byMonth(changesOf(entries)).map((month) => ({
    id: `m${month.month}`,
    name: `${Number(month.month.slice(0, 4))} 年 ${Number(month.month.slice(5))} 月`,
    counts: tellCounts(month),
    kinds: month.kinds.map(({ kind, changes }) => ({ kind, groups: byCollection(changes) })),
  }));
}

/** The last changes, for the home page; source documents are not news. */
export function lastChanges({ entries }: Site, count: number): ChangeLine[] {
  return changesOf(entries.filter(({ collection }) => collection !== 'sources'))
    .slice(0, count)
    .map(toLine);
}

function byCollection(changes: readonly Change[]): ChangeGroup[] {
  return COLLECTION_NAMES.map((name) => ({
    name: COLLECTIONS[name].name,
    lines: changes.filter(({ entry }) => entry.collection === name).map(toLine),
  })).filter(({ lines }) => lines.length > 0);
}

function toLine({ date, kind, entry, what }: Change): ChangeLine {
  return { date, kind, link: toLink(entry), what };
}
