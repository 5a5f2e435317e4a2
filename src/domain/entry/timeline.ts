/** A dated sequence of states; shared by the build and the browser, so it knows nothing else. */

/** From `from` (`2022-09`, `2022-09-08`) on, `state`. */
type Step = readonly [from: string, state: string];

/** The states into which a policy falls by what is known of it; that it comes into force needs somebody to look. */
const FALLS = new Set(['已修改', '已被代替', '已失效']);

/** The last fall that begins after the day `asOf` and by the day `day` (`2026-11-22`), dates being as exact as they are known. */
export function fallSince(timeline: readonly Step[], asOf: string, day: string): Step | undefined {
  return timeline.filter(([from, state]) => FALLS.has(state) && from > asOf && from <= day).pop();
}
