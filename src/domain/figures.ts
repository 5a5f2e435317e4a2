/** How a typed figure is written out. */
import type { Figure } from './blocks.ts';

/** Qualifiers that stand before the number; the others follow it. */
const LEADING = new Set(['约', '近', '超', '不低于', '不超过', '平均', '合计']);

/** A figure as text: `1600余名`, `约20%`, `隐去`. Ten thousands stay as the source writes them. */
export function formatFigure({ value, asWritten, qualifier, unit }: Figure): string {
  if (typeof value === 'string') return value;
  const number = asWritten ?? String(value);
  if (!qualifier || number.includes(qualifier)) return number + (number.endsWith(unit) ? '' : unit);
  return LEADING.has(qualifier) ? `${qualifier}${number}${unit}` : joinTrailing(number, qualifier, unit);
}

/** 余 and 多 stand before the unit (`1600余名`), 左右 and 以上 after it (`1000元左右`). */
function joinTrailing(number: string, qualifier: string, unit: string): string {
  return qualifier === '左右' || qualifier === '以上' ? `${number}${unit}${qualifier}` : `${number}${qualifier}${unit}`;
}
