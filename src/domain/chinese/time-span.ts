/** What a time in an author's words says of the calendar, as exact as it is: months where months are named. */

/** From the first month to the last that a text names, `2018-05`; no `last` where it is left open, as in 2018年以来. */
export interface TimeSpan {
  first: string;
  last: string | undefined;
}

const NAMED = /((?:19|20)\d{2})(?:年?(?:\s*(\d{1,2})月)|-(\d{2})(?!\d))?(?<since>年?(?:以来|起|至今|以后|之后))?/gu;

/** The span of a text such as 2011—2014年行为，2017年7月通报; `undefined` where no year is named. */
export function spanOf(text: string): TimeSpan | undefined {
  const named = [...text.matchAll(NAMED)].map((match) => {
    const [, year = '', written, dashed] = match;
    const month = (written ?? dashed)?.padStart(2, '0');
    return { first: `${year}-${month ?? '01'}`, last: `${year}-${month ?? '12'}`, isOpen: match.groups?.['since'] !== undefined };
  });
  const first = named.map((one) => one.first).sort()[0];
  const latest = named.sort((a, b) => a.last.localeCompare(b.last, 'en')).at(-1);
  return first === undefined || !latest ? undefined : { first, last: latest.isOpen ? undefined : latest.last };
}

/** The first month of a date that may be a year, a month or a day; `undefined` for one that is not known. */
export function monthOf(date: string): string | undefined {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/u.exec(date) ?? [];
  return year && `${year}-${month ?? '01'}`;
}
