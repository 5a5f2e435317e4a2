/** References beside what the public CSL styles of GB/T 7714 print of the same works; the nightly part `citations` compares every work. */
import { describe, expect, test } from 'vitest';
import { EDITION_KEYS, formatReference } from '../../src/domain/reference/reference.ts';
import recorded from '../fixtures/printed-references.json' with { type: 'json' };
import { explain } from '../papers/differences.ts';
import type { PrintedReferences } from '../papers/printed-work.ts';

const { accessed, works } = recorded as PrintedReferences;

test('works of every kind are recorded', () => {
  expect(works.length).toBeGreaterThan(30);
  expect(new Set(works.map(({ work }) => work.kind)).size).toBe(3);
});

describe.each(EDITION_KEYS)('a reference after GB/T 7714—%s', (edition) => {
  test.each(works.map(({ work, printed }) => [work.id, work, printed[edition]] as const))(
    'to %s is what the public style prints, or differs for a reason that is written down',
    (_, work, theirs) => {
      const ours = formatReference(work, edition, accessed);
      expect(explain(ours, theirs, work) ? theirs : ours).toBe(theirs);
    },
  );
});

test('a difference that nobody has given a reason for is none of the known ones', () => {
  const { work, printed } = works.find((one) => one.work.url && one.work.date) as (typeof works)[number];
  const wrong = printed['2025'].replace('[EB/OL]', '[EB]');
  expect(explain(wrong, printed['2025'], work)).toBeUndefined();
});
