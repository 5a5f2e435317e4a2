/** Calendar days as authors write them, and what is wrong with one that is not a day. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Half a sentence about a text that should be a day: that it does not exist, or how to write it. */
export function explainDate(written: string): string {
  const parts = /^\D*(\d{4})\D+(\d{1,2})(?:\D+(\d{1,2}))?\D*$/u.exec(written);
  if (!parts) return '不是日期。请写成带引号的 "2026-11-22"。';
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  const day = parts[3] === undefined ? undefined : Number(parts[3]);
  const last = lastDay(year, month);
  if (last === undefined) return `没有 ${month} 月。请改成实际的日期。`;
  if (day !== undefined && (day < 1 || day > last)) return `这一天不存在：${year} 年 ${month} 月只有 ${last} 天。请改成实际的日期。`;
  if (day === undefined) return `日期的写法不对。请写到日，如 "2026-11-22"；可以只写年月的字段写成 "${year}-${two(month)}"。`;
  return `日期的写法不对。请写成 "${year}-${two(month)}-${two(day)}"，带引号。`;
}

function lastDay(year: number, month: number): number | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1];
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
