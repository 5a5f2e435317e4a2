/** What `/changes/` and the home page tell of the entries' changes. */
import { byMonth, changesOf, tellCounts, UNEXPLAINED } from '../domain/entry/changes.ts';
import type { Change, ChangeKind } from '../domain/entry/changes.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../schema/number.ts';
import { MOST_OF_A_KIND } from '../domain/entry/best-first.ts';
import { cutIntoPages, LINES_A_PAGE } from '../domain/list/paging.ts';
import type { ListPart } from '../domain/list/paging.ts';
import { href } from '../site.ts';
import { toLink } from './links.ts';
import type { EntryLink } from './links.ts';
import type { Site } from '../domain/site/site-index.ts';

/** A change as a line of a list. */
export interface ChangeLine {
  date: string;
  kind: ChangeKind;
  /** The column of the entry. */
  column: string;
  link: EntryLink;
  what: string;
}

/** Changes of a month and of one kind. */
export interface ChangeGroup {
  kind: ChangeKind;
  /** `政策法规 12 条，地区实践 3 条`. */
  counts: string;
  total: number;
  /** The newest, by day and number. */
  lines: ChangeLine[];
}

/** A month in which something happened. */
export interface ChangedMonthView {
  id: string;
  name: string;
  counts: string;
  /** The page with every change of the month. */
  href: string;
  /** Of the newest month alone: others stand on their own pages. */
  groups: ChangeGroup[];
}

/** Every month in which something happened, the newest first and with its newest changes of each kind. */
export function changeMonths({ entries }: Site): ChangedMonthView[] {
  return byMonth(changesOf(entries)).map((month, index) => ({
    id: `m${month.month}`,
    name: monthName(month.month),
    counts: tellCounts(month),
    href: href(monthPath(month.month)),
    groups: index > 0 ? [] : month.kinds.map(({ kind, changes }) => groupOf(kind, changes)),
  }));
}

function groupOf(kind: ChangeKind, changes: readonly Change[]): ChangeGroup {
  const counts = byCollection(changes).map(({ name, lines }) => `${name} ${lines.length} 条`);
  return { kind, counts: counts.join('，'), total: changes.length, lines: changes.slice(0, MOST_OF_A_KIND).map(toLine) };
}

/** A page of a month's changes: additions, then changes, then what was retired, each by collection and by day. */
export interface MonthPage {
  path: string;
  name: string;
  part: ListPart<ChangeLine>;
}

/** The pages of every month. */
export function changeMonthPages({ entries }: Site): MonthPage[] {
  return byMonth(changesOf(entries)).flatMap(({ month, kinds }) => {
    const lines = kinds.flatMap(({ changes }) => byCollection(changes).flatMap((group) => group.lines));
    return cutIntoPages(lines, LINES_A_PAGE.changes).map((part) => ({ path: monthPath(month), name: monthName(month), part }));
  });
}

function monthPath(month: string): string {
  return `/changes/${month}/`;
}

function monthName(month: string): string {
  return `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`;
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

function byCollection(changes: readonly Change[]): { name: string; lines: ChangeLine[] }[] {
  return COLLECTION_NAMES.map((name) => ({
    name: COLLECTIONS[name].name,
    lines: changes.filter(({ entry }) => entry.collection === name).map(toLine),
  })).filter(({ lines }) => lines.length > 0);
}

function toLine({ date, kind, entry, what }: Change): ChangeLine {
  return { date, kind, column: COLLECTIONS[entry.collection].name, link: toLink(entry), what };
}
