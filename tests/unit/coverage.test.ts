import { expect, test } from 'vitest';
import { coverageOf } from '../../src/domain/entry/coverage.ts';
import { makePractice, makeSite, makeSource } from '../support/make-entries.ts';

const source = makeSource({ id: 'S3', rhetoric: [{ at: '¶26#1', reason: '段首小标题' }] });

test('counts the sentences that entries cite, ranges included', () => {
  const [coverage] = coverageOf(makeSite(source, makePractice({ actions: [{ text: '澄清。', cites: ['S3-¶26#2-3'] }] })));
  expect(coverage).toMatchObject({ sentences: 3, cited: 2 });
});

test('lists each uncited sentence with the reason an editor gave, or none', () => {
  const [coverage] = coverageOf(makeSite(source, makePractice({ actions: [{ text: '澄清。', cites: ['S3-¶26#2'] }] })));
  expect(coverage?.paragraphs[0]?.uncited).toEqual([
    { at: 'S3-¶26#1', reason: '段首小标题' },
    { at: 'S3-¶26#3', reason: undefined },
  ]);
});

test('does not let a source cite itself', () => {
  const selfish = makeSource({ id: 'S3', cites: ['S3-¶26#1-3'] });
  expect(coverageOf(makeSite(selfish))[0]).toMatchObject({ cited: 0 });
});

test('takes a whole paragraph of rhetoric as all of its sentences', () => {
  const rhetorical = makeSource({ id: 'S3', rhetoric: [{ at: '¶26', reason: '起兴' }] });
  expect(coverageOf(makeSite(rhetorical))[0]?.paragraphs[0]?.uncited.map(({ reason }) => reason)).toEqual(['起兴', '起兴', '起兴']);
});
