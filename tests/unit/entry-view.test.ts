import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/records.ts';
import { arrangeBlocks, entryView } from '../../src/views/entry.ts';
import { makeEntry, makeMeasure, makePolicy, makePractice, makeSite, makeSource } from '../support/make-entries.ts';

function arranged(entry: Entry): { told: string[]; rest: string[] } {
  const { told, rest } = arrangeBlocks(entryView(makeSite(makeSource({ id: 'S3' }), entry), entry).blocks);
  return { told: told.map(({ id }) => id), rest: rest.map((block) => (block.kind === 'body' ? 'body' : block.id)) };
}

describe('what is filed', () => {
  test('stands beside the story of a case and the blocks after it', () => {
    const { told, rest } = arranged(makeEntry('tolerance') as Entry);
    expect(told).toEqual(['facts', 'outline', 'outcome', 'factors']);
    expect(rest).toContain('body');
  });

  test('never comes first, even where nothing is told before it', () => {
    const clause = { no: '第五条', anchor: 'art-5', gist: '三类情形。', cites: ['GK-0001'] };
    expect(arranged(makePolicy({ says: [], clauses: [clause] })).told).toEqual(['clauses', 'header']);
  });

  test('stands alone where the entry tells nothing', () => {
    expect(arranged(makePolicy({ says: [], clauses: [] }))).toEqual({ told: [], rest: ['header', 'body'] });
  });

  test('is not there on a measure, which is told in full width', () => {
    expect(arranged(makeMeasure()).told).toEqual([]);
  });
});

test('an entry leads to the first situations that it helps with', () => {
  const own = makePractice({ id: 'SJ-001' });
  const situations = ['QX-001', 'QX-002', 'QX-003', 'QX-004'].map((id) =>
    makeEntry('situations', { id, elsewhere: [{ id: 'SJ-001', why: '看步骤。' }] }),
  );
  const view = entryView(makeSite(makeSource({ id: 'S3' }), own, ...situations), own);
  expect(view.situations.map(({ id }) => id)).toEqual(['QX-001', 'QX-002', 'QX-003']);
});
