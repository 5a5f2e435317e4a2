/** How a typed figure is written out. */
import { LEADING_QUALIFIERS } from '../../schema/hedged-number.ts';
import type { Figure } from './blocks.ts';

/** A figure as text: `1600余名`, `约20%`, `隐去`. Ten thousands stay as the source writes them. */
export function formatFigure({ value, asWritten, qualifier, unit }: Figure): string {
  if (typeof value === 'string') return value;
  const number = asWritten ?? String(value);
  if (!qualifier || number.includes(qualifier)) return joinUnit(number, unit);
  return LEADING_QUALIFIERS.has(qualifier) ? qualifier + joinUnit(number, unit) : joinTrailing(number, qualifier, unit);
}

/** 余 and 多 stand before the unit (`1600余名`), 左右 and 以上 after it (`1000元左右`). */
function joinTrailing(number: string, qualifier: string, unit: string): string {
  return qualifier === '左右' || qualifier === '以上' ? `${number}${unit}${qualifier}` : `${number}${qualifier}${unit}`;
}

/** A number as the source writes it may end in the unit or its beginning: `200多万元` and `元/年` make `200多万元/年`. */
function joinUnit(number: string, unit: string): string {
  for (let shared = unit.length; shared > 0; shared -= 1) {
    if (number.endsWith(unit.slice(0, shared))) return number + unit.slice(shared);
  }
  return number + unit;
}
