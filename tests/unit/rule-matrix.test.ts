import { expect, test } from 'vitest';
import { ruleMatrix } from '../../src/domain/rule-matrix.ts';
import { toRuleTable } from '../../src/export/rule-table.ts';
import { regionTree } from '../../src/domain/regions.ts';
import { makePolicy, makeSite, vocabulary } from '../support/make-entries.ts';

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

test('a rule of which something is known is a row; one of which nothing is known is not', () => {
  const unknown = makePolicy({ id: 'ZC-0002', rule: { ...rule, situations: blank } });
  const rows = ruleMatrix(
    [makePolicy({ rule, regions: ['zhejiang'] }), unknown, makePolicy({ id: 'ZC-0003' })],
    regionTree(vocabulary.data.regions.items),
  );
  expect(rows.map(({ policy, place }) => [policy.data.id, place])).toEqual([['ZC-0001', '浙江省']]);
});

test('the table shows what was seen with its source and leaves the rest blank', () => {
  const [, row = ''] = toRuleTable(makeSite(makePolicy({ rule, regions: ['zhejiang'] }))).split('\r\n');
  expect(row).toBe('"ZC-0001","浙江省","浙江：公开澄清","","25种情形［GK-0001］","","","","","",""');
});
