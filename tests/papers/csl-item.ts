/** A work as programs for references know it: CSL-JSON, https://docs.citationstyles.org. */
import type { Work } from '../../src/domain/reference/work.ts';

/** What a style is given; `id` is the number of the work. */
export interface CslItem {
  id: string;
  type: 'webpage' | 'regulation' | 'report' | 'document';
  language: 'zh-CN' | 'en-US';
  author: ({ literal: string } | { family: string; given: string })[];
  title: string;
  number?: string;
  issued?: CslDate;
  accessed?: CslDate;
  publisher?: string;
  page?: string;
  URL?: string;
}

interface CslDate {
  'date-parts': number[][];
  circa?: true;
}

/** A work with a whole address, read on the day `accessed`. */
export function cslItem(work: Work, accessed: string): CslItem {
  const { id, authors, title, subtitle, date = '', publisher, place, url } = work;
  const issued = issuedOf(date);
  return {
    id,
    type: typeOf(work),
    language: /\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en-US',
    author: authors.map(nameOf),
    title,
    ...(subtitle && { number: subtitle }),
    ...(issued && { issued }),
    ...(url && { URL: url, accessed: { 'date-parts': [partsOf(accessed)] } }),
    ...(publisher && { publisher }),
    ...(place && { page: place }),
  };
}

function typeOf({ kind, url }: Work): CslItem['type'] {
  if (kind === 'report') return 'report';
  if (kind === 'document') return 'regulation';
  return url ? 'webpage' : 'document';
}

/** `Fordham E W`: the family name first, as references write it. */
function nameOf(name: string): CslItem['author'][number] {
  const [family = '', ...given] = name.split(' ');
  return /\p{Script=Han}/u.test(name) || given.length === 0 ? { literal: name } : { family, given: given.join(' ') };
}

/** What nobody can give as a date (`11-23（年份未载）`) is left out. */
function issuedOf(date: string): CslDate | undefined {
  const days = date.match(/\d{4}(?:-\d\d){0,2}/gu) ?? [];
  if (days.length === 0) return undefined;
  return { 'date-parts': days.slice(0, 2).map(partsOf), ...(date.startsWith('约') && { circa: true as const }) };
}

function partsOf(day: string): number[] {
  return day.split('-').map(Number);
}
