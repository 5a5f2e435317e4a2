/**
 * The matrix of local rules as a reader wants to see it: which rows and columns, in which groups and order. The address says so,
 * `/matrix/rules/?has=decider,stated&without=initiation&group=province&province=山东省&sort=-stated&validity=现行&folded=0`; what it names and the table has not
 * is left out. Light: the browser loads this.
 */
import { compareRead } from '../chinese/compare-read.ts';

/** A row as far as its arrangement needs it. */
export interface ArrangedRule {
  key: string;
  province: string;
  /** Kinds of bodies that its words on the decider name; none when nothing was seen. */
  deciders: string[];
  /** Starts with the state: 已被代替，自 2022-05. */
  validity: string;
  /** The row that replaces it in this table; empty when none does. */
  replacedBy: string;
  /** What each column says, as text; nothing for one that says nothing. */
  texts: Readonly<Record<string, string>>;
  /** The shortest deadline that it states, in days. */
  days: number | undefined;
}

export const RULE_GROUPS = { decider: '认定主体', province: '省份' } as const;
export type RuleGroup = keyof typeof RULE_GROUPS;

export interface RuleView {
  /** Columns in which a row has to say something. */
  has: string[];
  /** Columns that are not shown. */
  without: string[];
  group: RuleGroup | undefined;
  /** The beginning of the state that is wanted; empty for all. */
  validity: string;
  /** The province that is wanted; empty for all. */
  province: string;
  /** Whether replaced rules stand folded under their successors. */
  isFolded: boolean;
  sort: { key: string; isDown: boolean } | undefined;
}

/** Rows under one heading; the heading is empty where there are no groups. */
export interface RuleGroupRows {
  heading: string;
  rows: { key: string; isUnder: boolean }[];
}

const NO_DECIDER = '没有见到认定主体';

/** The view that an address asks for; `keys` are the columns of the table. */
export function readRuleView(search: string, keys: readonly string[]): RuleView {
  const params = new URLSearchParams(search);
  const list = (name: string) => (params.get(name) ?? '').split(',').filter((key) => keys.includes(key));
  const sort = params.get('sort') ?? '';
  const key = sort.replace(/^-/u, '');
  const group = params.get('group');
  return {
    has: list('has'),
    without: list('without'),
    group: group === 'decider' || group === 'province' ? group : undefined,
    validity: (params.get('validity') ?? '').slice(0, 10),
    province: (params.get('province') ?? '').slice(0, 20),
    isFolded: params.get('folded') !== '0',
    sort: keys.includes(key) ? { key, isDown: sort.startsWith('-') } : undefined,
  };
}

/** The part of an address from `?` on; empty for the table as it is. */
export function writeRuleView({ has, without, group, validity, province, isFolded, sort }: RuleView): string {
  const params = new URLSearchParams();
  if (has.length > 0) params.set('has', has.join(','));
  if (without.length > 0) params.set('without', without.join(','));
  if (group) params.set('group', group);
  if (validity) params.set('validity', validity);
  if (province) params.set('province', province);
  if (!isFolded) params.set('folded', '0');
  if (sort) params.set('sort', `${sort.isDown ? '-' : ''}${sort.key}`);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The rows to show, in groups and order; a replaced rule follows its successor, or is folded away while that one is shown. */
export function arrangeRules(rules: readonly ArrangedRule[], view: RuleView): RuleGroupRows[] {
  const wanted = rules.filter(
    ({ texts, validity, province }) =>
      view.has.every((key) => (texts[key] ?? '') !== '') &&
      validity.startsWith(view.validity) &&
      (view.province === '' || province === view.province),
  );
  const shown = new Set(wanted.map(({ key }) => key));
  const isUnder = ({ replacedBy }: ArrangedRule) => replacedBy !== '' && shown.has(replacedBy);
  const heads = inOrder(
    wanted.filter((rule) => !isUnder(rule)),
    view.sort,
  );
  const under = (key: string): ArrangedRule[] =>
    wanted.filter((rule) => isUnder(rule) && rule.replacedBy === key).flatMap((rule) => [rule, ...under(rule.key)]);
  const headings = view.group === undefined ? [''] : [...new Set(heads.map((rule) => headingOf(rule, view.group)))];
  if (view.group !== undefined) headings.sort((a, b) => Number(a === NO_DECIDER) - Number(b === NO_DECIDER) || compareRead(a, b));
  return headings.map((heading) => ({
    heading,
    rows: heads
      .filter((rule) => headingOf(rule, view.group) === heading)
      .flatMap((rule) => [
        { key: rule.key, isUnder: false },
        ...(view.isFolded ? [] : under(rule.key).map(({ key }) => ({ key, isUnder: true }))),
      ]),
  }));
}

/** The view in words, for paper and files; empty for the table as it is. `nameOf` gives the heading of a column. */
export function tellRuleView({ has, group, validity, province, isFolded, sort }: RuleView, nameOf: (key: string) => string): string {
  return [
    ...(province ? [`省份：${province}`] : []),
    ...(has.length > 0 ? [`写到${has.map(nameOf).join('、')}的`] : []),
    ...(validity ? [`时效：${validity}`] : []),
    ...(group ? [`按${RULE_GROUPS[group]}分组`] : []),
    ...(sort ? [`按${nameOf(sort.key)}${sort.isDown ? '从大到小' : '从小到大'}排`] : []),
    ...(isFolded ? [] : ['已被代替的也列出']),
  ].join('；');
}

function headingOf({ province, deciders }: ArrangedRule, group: RuleGroup | undefined): string {
  if (group === undefined) return '';
  return group === 'province' ? province : deciders.join('、') || NO_DECIDER;
}

/** Rows without a value in the column stay at the end, whichever way it is sorted. */
function inOrder(rules: readonly ArrangedRule[], sort: RuleView['sort']): ArrangedRule[] {
  if (!sort) return [...rules];
  const { key, isDown } = sort;
  const direction = isDown ? -1 : 1;
  const valueOf = ({ texts, days }: ArrangedRule) => (key === 'stated' ? days : texts[key] || undefined);
  return [...rules].sort((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return direction * (typeof one === 'number' && typeof other === 'number' ? one - other : compareRead(String(one), String(other)));
  });
}
