import { describe, test } from 'vitest';
import { entriesOfAllKinds, tryFields, tryLists, tryValues } from '../support/field-trials.ts';

/** Long lists have hundreds of values that are written alike. */
const MOST = 60;

describe.each(entriesOfAllKinds(4))('changed on the desk: $place', (entry) => {
  test('every value, alone', { timeout: 600_000 }, () => {
    tryValues(entry, MOST);
  });

  test('every list, alone', { timeout: 600_000 }, () => {
    tryLists(entry, MOST);
  });

  test('every field, taken away and written again', { timeout: 600_000 }, () => {
    tryFields(entry, MOST);
  });
});
