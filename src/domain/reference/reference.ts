/**
 * References after GB/T 7714, numeric system, in the edition that the reader chooses.
 *
 * 2015: checked against the examples of 4.6.2 and A.10. That edition does not say how wide its marks are; here they are half-width, as most
 * styles for it write them.
 *
 * 2025 (published 2025-12-02, in force from 2026-07-01): the standard itself was not at hand. Sure, from the copy of its rules and examples that
 * https://github.com/hushidong/biblatex-gb7714-2025 keeps and has compared with the original: full-width marks beside `.` and `[ ]`, as its
 * examples print them; 8.11 and B.10 (web pages, the day of access required); A.1 (EB for 网站、网页, Z for 其他). Our own reading: it has no
 * example of a 公文. One that is read on the web is a web page by 8.11.1, because 档案 (A) now wants a keeper; one without an address is 其他.
 * The edition of 2015 classes a 公文 as A (4.6.2, second example).
 */
import type { Work, WorkKind } from './work.ts';

export const EDITION_KEYS = ['2025', '2015'] as const;
export type EditionKey = (typeof EDITION_KEYS)[number];

/** What sets one edition apart from another, as far as web pages, official documents and reports go. */
interface Edition {
  name: string;
  comma: string;
  colon: string;
  /** Stand round the day of publication or change. */
  brackets: readonly [string, string];
  /** 文献类型标识 of each kind of work: with an address, and without. */
  codes: Readonly<Record<WorkKind, { online: string; offline: string }>>;
  /** Whether a report that is read on the web is told by the day of access too, as a web page is. */
  isReportAccessed: boolean;
}

export const EDITIONS: Readonly<Record<EditionKey, Edition>> = {
  '2025': {
    name: 'GB/T 7714—2025',
    comma: '，',
    colon: '：',
    brackets: ['（', '）'],
    codes: {
      page: { online: 'EB/OL', offline: 'Z' },
      document: { online: 'EB/OL', offline: 'Z' },
      report: { online: 'R/OL', offline: 'R' },
    },
    // 8.8.3, examples 1 to 3.
    isReportAccessed: false,
  },
  '2015': {
    name: 'GB/T 7714—2015',
    comma: ', ',
    colon: ': ',
    brackets: ['(', ')'],
    codes: {
      page: { online: 'EB/OL', offline: 'Z' },
      document: { online: 'A/OL', offline: 'A' },
      report: { online: 'R/OL', offline: 'R' },
    },
    isReportAccessed: true,
  },
};

/** Both editions name three authors and then say 等, or `et al.` in a reference to a work in Latin letters. */
const NAMED_AUTHORS = 3;
/** What stands where the day of access belongs while nobody has said it: the word of the standard's own pattern, to be replaced. */
const ACCESS_BLANK = '引用日期';

/** One reference. `accessed` is the day on which the work was read, `2026-11-25`; both editions want it for what is read on the web. */
export function formatReference(work: Work, edition: EditionKey, accessed: string = ACCESS_BLANK): string {
  const { colon, codes } = EDITIONS[edition];
  const code = codes[work.kind][work.url ? 'online' : 'offline'];
  const title = [work.title, ...(work.subtitle ? [work.subtitle] : [])].join(colon);
  const published = work.url ? onlineParts(work, edition, accessed) : offlineParts(work, edition);
  return [...authorsOf(work, edition), `${title}[${code}]`, ...published].map((part) => (part.endsWith('.') ? part : `${part}.`)).join(' ');
}

/** The day on which a work was read that somebody had before them on the day `checked`: what has changed since was read when it changed. */
export function dayRead({ date = '' }: Work, checked: string): string {
  return /^\d{4}-\d\d-\d\d$/u.test(date) && date > checked ? date : checked;
}

function authorsOf({ authors, title }: Work, edition: EditionKey): string[] {
  if (authors.length === 0) return [];
  const others = /\p{Script=Han}/u.test(authors.join('') + title) ? '等' : 'et al.';
  const named = authors.length > NAMED_AUTHORS ? [...authors.slice(0, NAMED_AUTHORS), others] : authors;
  return [named.join(EDITIONS[edition].comma)];
}

/**
 * A day, month or year as it is known; what is estimated stands in square brackets (2015: 8.4.3.4, 2025: 7.5.4.3): `[2023]`, `[2022—2023]`,
 * `[2020-03/2020-04]`. Neither edition has a form for a year that nobody has printed: that too is said in square brackets, as what one adds is.
 */
export function formatDate(date: string): string {
  const dayOnly = /^(\d\d-\d\d)（(年份未载)）$/u.exec(date);
  if (dayOnly) return `[${dayOnly[2]}]-${dayOnly[1]}`;
  if (!date.startsWith('约')) return date;
  const [from = '', to] = date.slice(1).split(/至|—/u);
  const between = from.includes('-') ? '/' : '—';
  return `[${from}${to === undefined ? '' : between + to}]`;
}

/** `（2025-02-17）[2025-06-22]. https://…`, or of a report `2023-12-28：25. https://…`. */
function onlineParts({ kind, date, place, url = '' }: Work, edition: EditionKey, accessed: string): string[] {
  const { brackets, isReportAccessed } = EDITIONS[edition];
  const [open, close] = brackets;
  if (kind === 'report' && !isReportAccessed) return [...offlineParts({ date, place }, edition), url];
  return [`${date ? open + formatDate(date) + close : ''}[${accessed}]`, url];
}

/** `证券时报网，2021-08-23：第26段`; nothing where nothing is known. */
function offlineParts({ publisher, date, place }: Published, edition: EditionKey): string[] {
  const { comma, colon } = EDITIONS[edition];
  const issue = [publisher, date && formatDate(date)].filter(Boolean).join(comma);
  const whole = [issue, place].filter(Boolean).join(colon);
  return whole ? [whole] : [];
}

type Published = Partial<Record<'publisher' | 'date' | 'place', string | undefined>>;
