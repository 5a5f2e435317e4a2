/** A reader with a matter at hand finds a page: no chain of the guide and no kind of asker is left out, and most pages name whom to ask. */
import { describe, expect, test } from 'vitest';
import { isOf } from '../../src/domain/entry/records.ts';
import { ASKERS } from '../../src/schema/situations.ts';
import { contentOf } from '../../src/store/library.ts';
import { ownLibrary } from '../support/own-library.ts';

/** Fewer pages with a channel would send readers away. */
const LEAST_CHANNELS = 24;

const { entries, vocabulary } = contentOf(await ownLibrary());
const situations = entries.filter((entry) => isOf(entry, 'situations'));
const titleOf = ({ data }: (typeof situations)[number]) => `${data.id} ${data.title}`;

describe.each(vocabulary.chains.items.map(({ id, title }) => [`${id} ${title}`, id] as const))('chain %s', (_, id) => {
  test('has a situation', () => {
    expect(situations.filter(({ data }) => data.chains.includes(id)).map(titleOf)).not.toEqual([]);
  });
});

test.each(ASKERS)('%s find situations of their own', (asker) => {
  expect(situations.filter(({ data }) => data.who.includes(asker)).map(titleOf).length).toBeGreaterThan(3);
});

test('enough situations name whom to ask by an article', () => {
  const named = situations.filter(
    ({ data: { channel } }) => channel !== '未载' && channel.some(({ cites }) => cites.some((cite) => cite.includes('#'))),
  );
  expect(named.length).toBeGreaterThanOrEqual(LEAST_CHANNELS);
});

test('most steps rest on a rule, a practice or a case', () => {
  const steps = situations.flatMap(({ data }) => data.steps);
  expect(steps.filter(({ isEditors }) => isEditors).length).toBeLessThan(steps.length / 2);
});
