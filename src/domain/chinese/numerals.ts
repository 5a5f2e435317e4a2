/** Numbers as texts write them: 51 and 五十一, 3.5万 and 35000. */

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Words that follow a number; a single Chinese digit counts as a number only before one of them (三个, not 三农). */
const COUNTED = '个名人起件项条种类次年月日天岁级位家户所批期场篇万亿倍成元';

/** A run of Chinese numerals: at least two of them with a unit (五十一), or any before a word that is counted. */
const CHINESE = new RegExp(
  `[零〇一二两三四五六七八九十百千]*[十百千][零〇一二两三四五六七八九十百千]*[万亿]?|[一二两三四五六七八九十](?=[${COUNTED}])`,
  'u',
);
const ARABIC = /\d+(?:,\d{3})*(?:\.\d+)?[万亿]?/u;
const ANY = new RegExp(`${ARABIC.source}|${CHINESE.source}`, 'gu');

/** Digits in a row, as years are written: 二〇一八, 二○一八, 二零一八. */
const IN_A_ROW = /[零〇○一二三四五六七八九]{3,}/gu;
/** A number with 个 before a word of two characters: a list of rules is called by either (十个严禁, 十严禁). */
const WITH_COUNTER = /([一二两三四五六七八九十]|\d+)个(?=\p{Script=Han}{2}(?!\p{Script=Han}))/gu;
const PERCENT = /百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/gu;

/** Other ways to write a phrase, every number in it written alike; empty when there is no number in it. */
export function numeralForms(phrase: string): string[] {
  const plain = plainNumerals(phrase);
  const forms = [String, inDigitsWithUnit, writeCharacters].map((write) => plain.replace(ANY, (found) => rewrite(found, write)));
  return [...new Set([plain, ...forms, ...percentForms(plain), plain.replace(WITH_COUNTER, '$1')])].filter((form) => form !== phrase);
}

/** A text with its years (二〇二二年) and percentages (百分之三十) in digits, 2022年 and 30%. */
export function plainNumerals(text: string): string {
  return text.replace(IN_A_ROW, digitsInRow).replace(PERCENT, percentOf);
}

function digitsInRow(row: string): string {
  return [...row].map((character) => String(DIGITS.indexOf(character.replace(/[〇○]/u, '零')))).join('');
}

function percentOf(found: string, number: string): string {
  const value = readNumeral(number);
  return value === undefined ? found : `${value}%`;
}

/** 30% as 百分之三十. */
function percentForms(phrase: string): string[] {
  const form = phrase.replace(/(\d+)[%％]/gu, (found, digits: string) => {
    const characters = writeCharacters(Number(digits));
    return characters ? `百分之${characters}` : found;
  });
  return form === phrase ? [] : [form];
}

/** The value of a number in Arabic or Chinese numerals; `undefined` when it is not one. */
export function readNumeral(text: string): number | undefined {
  const large = LARGE[text.slice(-1)];
  const head = large ? text.slice(0, -1) : text;
  const value = /^\d/u.test(head) ? Number(head.replace(/,/gu, '')) : readCharacters(head);
  return value === undefined || Number.isNaN(value) ? undefined : round(value * (large ?? 1));
}

/** A whole number below ten thousand in characters, 五十一; larger ones with 万 when they come out even. */
export function writeCharacters(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 99_999_999) return undefined;
  if (value >= 10_000) {
    const rest = value % 10_000;
    const head = writeCharacters(Math.floor(value / 10_000));
    return rest === 0 && head ? `${head}万` : undefined;
  }
  let text = '';
  let isGap = false;
  for (const [unit, size] of [
    ['千', 1_000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) isGap = text !== '';
    else {
      text += `${isGap ? '零' : ''}${DIGITS.charAt(digit)}${unit}`;
      isGap = false;
    }
  }
  return text.replace(/^一十/u, '十');
}

function rewrite(found: string, write: (value: number) => string | undefined): string {
  const value = readNumeral(found);
  return value === undefined ? found : (write(value) ?? found);
}

function inDigitsWithUnit(value: number): string | undefined {
  const unit = value >= 100_000_000 ? '亿' : '万';
  const count = round(value / (LARGE[unit] ?? 1));
  return value >= 10_000 && String(count).length <= 5 ? `${count}${unit}` : undefined;
}

function readCharacters(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九十百千]+$/u.test(text)) return undefined;
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit) {
      total += (digit || 1) * unit;
      digit = 0;
    } else digit = Math.max(0, DIGITS.indexOf(character === '两' ? '二' : character === '〇' ? '零' : character));
  }
  return total + digit;
}

/** 3.5万 is 35000, not 35000.000000000004. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
