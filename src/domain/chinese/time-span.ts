/** What a time in an author's words says of the calendar, as exact as it is: months where months are named. */

/** From the first month to the last that a text names, `2018-05`; no `last` where it is left open, as in 2018年以来. */
export interface TimeSpan {
  first: string;
  last: string | undefined;
}

/** A year, with a month or the first and the last of some where they are named: 2018, 2018-05, 2018年5月, 2018年3—5月, 2018年4月中旬至6月8日, 2018年以来. */
const NAMED =
  /(?<year>(?:19|20)\d{2})(?:年?\s*(?<month>\d{1,2})(?:\s*[—～~-]\s*(?<until>\d{1,2}))?月(?:[上中下]旬|[初底末]|\d{1,2}日)?(?:\s*[至到—～~-]\s*(?<later>\d{1,2})月)?|-(?<dashed>\d{2})(?!\d))?(?<since>年?(?:以来|起|至今|以后|之后))?/gu;

/** The span of a text such as 2011—2014年行为，2017年7月通报; `undefined` where no year is named. */
export function spanOf(text: string): TimeSpan | undefined {
  const named = [...text.matchAll(NAMED)].map(({ groups = {} }) => {
    const { year = '', month, until, later, dashed, since } = groups;
    const first = Number(month ?? dashed ?? 1);
    const last = Number(later ?? until ?? month ?? dashed ?? 12);
    // From October to March is to March of the next year.
    return { first: monthIn(Number(year), first), last: monthIn(Number(year) + Number(last < first), last), isOpen: since !== undefined };
  });
  const first = named.map((one) => one.first).sort()[0];
  const latest = named.sort((a, b) => a.last.localeCompare(b.last, 'en')).at(-1);
  return first === undefined || !latest ? undefined : { first, last: latest.isOpen ? undefined : latest.last };
}

function monthIn(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The first month of a date that may be a year, a month or a day; `undefined` for one that is not known. */
export function monthOf(date: string): string | undefined {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/u.exec(date) ?? [];
  return year && `${year}-${month ?? '01'}`;
}
