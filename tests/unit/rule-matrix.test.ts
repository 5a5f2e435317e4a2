import { expect, test } from 'vitest';
import { ruleMatrix } from '../../src/domain/policy/rule-matrix.ts';
import { ruleTableFile } from '../../src/export/rule-table.ts';
import { toTable } from '../../src/export/table.ts';
import { tableTexts } from '../../src/domain/list/table-file.ts';
import { makePolicy, makeSite } from '../support/make-entries.ts';

const blank = '未公开';
const rule = {
  initiation: blank,
  situations: { text: '25种情形', cites: ['GK-0001'] },
  steps: blank,
  deadlines: blank,
  notTolerated: blank,
  decider: blank,
  effects: blank,
  correction: blank,
};

const matrix = (...policies: ReturnType<typeof makePolicy>[]) => ruleMatrix(makeSite(...policies));

test('a rule of which something is known is a row; one of which nothing is known is not', () => {
  const unknown = makePolicy({ id: 'ZC-0002', rule: { ...rule, situations: blank } });
  const rows = matrix(makePolicy({ scope: '地方', rule, regions: ['zhejiang'] }), unknown, makePolicy({ id: 'ZC-0003' }));
  expect(rows.map(({ policy, place }) => [policy.data.id, place])).toEqual([['ZC-0001', '浙江省']]);
});

test('a rule whose entry was retired is no row', () => {
  const retired = { date: '2026-11-28', reason: '重复。' };
  expect(
    matrix(makePolicy({ rule }), makePolicy({ id: 'ZC-0002', rule, status: '退出', retired })).map(({ policy }) => policy.data.id),
  ).toEqual(['ZC-0001']);
});

test('a rule that a later one replaced says so, and each leads to the other', () => {
  const old = makePolicy({ rule, docNumber: '鲁办发〔2018〕1号', dates: { issued: '2018-08' } });
  const next = makePolicy({ id: 'ZC-0002', rule, replaces: ['ZC-0001'], dates: { issued: '2022-05' }, issuerKind: '联合' });
  const [first, second] = matrix(old, next);
  expect(first?.facts).toEqual({
    validity: '已被代替，自 2022-05',
    year: '2018',
    docNumber: '鲁办发〔2018〕1号',
    issuerKind: '党中央',
  });
  expect(second?.facts).toEqual({ validity: '现行', year: '2022', docNumber: '', issuerKind: '联合' });
  const shown = [first, second].map((row) => row?.succession.map(({ how, policy }) => `${how} ${policy.data.id}`));
  expect(shown).toEqual([['已被代替 ZC-0002'], ['代替 ZC-0001']]);
});

test('a kind of issuer that nobody has seen is left blank', () => {
  const [unseen] = matrix(makePolicy({ rule, issuerKind: '其他', confidence: { issuers: '待核' } }));
  const [other] = matrix(makePolicy({ rule, issuerKind: '其他' }));
  expect([unseen?.facts.issuerKind, other?.facts.issuerKind]).toEqual(['', '其他']);
});

test('deadlines are told with what they are for and from when they run', () => {
  const deadlines = [
    { of: '书面申请', value: 15, unit: '日', from: '自收到通知之日起', cites: ['GK-0001'] },
    { of: '作出认定', value: 3, unit: '月', from: '未载', cites: ['GK-0001'] },
  ];
  const [row] = matrix(makePolicy({ rule, deadlines }));
  expect(row?.deadlines.map(({ text }) => text)).toEqual(['书面申请：15日（自收到通知之日起）', '作出认定：3个月（起算未载）']);
});

test('the table shows what was seen with its source and leaves the rest blank', () => {
  const policy = makePolicy({ scope: '地方', rule, regions: ['zhejiang'], dates: { issued: '2018' } });
  const [heading = '', row = ''] = toTable(tableTexts(ruleTableFile(makeSite(policy)))).split('\r\n');
  expect(heading.split(',')).toHaveLength(row.split(',').length);
  expect(row).toBe(
    '"ZC-0001","浙江省","浙江：公开澄清","现行","2018","","党中央","","","25种情形［测试机构，2018-05-20］","","","","","","","","/policies/zc-0001/"',
  );
});
