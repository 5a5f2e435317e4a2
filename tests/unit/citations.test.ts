import { describe, expect, test } from 'vitest';
import { citationsOf } from '../../src/domain/entry/citations.ts';
import { makeFigure, makePractice, makeSite } from '../support/make-entries.ts';

const fact = (...cites: string[]) => ({ text: '一句话。', cites });

describe('the citations of an entry', () => {
  test('are found at any depth of the frontmatter, then in the body, each once', () => {
    const entry = makePractice(
      {
        cites: ['GK-0001'],
        figures: [makeFigure({ cite: 'S1-¶05#1' })],
        actions: [fact('S3-¶26#2', 'ZC-0001#clause-4'), fact('S3-¶26#2')],
        conditions: fact('S0-¶01#1-2'),
      },
      { marks: { cites: ['S4-¶09#1', 'S3-¶26#2'] } },
    );
    expect(citationsOf(entry).toSorted()).toEqual(
      ['GK-0001', 'S0-¶01#1-2', 'S1-¶05#1', 'S3-¶26#2', 'S4-¶09#1', 'ZC-0001#clause-4'].toSorted(),
    );
    expect(citationsOf(entry).at(-1)).toBe('S4-¶09#1');
  });

  test('are none where the value is unknown', () => {
    expect(citationsOf(makePractice({ actions: [fact('S3-¶26#2')], conditions: '未载' }))).toEqual(['S3-¶26#2']);
  });
});

describe('those who cite a sentence', () => {
  const range = makePractice({ id: 'SJ-001', actions: [fact('S3-¶26#2-3')] });
  const single = makePractice({ id: 'SJ-002', actions: [fact('S3-¶26#3'), fact('S3-¶26#2-3'), fact('ZC-0001')] });
  const citers = makeSite(range, single).citers;

  test('are listed under every sentence of a range, each entry once, in the order given', () => {
    expect(idsOf('S3-¶26#2')).toEqual(['SJ-001', 'SJ-002']);
    expect(idsOf('S3-¶26#3')).toEqual(['SJ-001', 'SJ-002']);
  });

  test('are not those who cite a policy', () => {
    expect([...citers.keys()].toSorted()).toEqual(['S3-¶26#2', 'S3-¶26#3']);
  });

  function idsOf(sentence: string) {
    return citers.get(sentence)?.map(({ data }) => data.id);
  }
});
