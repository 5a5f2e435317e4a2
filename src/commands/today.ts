/** The day it is where the authors are; the only clock, kept at the edge. */

/** Today's date in Beijing, `2026-11-22`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
