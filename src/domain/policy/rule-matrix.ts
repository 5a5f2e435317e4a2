/** Local tolerance rules side by side: place by element, each filled cell with its sources, blanks left blank. */
import { deadlineText, RULE_ELEMENTS } from '../entry/blocks.ts';
import type { StatementOrUnknown } from '../entry/blocks.ts';
import { yearsOf } from '../entry/entry-time.ts';
import { deciderKinds } from '../case/decider-kind.ts';
import type { DeciderKind } from '../case/decider-kind.ts';
import type { EntryOf } from '../entry/records.ts';
import type { Site } from '../site/site-index.ts';
import { placesInWords } from '../region/regions.ts';
import type { RegionTree } from '../region/regions.ts';
import { validityOn } from './validity.ts';
import type { PolicyIndex } from './validity.ts';

export type RuleElement = keyof typeof RULE_ELEMENTS;

/** What a rule is before one asks what it says. */
export interface RuleFacts {
  /** In force or not on the day of the table: 已被代替，自 2022-05. */
  validity: string;
  /** In which it was issued or last revised, as far as is known. */
  year: string;
  docNumber: string;
  issuerKind: string;
}

/** A document before or after a rule: 代替 ZC-0117, 被 ZC-0118 代替. */
export interface Succession {
  how: '代替' | '修改' | '已被代替' | '已被修改';
  policy: EntryOf<'policies'>;
}

export interface RuleRow {
  policy: EntryOf<'policies'>;
  /** Names of the places, from the province down. */
  place: string;
  facts: RuleFacts;
  succession: Succession[];
  cells: { element: RuleElement; finding: StatementOrUnknown }[];
  /** The province, or the widest place that is known. */
  province: string;
  /** Which kinds of bodies the words on the decider name. */
  deciders: DeciderKind[];
  /** The shortest deadline that the rule states, in days, a month counted as 30. */
  days: number | undefined;
  /** The deadlines that the rule states, in words, with their sources. */
  deadlines: { text: string; cites: string[] }[];
}

/** The names of the columns that tell what a rule is, in order. */
export const RULE_FACTS = { validity: '时效', year: '年份', docNumber: '文号', issuerKind: '机关类别' } as const satisfies Record<
  keyof RuleFacts,
  string
>;
export const SUCCESSION_COLUMN = '前后接续';
export const DEADLINES_COLUMN = '写明的期限';

/** The elements in the order of the columns, with their names. */
export const RULE_COLUMNS = Object.entries(RULE_ELEMENTS) as [RuleElement, string][];

/** Whether at least one element of a rule is known, or a deadline that it states; of an entry that was retired nothing is told. */
export function hasRuleRow({ rule, deadlines, retired }: EntryOf<'policies'>['data']): boolean {
  return !retired && rule !== undefined && (RULE_COLUMNS.some(([element]) => typeof rule[element] !== 'string') || deadlines.length > 0);
}

/** One row for each local rule of which at least one element is known; validity as of the day `asOf`. */
export function ruleMatrix({ entriesOf, policies, regions, asOf }: Site): RuleRow[] {
  return entriesOf('policies').flatMap((policy) => {
    const { rule, scope, deadlines } = policy.data;
    if (!rule || !hasRuleRow(policy.data)) return [];
    const cells = RULE_COLUMNS.map(([element]) => ({ element, finding: rule[element] }));
    return [
      {
        policy,
        province: scope === '中央' ? '中央' : provinceOf(policy.data.regions, regions),
        deciders: typeof rule.decider === 'string' ? [] : deciderKinds(rule.decider.text),
        days: shortest(deadlines),
        place: scope === '中央' ? '中央' : placesInWords(policy.data.regions, regions, 'name').join('、'),
        facts: factsOf(policy, asOf, policies),
        succession: successionOf(policy, policies),
        cells,
        deadlines: deadlines.map((deadline) => ({ text: `${deadline.of}：${deadlineText(deadline)}`, cites: deadline.cites })),
      },
    ];
  });
}

function factsOf(policy: EntryOf<'policies'>, asOf: string, policies: PolicyIndex): RuleFacts {
  const { docNumber, issuerKind, confidence } = policy.data;
  const isIssuerUnseen = issuerKind === '其他' && (confidence.issuers === '未见' || confidence.issuers === '待核');
  const { state, since } = validityOn(policy, asOf, policies);
  return {
    validity: since && state !== '现行' ? `${state}，自 ${since}` : state,
    year: yearsOf(policy).at(-1) ?? '',
    docNumber: docNumber === '未载' || docNumber === '未公开' || docNumber === '隐去' ? '' : docNumber,
    issuerKind: isIssuerUnseen ? '' : issuerKind,
  };
}

function successionOf({ data }: EntryOf<'policies'>, { byId, changedBy }: PolicyIndex): Succession[] {
  const named = (ids: readonly string[], how: Succession['how']) =>
    ids.flatMap((id) => byId.get(id) ?? []).map((policy) => ({ how, policy }));
  const naming = (field: 'replaces' | 'amends', how: Succession['how']) =>
    (changedBy.get(data.id) ?? []).filter((other) => other.data[field].includes(data.id)).map((policy) => ({ how, policy }));
  return [
    ...named(data.replaces, '代替'),
    ...named(data.amends, '修改'),
    ...naming('replaces', '已被代替'),
    ...naming('amends', '已被修改'),
  ];
}

/** The province of the first place; places that belong to none, and masked ones, stand for themselves. */
function provinceOf([id]: readonly string[], regions: RegionTree): string {
  const line = id === undefined ? [] : regions.lineageOf(id);
  return line[line.length - 1]?.name ?? '未载';
}

const DAYS: Readonly<Record<EntryOf<'policies'>['data']['deadlines'][number]['unit'], number>> = { 工作日: 1, 日: 1, 月: 30, 年: 365 };

function shortest(deadlines: EntryOf<'policies'>['data']['deadlines']): number | undefined {
  return deadlines.length > 0 ? Math.min(...deadlines.map(({ value, unit }) => value * DAYS[unit])) : undefined;
}
