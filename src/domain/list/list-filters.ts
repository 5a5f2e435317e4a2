/** What the entries of a list can be narrowed by in the browser: the facets with pages of their own, and what only a script can offer. */
import type { CollectionName } from '../../schema/number.ts';
import type { FilterCard } from './filter.ts';
import type { StatementOrUnknown, Teaching } from '../entry/blocks.ts';
import { yearsOf } from '../entry/entry-time.ts';
import { isOf } from '../entry/records.ts';
import type { Entry, EntryOf } from '../entry/records.ts';
import type { RegionTree } from '../region/regions.ts';
import { FACET_TITLES } from './facet-titles.ts';
import { isTaught } from '../case/two-parts.ts';
import { validityOn } from '../policy/validity.ts';
import type { PolicyIndex } from '../policy/validity.ts';

/** A facet of the filter panel. */
export interface ListFilter {
  /** Parameter of the address; the same as that of the pages by facet, where there are any. */
  key: string;
  name: string;
  /** Whether the values follow from the wording of the entry, by a rule that the page states. */
  note?: string;
  /** The values are wordings or change with time, so that they make no permanent addresses and have no pages. */
  hasNoPages?: true;
  valuesOf: (entry: Entry, context: FilterContext) => readonly string[];
}

/** What the values of an entry are worked out with; a site has it all. */
export interface FilterContext {
  regions: RegionTree;
  policies: PolicyIndex;
  asOf: string;
}

/** The lists that have a filter panel. */
export type FilteredCollection = 'tolerance' | 'practices' | 'policies' | 'mechanisms';

export function hasFilters(collection: CollectionName): collection is FilteredCollection {
  return collection in LIST_FILTERS;
}

const theme: ListFilter = { key: 'theme', name: FACET_TITLES.theme, valuesOf: ({ data }) => data.themes };
const year: ListFilter = { key: 'year', name: FACET_TITLES.year, valuesOf: (entry) => orUnknown(yearsOf(entry)) };
const level: ListFilter = { key: 'level', name: FACET_TITLES.level, valuesOf: ({ data }) => data.level };
const problem: ListFilter = {
  key: 'problem',
  name: '情形（回应的问题）',
  valuesOf: ({ data }) => ('problems' in data ? data.problems : []),
};

/** A place counts for everything above it: who asks for 新疆 wants 巴楚 too. */
const region: ListFilter = {
  key: 'region',
  name: FACET_TITLES.region,
  valuesOf: ({ data }, { regions }) => data.regions.flatMap((id) => regions.lineageOf(id).map((place) => place.id)),
};

const teaching: ListFilter = {
  key: 'teaching',
  name: FACET_TITLES.teaching,
  valuesOf: (entry) => [isTaught(entry) ? '有甲乙两部' : '没有'],
};

const minutes: ListFilter = {
  key: 'minutes',
  name: FACET_TITLES.minutes,
  note: '各道讨论题建议分钟数的和。',
  hasNoPages: true,
  valuesOf: (entry) => (isTaught(entry) ? [minutesOf(entry.data.teaching)] : []),
};

const audience: ListFilter = {
  key: 'audience',
  name: FACET_TITLES.audience,
  note: '按教学设计里写的对象归类，一条可以归入几类。',
  hasNoPages: true,
  valuesOf: (entry) => (isTaught(entry) ? namedIn(entry.data.teaching.audience, AUDIENCES, '其他对象') : []),
};

const scenario: ListFilter = {
  key: 'scenario',
  name: '是否教学情景',
  valuesOf: ({ data }) => [KEPT_IN[data.nature] ?? '公开材料所载'],
};

const KEPT_IN: Partial<Record<Entry['data']['nature'], string>> = { 教学情景: '教学情景（虚构）', 本单位材料: '本单位材料所载' };

/** Who decides, by the kinds of bodies that the wording names. */
const BODIES: [name: string, pattern: RegExp][] = [
  ['纪检监察机关', /纪委|监委|纪检|监察|纪工委/u],
  ['组织部门', /组织部/u],
  ['巡视巡察机构', /巡视|巡察/u],
  ['公安、司法机关', /公安|检察院|法院/u],
  ['党委、政府', /[省市区县州]委(?!组织|巡|书记)|党委|党工委|政府/u],
];

