/**
 * Counters for pairs of characters, each for many pairs: of millions of pairs few stand often, and those are among the pairs whose counter has much. What
 * is to be counted exactly is then little.
 */

/** So many counters. */
export const COUNTERS = 2 ** 22;

/** The counter of a pair that is written as one number. */
export function counterOf(pair: number): number {
  return Math.imul(pair, 0x9e37_79b1) >>> 10;
}
