import { describe, expect, test } from 'vitest';
import { learnOutcomes } from '../../src/domain/case/told-outcomes.ts';
import { makePractice, makePolicy } from '../support/make-entries.ts';

const OUTCOME = '县里认定属于无意过失，当年不予问责，后来照常提拔。';
const question = { question: '你怎么办', purpose: '先想再说', minutes: 5 };
const taught = makePractice({
  id: 'SJ-003',
  title: '某县：先办后补',
  teaching: {
    ...{ decisionPoint: '要不要先办后补', audience: '中青班', objectives: ['能说出两种办法'], questions: [question, question] },
    ...{ keyPoints: ['先想程序'], partA: [{ text: '班子讨论了两种办法。', cites: ['S3-¶26#2'] }] },
    partB: [{ text: OUTCOME, cites: ['GK-0007'] }],
  },
});
const telling = learnOutcomes([taught, makePolicy({ title: '某省关于照常提拔使用的办法' })], () => false);
const toldBy = (text: string, cites: string[] = []) => telling.tells({ text, cites }, 'SJ-001');
const letters = OUTCOME.replace(/[，。]/gu, '');

describe('a sentence tells the outcome of a case', () => {
  test('by eight letters of it in a row, wherever they stand in both, with marks between or not', () => {
    for (let at = 0; at + 8 <= letters.length; at++) {
      const run = letters.slice(at, at + 8);
      for (const text of [run, `甲${run}`, `${run}乙`, `甲乙丙丁戊，${run.slice(0, 3)}、${run.slice(3)}己庚辛`])
        expect(toldBy(text), text).toEqual(['SJ-003']);
      expect(toldBy(`${run.slice(0, 7)}甲乙`), run).toEqual([]);
    }
  });

  test('by four letters where it rests on a source of the case or names it', () => {
    for (let at = 0; at + 4 <= letters.length; at++) {
      const run = letters.slice(at, at + 4);
      // Words of a document's name may be said.
      const told = run === '照常提拔' ? [] : ['SJ-003'];
      expect(toldBy(`甲乙${run}`, ['GK-0007']), run).toEqual(told);
      expect(toldBy(`SJ-003 一案${run}`), run).toEqual(told);
      expect(toldBy(`甲乙${run}`, ['GK-0008']), run).toEqual([]);
    }
  });

  test('but not its own, nor what a shorter text can hold', () => {
    expect(telling.tells({ text: OUTCOME, cites: [] }, 'SJ-003')).toEqual([]);
    expect(toldBy('')).toEqual([]);
    expect(toldBy('无意')).toEqual([]);
  });
});
