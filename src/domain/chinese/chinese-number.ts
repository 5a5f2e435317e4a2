/** Numbers in Chinese characters, as articles and paragraphs are counted. */

/** The ten digits, from nought. */
export const DIGITS = '〇一二三四五六七八九';

/** 二十一 for 21, 一百零五 for 105; up to 999, beyond which no rule has articles. */
export function chineseNumber(count: number): string {
  if (count < 1 || count > 999) return String(count);
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10];
  const digit = (number: number) => DIGITS.charAt(number);
  const low = (tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十` : '') + (ones > 0 ? digit(ones) : '');
  if (hundreds === 0) return low;
  return `${digit(hundreds)}百${tens === 0 && ones > 0 ? '零' : ''}${low}`;
}

/** 21 for 二十一 or 21; `undefined` for what is no number. */
export function fromChinese(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  for (let count = 1; count <= 999; count += 1) if (chineseNumber(count) === text) return count;
  return undefined;
}
