/**
 * What `npm test` leaves to `npm run test:nightly -- kinds`: what has its like beside it, or in Node, and hardly ever breaks alone. Whoever runs a
 * file by itself runs all of it.
 */
import { test } from 'vitest';

const IS_DAY = process.env['BY_DAY'] === '1';

/** Rows that show the same of other words, pages or sizes: by day the first, or as many as are named. */
export function rowsByDay<Row>(rows: readonly Row[], count = 1): readonly Row[] {
  return IS_DAY ? rows.slice(0, count) : rows;
}

/** A test that is not even declared by day: what is left out is no skipped test, for a skipped test has not passed. */
export const testByNight: typeof test = IS_DAY ? undeclared() : test;

function undeclared(): typeof test {
  const declareNothing = () => () => undefined;
  return Object.assign(() => undefined, { each: declareNothing, for: declareNothing }) as unknown as typeof test;
}
