/** Numbers in Chinese characters, as articles and paragraphs are counted. */
import { readNumeral, writeCharacters } from './numerals.ts';

/** The ten digits, from nought, where numbers are written digit by digit. */
export const DIGITS = '〇一二三四五六七八九';

/** 二十一 for 21, 一百零五 for 105, 一千零二十五 for 1025; digits for what is not counted so. */
export function chineseNumber(count: number): string {
  return writeCharacters(count) ?? String(count);
}

/** 21 for 二十一 or 21, 105 for 一百零五 or 一百〇五; `undefined` for what is no number, or is not written as one is. */
export function fromChinese(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  const number = readNumeral(text);
  return number !== undefined && writeCharacters(number) === text.replace(/〇/gu, '零') ? number : undefined;
}
