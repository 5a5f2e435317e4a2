/** Days, months and years as people write them: how this library writes them, and what is wrong with one that is none. */
import { UNKNOWN_VALUES } from './unknown.ts';

/** As exact as it was written. */
export interface WrittenDate {
  year: number;
  month: number | undefined;
  day: number | undefined;
}

/** A text that is a date and nothing else, in any of the ways it is typed: 2024年, ２０２４, 二〇二四年度, 2024.3.5, 2024年3月, 20240305. */
export function readDate(text: string): WrittenDate | undefined {
  const plain = withDigits(text)
    .replace(/\s+/gu, '')
    .replace(/(\d)(?:00:00(?::00)?|T00:00.*)$/u, '$1');
  const [, year, month, day] = WHOLE.exec(plain) ?? COMPACT.exec(plain) ?? [];
  if (year === undefined) return undefined;
  const date = { year: Number(year), month: numberOf(month), day: numberOf(day) };
  const last = lastDay(date.year, date.month ?? 1);
  return last !== undefined && (date.day === undefined || (date.day >= 1 && date.day <= last)) ? date : undefined;
}

const YEAR = String.raw`((?:19|20)\d{2})`;
const WHOLE = new RegExp(
  String.raw`^${YEAR}(?:年度?|$|(?=[-/.]))(?:[-/.]?(\d{1,2})(?:月份?|$|(?=[-/.]))(?:[-/.]?(\d{1,2})[日号]?)?)?$`,
  'u',
);
const COMPACT = new RegExp(`^${YEAR}([01]\\d)([0-3]\\d)$`, 'u');

function numberOf(part: string | undefined): number | undefined {
  return part === undefined ? undefined : Number(part);
}

/** `2024`, `2024-03` or `2024-03-05`. */
export function isoDate({ year, month, day }: WrittenDate): string {
  return [String(year), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-');
}

/** How fields write a date that stands alone. */
export const TIME_STYLES = ['year', 'period', 'date'] as const;
export type TimeStyle = (typeof TIME_STYLES)[number];

/**
 * The words for a time as this library writes them, so that lists, filters and the search know them again: `2024` for a year alone, 2023—2024 for
 * two, 2024年3月5日 for a day; in a `period` the year keeps its 年, a `date` is written as 2024-03-05. What else is said is left as it is.
 */
export function timeInWords(text: string, style: TimeStyle): string {
  const date = readDate(text);
  // A period keeps the 年度 of its source, which may be another year than the calendar's.
  if (date && !(style === 'period' && text.includes('年度'))) return style === 'date' ? isoDate(date) : inCharacters(date, style);
  const plain = withDigits(text.trim()).replace(/(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+(?=\d)/gu, '');
  const [, from, to] = style === 'year' ? (BETWEEN.exec(plain) ?? []) : [];
  return from === undefined ? plain : `${from}—${to ?? ''}`;
}

/** Half a sentence about words for a time that is not as the library writes it, or is no time; `undefined` for one that is. */
export function timeFault(words: string, style: TimeStyle): string | undefined {
  const better = timeInWords(words, style);
  if (better !== words) return `时间的写法不对，按年份查找、排序时认不出来。请写成 "${better}"。`;
  if (ALONE.test(words) && !readDate(words)) return explainDate(words, () => true);
  if (style === 'year' && !ANY_YEAR.test(words) && !UNKNOWN_VALUES.some((value) => words.startsWith(value)))
    return '里面没有四位数的年份。请写成 2024 或 2023—2024；来源没有写的写“未载”。';
  return undefined;
}

const ALONE = /^\d{4}[年./-]\d{1,2}(?:[月./-]\d{1,2}[日号]?|月?)$/u;
const ANY_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/u;

const BETWEEN = new RegExp(`^${YEAR}年?\\s*(?:[-–—－―~～]+|至|到)\\s*${YEAR}年?$`, 'u');

function inCharacters({ year, month, day }: WrittenDate, style: TimeStyle): string {
  if (month === undefined) return style === 'year' ? String(year) : `${year}年`;
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

/** Half a sentence about a text that should be a day: that it does not exist, or how to write it. `accepts` is what the field takes. */
export function explainDate(written: string, accepts: (text: string) => boolean = isDay): string {
  const date = readDate(written);
  if (date && accepts(isoDate(date))) return `日期的写法不对。请写成 "${isoDate(date)}"，带引号。`;
  const parts = /^\D*(\d{4})\D+(\d{1,2})(?:\D+(\d{1,2}))?\D*$/u.exec(withDigits(written));
  if (!parts)
    return date
      ? '只写了年。请写到日，如 "2026-11-22"。'
      : `不是日期。请写成带引号的 "2026-11-22"${accepts('2026-11') ? '，只知道年月就写 "2026-11"，只知道年就写 "2026"' : ''}。`;
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  const day = numberOf(parts[3]);
  const last = lastDay(year, month);
  if (last === undefined) return `没有 ${month} 月。请改成实际的日期。`;
  if (day !== undefined && (day < 1 || day > last)) return `这一天不存在：${year} 年 ${month} 月只有 ${last} 天。请改成实际的日期。`;
  if (day === undefined) return `日期的写法不对。请写到日，如 "2026-11-22"；可以只写年月的字段写成 "${year}-${two(month)}"。`;
  return `日期的写法不对。请写成 "${year}-${two(month)}-${two(day)}"，带引号。`;
}

/** Full-width digits, and years, months and days in characters, as half-width digits. */
function withDigits(text: string): string {
  return text
    .replace(/[０-９．／－]/gu, (character) => character.normalize('NFKC'))
    .replace(/[〇○零一二三四五六七八九]{4}(?=年|$)/gu, (year) => [...year].map(digitOf).join(''))
    .replace(/(?<=\d年)([元正一二三四五六七八九十]{1,2})(?=月)/gu, (month) => String(countOf(month)))
    .replace(/(?<=\d月)([一二三四五六七八九十廿卅]{1,3})(?=[日号])/gu, (day) => String(countOf(day)));
}

const DIGITS = '零一二三四五六七八九';

function digitOf(character: string): string {
  return String(DIGITS.indexOf(character.replace(/[〇○]/u, '零')));
}

/** 二十三 for 23, up to 39; 元 and 正 are the first. */
function countOf(words: string): number {
  const plain = words
    .replace(/[元正]/u, '一')
    .replace('廿', '二十')
    .replace('卅', '三十');
  const [tens = '', ones = ''] = plain.includes('十') ? plain.split('十') : ['零', plain];
  return DIGITS.indexOf(tens === '' ? '一' : tens) * 10 + DIGITS.indexOf(ones === '' ? '零' : ones);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastDay(year: number, month: number): number | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1];
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
