import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/records.ts';
import { standingOf } from '../../src/domain/entry/standing.ts';
import { indexPolicies } from '../../src/domain/policy/validity.ts';
import { makeEntry, makeMeasure, makeMechanism, makePolicy, makePractice, makeProblem, makeSource } from '../support/make-entries.ts';

const documents = [
  makeSource({ id: 'S0', shortName: '临泽县调研', stance: '建议' }),
  makeSource({ id: 'S3', shortName: '2021年综述', stance: '做法' }),
];

function stands(entry: Entry, ...others: Entry[]): string {
  const all = [...documents, ...others, entry];
  return standingOf(entry, { byId: new Map(all.map((one) => [one.data.id, one])), policies: indexPolicies(all), asOf: '2026-11-28' });
}

const done = { text: '已经这样做。', cites: ['S3-¶26#2'] };
const suggested = { text: '建议这样做。', cites: ['S0-¶01#1'] };
const reported = { text: '报道写到。', cites: ['GK-0001'] };

describe('a measure', () => {
  test.for([
    ['only suggested is never told as done', [suggested], '建议：临泽县调研提出，没有写谁做过'],
    ['told as done names who tells it', [done], '做法：2021年综述所记'],
    ['of both kinds tells them apart', [done, suggested], '有做法也有建议：做法见2021年综述，建议见临泽县调研'],
    ['of no document rests on policies and reports', [reported], '政策和公开资料写到'],
  ] as const)('%s', ([, actions, expected]) => {
    expect(stands(makeMeasure({ actions }))).toBe(expected);
  });
});

describe('a mechanism', () => {
  test.for([
    ['已实行', '已实行：2021年综述所记'],
    ['探索', '探索：2021年综述写作探索，没有写已经建成'],
    ['研究制定', '研究制定：2021年综述所记，没有写已经出台'],
  ])('that is %s keeps that hedge', ([standing, expected]) => {
    expect(stands(makeMechanism({ standing, statements: [done] }))).toBe(expected);
  });

  test('that is proposed says that nobody is told to have done it', () => {
    expect(stands(makeMechanism({ standing: '建议', statements: [suggested] }))).toBe('建议：临泽县调研提出，没有写谁做过');
  });
});

describe('a practice', () => {
  test('rests on the document or on reports', () => {
    expect(stands(makePractice({ actions: [done], evidence: '报道' }))).toBe('做法：2021年综述所记');
    expect(stands(makePractice({ actions: [reported], evidence: '报道' }))).toBe('做法：公开报道所记');
    expect(stands(makePractice({ actions: [reported, done], evidence: '报道' }))).toBe('做法：2021年综述和公开报道所记');
  });

  test('told by those who did it says so', () => {
    expect(stands(makePractice({ actions: [done], evidence: '自述' }))).toBe('做法：2021年综述所记，是做事一方自己的材料');
  });
});

describe('a policy', () => {
  const dates = { effectiveFrom: '2018-05-20' };

  test('in force says since when, and when it was checked', () => {
    expect(stands(makePolicy({ dates, textSeen: '全文', checked: { date: '2026-11-28', against: '原文' } }))).toBe(
      '现行，自 2018-05-20 起（截至 2026-11-28 核对）',
    );
  });

  test('on trial says so first', () => {
    expect(stands(makePolicy({ title: '容错办法（试行）', dates, textSeen: '部分' }))).toMatch(/^试行；现行/u);
  });

  test('only proposed is no final document', () => {
    expect(stands(makePolicy({ documentKind: '征求意见稿', dates, textSeen: '部分' }))).toMatch(/^征求意见稿，不是定稿；/u);
  });

  test('replaced names what replaced it', () => {
    const old = makePolicy({ id: 'ZC-0014', dates: { issued: '2015-07-19' } });
    const next = makePolicy({ id: 'ZC-0016', title: '新规定', dates: { issued: '2022-09-08' }, replaces: ['ZC-0014'] });
    expect(stands(old, next)).toContain('已被代替，自 2022-09-08 起，见《新规定》');
  });

  test('known by its name alone is to be verified', () => {
    expect(stands(makePolicy({ dates, textSeen: '仅题名' }))).toBe('时效待核：只见到题名');
    expect(stands(makePolicy({ dates, confidence: { 'dates.effectiveTo': '待核' } }))).toMatch(
      /^时效待核，自 .* 起，现在是否仍然有效没有核到$/u,
    );
  });
});

describe('other entries', () => {
  test('a description is no statistics', () => {
    expect(stands(makeProblem({ manifestations: [done, suggested] }))).toBe('描写：2021年综述、临泽县调研写到，不是统计');
  });

  test('a constructed scenario is no case', () => {
    const scenario = makeEntry('tolerance', { nature: '教学情景', type: '教学情景' }) as Entry;
    expect(stands(scenario)).toBe('教学情景（虚构）：没有来源，不能当实例引用');
  });

  test('a real case says how much of it was seen', () => {
    expect(stands(makeEntry('tolerance', { type: '容错', completeness: '摘录' }) as Entry)).toBe(
      '实例：据公开报道，编者只看到摘录；是一件个案，不是规定',
    );
  });

  test('what has been retired says nothing else', () => {
    const retired = makePractice({ status: '退出', retired: { date: '2026-11-22', reason: '并入' } });
    expect(stands(retired)).toBe('已退出（2026-11-22），不再更新');
  });
});