/** For whom a class is meant, by the posts that the wording names. */
const AUDIENCES: [name: string, pattern: RegExp][] = [
  ['组织人事部门', /组织|人事|组工|干部监督/u],
  ['纪检监察机关', /纪检|监察|纪委/u],
  ['乡镇街道和村社区', /乡镇|街道|镇街|村|社区|基层/u],
  ['行政审批和执法', /审批|执法|窗口|营商|市场监管|城管|政务服务/u],
  ['国有企业和开发区', /国有企业|国企|国资|开发区|园区/u],
  ['年轻干部', /青年|年轻|新任|新录用|选调/u],
  ['领导干部', /领导干部|班子|县处级|分管负责|主要负责|书记/u],
];

/** What the facts and the procedure say of a report beforehand; silence is no denial. */
const REPORTED = /报备|(?:事前|事先|提前)[^，。；]{0,6}(?:报告|请示|汇报)/u;
const NOT_REPORTED = /(?:没有|未|无)[^，。；]{0,12}(?:报备|报告|请示|汇报)/u;

const REPORTED_NOTE = '按条目所写的事实、程序和步骤归类；没有写到，不等于没有报备。';

const WORDING_NOTE = '按条目原有文字里出现的机关归类，一条可以归入几类；只说明文中提到，不说明由谁最后认定。';

const LIST_FILTERS: Record<FilteredCollection, ListFilter[]> = {
  tolerance: [
    { key: 'type', name: FACET_TITLES.type, valuesOf: only('tolerance', ({ data }) => [data.type]) },
    { key: 'outcome', name: FACET_TITLES.outcome, valuesOf: only('tolerance', ({ data }) => [data.outcome]) },
    { key: 'field', name: FACET_TITLES.field, valuesOf: only('tolerance', ({ data }) => data.field) },
    problem,
    {
      key: 'distinction',
      name: FACET_TITLES.distinction,
      valuesOf: only('tolerance', ({ data }) => orUnknown(data.distinctions.map(({ which }) => which))),
    },
    { key: 'decider', name: FACET_TITLES.decider, note: WORDING_NOTE, valuesOf: only('tolerance', ({ data }) => bodiesIn(data.decidedBy)) },
    {
      key: 'procedure',
      name: FACET_TITLES.procedure,
      valuesOf: only('tolerance', ({ data }) => orUnknown(data.procedureSteps.length > 0 ? ['载有办理步骤'] : [])),
    },
    {
      key: 'reported',
      name: FACET_TITLES.reported,
      note: REPORTED_NOTE,
      hasNoPages: true,
      valuesOf: only('tolerance', ({ data }) => [reportedIn(data)]),
    },
    year,
    region,
    level,
    { key: 'source-level', name: '来源级别', valuesOf: only('tolerance', ({ data }) => [data.sourceLevel]) },
    { key: 'completeness', name: '完整度', valuesOf: only('tolerance', ({ data }) => [data.completeness]) },
    teaching,
    minutes,
    audience,
    scenario,
    theme,
  ],
  practices: [
    theme,
    problem,
    region,
    level,
    year,
    { key: 'evidence', name: '证据性质', valuesOf: only('practices', ({ data }) => [data.evidence]) },
    { key: 'figures', name: '数字', valuesOf: ({ data }) => [data.figures.length > 0 ? '载有数字' : '没有数字'] },
    teaching,
    minutes,
    audience,
    { key: 'setbacks', name: '困难与失败', valuesOf: only('practices', ({ data }) => [stateOf(data.setbacks)]) },
  ],
  policies: [
    { key: 'scope', name: '范围', valuesOf: only('policies', ({ data }) => [data.scope]) },
    theme,
    region,
    {
      key: 'validity',
      name: FACET_TITLES.validity,
      note: '按本库最近一次修改之日推算，用前打开条目再核。',
      hasNoPages: true,
      valuesOf: (entry, { policies, asOf }) => (isOf(entry, 'policies') ? [validityOn(entry, asOf, policies).state] : []),
    },
    { key: 'kind', name: '文种', hasNoPages: true, valuesOf: only('policies', ({ data }) => [data.documentKind]) },
    year,
    { key: 'completeness', name: '完整度（编者所见）', valuesOf: only('policies', ({ data }) => [data.textSeen]) },
    { key: 'rule', name: FACET_TITLES.rule, valuesOf: only('policies', ({ data }) => [data.rule ? '有规则要素' : '没有']) },
  ],
  mechanisms: [
    { key: 'family', name: '类别', valuesOf: only('mechanisms', ({ data }) => [data.family]) },
    { key: 'standing', name: '建立程度', valuesOf: only('mechanisms', ({ data }) => [data.standing]) },
    problem,
    theme,
  ],
};

