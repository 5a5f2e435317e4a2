/** How a typed figure is written out. */
import { LEADING_QUALIFIERS } from '../../schema/hedged-number.ts';
import type { Qualifier } from '../../schema/hedged-number.ts';
import type { Figure } from './blocks.ts';

/** A figure as text: `1600余名`, `约20%`, `隐去`. Ten thousands stay as the source writes them, and so do its own words: `十严禁`. */
export function formatFigure({ value, asWritten, qualifier, unit }: Figure): string {
  if (typeof value === 'string') return value;
  const number = asWritten ?? String(value);
  if (!qualifier || isSaid(qualifier, number)) return joinUnit(number, unit);
  return LEADING_QUALIFIERS.has(qualifier) ? qualifier + joinUnit(number, unit) : joinTrailing(number, qualifier, unit);
}

/** A figure as a sentence, whole: what is counted, the figure, whose it is, of when and in which scope. */
export function figureInWords(figure: Figure): string {
  const { what, whose, period, scope } = figure;
  return `${what}：${formatFigure(figure)}（${whose}，${period}${scope ? `；${scope}` : ''}）`;
}

/** A number alone, as a source may write it: 3.5万, 近百, 200多万. */
const NUMBER = new RegExp(`^(?:${[...LEADING_QUALIFIERS].join('|')})?[\\d.,〇零一二两三四五六七八九十百千万亿]+[余多]?[万亿]?$`, 'u');

/** What else says the same as a qualifier: 35岁及以下 is no more than 35. */
const SAID: Partial<Record<Qualifier, RegExp>> = { 平均: /均/u, 不超过: /以下|以内/u, 不低于: /以上/u };

function isSaid(qualifier: Qualifier, text: string): boolean {
  return text.includes(qualifier) || (SAID[qualifier]?.test(text) ?? false);
}

/** 左右 and 以上 stand behind the unit (`1000元左右`), 余 and 多 before it (`1600余名`), but with a few behind what is counted (`3个多月`, `2年多`). */
function joinTrailing(number: string, qualifier: Qualifier, unit: string): string {
  if (qualifier === '左右' || qualifier === '以上' || !NUMBER.test(number)) return joinUnit(number, unit) + qualifier;
  if (!/^[1-9一二两三四五六七八九]$/u.test(number)) return number + qualifier + unit;
  return unit.startsWith('个') ? `${number}个${qualifier}${unit.slice(1)}` : number + unit + qualifier;
}

/**
 * A number as the source writes it may end in the unit or its beginning: `200多万元` and `元/年` make `200多万元/年`. Words of the source that end in
 * something else say by themselves what is counted: `五个部分`.
 */
function joinUnit(written: string, unit: string): string {
  const [, number = written, after = ''] = /^(.+)(左右|以上)$/u.exec(written) ?? [];
  for (let shared = unit.length; shared > 0; shared -= 1) {
    if (!number.endsWith(unit.slice(0, shared))) continue;
    const more = unit.slice(shared);
    // 每个季度一次 says the quarter already.
    return number + (number.includes(more.replace(/^\//u, '')) ? '' : more) + after;
  }
  return NUMBER.test(number) ? number + unit + after : written;
}
