import { describe, expect, test } from 'vitest';
import { arrangeRules, readRuleView, tellRuleView, writeRuleView } from '../../src/domain/policy/rule-arrangement.ts';
import type { ArrangedRule, RuleView } from '../../src/domain/policy/rule-arrangement.ts';

const KEYS = ['title', 'validity', 'year', 'decider', 'stated'];
const PLAIN = readRuleView('', KEYS);

const rule = (key: string, more: Partial<ArrangedRule> = {}): ArrangedRule => ({
  ...{ key, province: '山东省', deciders: [], validity: '现行', replacedBy: '', texts: { title: key }, days: undefined },
  ...more,
});
const RULES = [
  rule('old', { replacedBy: 'new', validity: '已被代替，自 2022-05', texts: { title: 'old', decider: '纪委' } }),
  rule('new', { deciders: ['纪检监察机关'], texts: { title: 'new', decider: '纪委监委' }, days: 90 }),
  rule('other', { province: '安徽省', days: 15, texts: { title: 'other' } }),
];
const keys = (view: Partial<RuleView>) =>
  arrangeRules(RULES, { ...PLAIN, ...view }).map(({ heading, rows }) => [heading, ...rows.map(({ key }) => key)]);

describe('rows of the matrix', () => {
  test('fold a replaced rule under its successor', () => {
    expect(keys({})).toEqual([['', 'new', 'other']]);
  });

  test('unfolded, the replaced rule follows its successor wherever that stands', () => {
    const view = { isFolded: false, sort: { key: 'stated', isDown: false } };
    expect(keys(view)).toEqual([['', 'other', 'new', 'old']]);
    expect(arrangeRules(RULES, { ...PLAIN, ...view })[0]?.rows.map(({ isUnder }) => isUnder)).toEqual([false, false, true]);
  });

  test('show a replaced rule by itself when its successor is not among them', () => {
    expect(keys({ validity: '已被代替' })).toEqual([['', 'old']]);
  });

  test('of one province alone, which the address and the words name', () => {
    expect(keys({ province: '安徽省' })).toEqual([['', 'other']]);
    expect(keys({ province: '甘肃省' })).toEqual([['']]);
    const view = readRuleView('?province=%E5%AE%89%E5%BE%BD%E7%9C%81', KEYS);
    expect(writeRuleView(view)).toBe('?province=%E5%AE%89%E5%BE%BD%E7%9C%81');
    expect(tellRuleView(view, (key) => key)).toBe('省份：安徽省');
  });

  test('that say nothing in a column that is asked for are left out', () => {
    expect(keys({ has: ['decider'] })).toEqual([['', 'new']]);
    expect(keys({ has: ['decider', 'year'] })).toEqual([['']]);
  });

  test('stand in groups by place, or by the kind of decider with the unseen last', () => {
    expect(keys({ group: 'province' })).toEqual([
      ['安徽省', 'other'],
      ['山东省', 'new'],
    ]);
    expect(keys({ group: 'decider' })).toEqual([
      ['纪检监察机关', 'new'],
      ['没有见到认定主体', 'other'],
    ]);
  });

  test('without a deadline stay at the end, whichever way the deadlines are sorted', () => {
    const rules = [rule('none'), ...RULES.slice(1)];
    const order = (isDown: boolean) =>
      arrangeRules(rules, { ...PLAIN, sort: { key: 'stated', isDown } }).flatMap(({ rows }) => rows.map(({ key }) => key));
    expect([order(false), order(true)]).toEqual([
      ['other', 'new', 'none'],
      ['new', 'other', 'none'],
    ]);
  });
});

describe('the address of a view', () => {
  test('comes back as it was written', () => {
    const view: RuleView = {
      ...{ has: ['decider'], without: ['year'], group: 'decider', validity: '现行', isFolded: false },
      province: '安徽省',
      sort: { key: 'stated', isDown: true },
    };
    expect(readRuleView(writeRuleView(view), KEYS)).toEqual(view);
    expect(writeRuleView(PLAIN)).toBe('');
  });

  test('leaves out what the table has not', () => {
    expect(readRuleView('?has=nonsense,decider&without=x&group=y&sort=-z', KEYS)).toEqual({ ...PLAIN, has: ['decider'] });
  });

  test('is told in words for paper and files', () => {
    const view = readRuleView('?has=decider,stated&group=province&sort=-stated&validity=现行', KEYS);
    expect(tellRuleView(view, (key) => (key === 'decider' ? '认定主体' : '期限'))).toBe(
      '写到认定主体、期限的；时效：现行；按省份分组；按期限从大到小排',
    );
  });
});
