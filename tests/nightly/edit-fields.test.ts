import { describe, expect, test } from 'vitest';
import { entriesOfAllKinds, entryTexts, tryFields, tryLists, trySaving, tryValues } from '../support/field-trials.ts';

/** Long lists have hundreds of values that are written alike. */
const MOST = 60;

test('all entries opened and saved without a change are the same bytes', () => {
  expect(entryTexts.length).toBeGreaterThan(700);
  for (const entry of entryTexts) trySaving(entry);
});

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
