/** A dated sequence of states; shared by the build and the browser, so it knows nothing else. */

/** The last state that has begun by the day `day` (`2026-11-22`), dates being as exact as they are known; `undefined` before the first. */
export function stateOn(timeline: readonly (readonly [from: string, state: string])[], day: string): string | undefined {
  return timeline.filter(([from]) => from <= day).pop()?.[1];
}
