import { expect, test } from 'vitest';
import { toldStages } from '../../src/views/told-stages.ts';

const stage = (name: string, more = {}) => ({ name, who: '未载', what: '未载', output: '', cites: [], ...more });

test('what is told of no step is said once; a fact that one step tells stays under each', () => {
  const { stages, untold } = toldStages([stage('一级', { what: '面对面谈话' }), stage('二级')]);
  expect(untold).toEqual(['谁']);
  expect(stages.map(({ facts }) => facts)).toEqual([[{ label: '做什么', value: '面对面谈话' }], [{ label: '做什么', value: '未载' }]]);
});

test('steps of which only names are told keep their names alone', () => {
  const { stages, untold } = toldStages([stage('绩效考核', { output: '未载' }), stage('领导评价', { output: '未载' })]);
  expect(stages.map(({ stage: { name }, facts }) => [name, facts.length])).toEqual([
    ['绩效考核', 0],
    ['领导评价', 0],
  ]);
  expect(untold).toEqual(['谁', '做什么', '走向']);
});

test('the only step keeps what is not known of it, and a fact that applies to none is not missed', () => {
  expect(toldStages([stage('报备')]).untold).toEqual([]);
  expect(toldStages([stage('报备', { who: '本人', what: '写材料' }), stage('受理', { who: '纪委', what: '登记' })]).untold).toEqual([]);
});