/** The collections whose lists have a filter panel. */
export function filteredCollections(): FilteredCollection[] {
  return Object.keys(LIST_FILTERS) as FilteredCollection[];
}

/** The filters of one list. */
export function filtersOf(collection: FilteredCollection): readonly ListFilter[] {
  return LIST_FILTERS[collection];
}

/** How the values of a facet follow from the wording of the entries, where they do. */
export function noteOf(key: string): string | undefined {
  return filteredCollections().flatMap((collection) =>
    filtersOf(collection).flatMap((filter) => (filter.key === key ? (filter.note ?? []) : [])),
  )[0];
}

/** An entry as its list's filter sees it. */
export function filterCardOf(entry: Entry, collection: FilteredCollection, context: FilterContext): FilterCard {
  const { id, updated } = entry.data;
  const values = filtersOf(collection).map(({ key, valuesOf }) => [key, [...new Set(valuesOf(entry, context))]] as const);
  return {
    id,
    values: Object.fromEntries(values.filter(([, list]) => list.length > 0)),
    date: updated,
    completeness: completenessOf(entry),
  };
}

const COMPLETENESS = ['全文', '部分', '摘录', '仅题名'];

/** How much of an entry's original its editors saw: 0 is everything, larger is less. */
export function completenessOf(entry: Entry): number {
  const seen = isOf(entry, 'tolerance') ? entry.data.completeness : isOf(entry, 'policies') ? entry.data.textSeen : '';
  const place = COMPLETENESS.indexOf(seen);
  return place < 0 ? COMPLETENESS.length : place;
}

function bodiesIn(finding: StatementOrUnknown): string[] {
  if (typeof finding === 'string') return ['未载'];
  return namedIn(finding.text, BODIES, '其他写法');
}

function namedIn(text: string, kinds: readonly [name: string, pattern: RegExp][], others: string): string[] {
  const named = kinds.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  return named.length > 0 ? named : [others];
}

function reportedIn({ facts, factors, procedureSteps }: EntryOf<'tolerance'>['data']): string {
  const { procedure } = factors;
  const told = [...facts, ...procedureSteps, ...(typeof procedure === 'string' ? [] : [procedure])].map(({ text }) => text);
  if (told.some((text) => NOT_REPORTED.test(text))) return '写明没有报备';
  return told.some((text) => REPORTED.test(text)) ? '写到报备或事前请示' : '没有写到';
}

function minutesOf({ questions }: Teaching): string {
  const sum = questions.reduce((total, question) => total + question.minutes, 0);
  return sum <= 30 ? '30分钟以内' : sum <= 60 ? '31至60分钟' : '60分钟以上';
}

function stateOf(finding: StatementOrUnknown): string {
  return typeof finding === 'string' ? finding : '有记载';
}

function orUnknown(values: readonly string[]): string[] {
  return values.length > 0 ? [...values] : ['未载'];
}

function only<C extends FilteredCollection>(
  collection: C,
  valuesOf: (entry: Extract<Entry, { collection: C }>) => readonly string[],
): ListFilter['valuesOf'] {
  return (entry) => (isOf(entry, collection) ? valuesOf(entry) : []);
}
