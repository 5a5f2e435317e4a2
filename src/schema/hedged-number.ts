/** Numbers as texts write them: 约3.5万, 1,600多. What makes a number about or at least so many is a field of its own. */

export const QUALIFIERS = ['余', '多', '约', '左右', '近', '超', '以上', '不低于', '不超过', '平均', '合计'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Those that stand before the number; the others follow it. */
export const LEADING_QUALIFIERS: ReadonlySet<Qualifier> = new Set(['约', '近', '超', '不低于', '不超过', '平均', '合计']);

/** A number that a text begins with. */
export interface HedgedNumber {
  value: number;
  /** Its digits as they were written, with 万 or 亿. */
  written: string;
  /** 万 or 亿; empty for plain digits. */
  unit: string;
  qualifier: Qualifier | undefined;
}

const TIMES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const TRAILING = QUALIFIERS.filter((word) => !LEADING_QUALIFIERS.has(word));
const HEDGED = new RegExp(
  `^(${[...LEADING_QUALIFIERS].join('|')})?过?\\s*([\\d,]+(?:\\.\\d+)?)\\s*([万亿])?\\s*(${TRAILING.join('|')})?`,
  'u',
);

/** The number at the beginning of a text, in whatever width; `undefined` where there is none. */
export function readHedged(text: string): HedgedNumber | undefined {
  const [, before, digits = '', unit = '', after] = HEDGED.exec(text.normalize('NFKC').trim()) ?? [];
  const value = Number((Number(digits.replace(/,/gu, '')) * (TIMES[unit] ?? 1)).toFixed(4));
  if (digits === '' || !Number.isFinite(value)) return undefined;
  return { value, written: digits + unit, unit, qualifier: QUALIFIERS.find((word) => word === (before ?? after)) };
}
