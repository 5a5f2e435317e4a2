/** What `/changes/` and the home page tell of the entries' changes. */
import { byMonth, changesOf, tellCounts, UNEXPLAINED } from '../domain/changes.ts';
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

/** Something new, told in one sentence: what was done, to how many, and the first of them. */
export interface News {
  date: string;
  /** 情形新收 53 条, or the sentence that several changes share. */
  text: string;
  items: EntryLink[];
  /** Whether there are more than are named. */
  isMore: boolean;
}

/** As many titles as a line of news names. */
const NAMED = 3;

/** The last news: what was added, by day and collection, then what was changed in the same words; source documents are not news. */
export function newsOf({ entries }: Site, count: number): News[] {
  const changes = changesOf(entries.filter(({ collection }) => collection !== 'sources'));
  const added = changes.filter(({ kind }) => kind === '新增');
  const changed = changes.filter(({ kind, what }) => kind === '修改' && what !== UNEXPLAINED);
  const days = [...new Set(added.map(({ date }) => date))];
  const additions = days.flatMap((day) =>
    byCollection(added.filter(({ date }) => date === day)).map(({ name, lines }) => toNews(`${name}新收 ${lines.length} 条`, lines)),
  );
  const alike = Map.groupBy(changed, ({ date, what }) => `${date} ${what}`);
  return [...additions, ...[...alike.values()].map((list) => toNews(list[0]?.what ?? '', list.map(toLine)))].slice(0, count);
}

function toNews(text: string, lines: readonly ChangeLine[]): News {
  return { date: lines[0]?.date ?? '', text, items: lines.slice(0, NAMED).map(({ link }) => link), isMore: lines.length > NAMED };
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
