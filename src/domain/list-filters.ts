/** What the entries of a list can be narrowed by in the browser: the facets with pages of their own, and what only a script can offer. */
import type { CollectionName } from '../schema/number.ts';
import { foldWords } from './filter.ts';
import type { FilterCard } from './filter.ts';
import type { Finding } from './blocks.ts';
import { yearsOf } from './entry-time.ts';
import { isOf } from './records.ts';
import type { Entry } from './records.ts';
import type { RegionTree } from './regions.ts';
import { isTaught } from './two-parts.ts';

/** A facet of the filter panel. */
export interface ListFilter {
  /** Parameter of the address; the same as that of the pages by facet, where there are any. */
  key: string;
  name: string;
  /** Whether the values follow from the wording of the entry, by a rule that the page states. */
  note?: string;
  /** The values are the authors' own wording, so that they make no permanent addresses and have no pages. */
  isWording?: true;
  valuesOf: (entry: Entry, regions: RegionTree) => readonly string[];
}

/** The lists that have a filter panel. */
export type FilteredCollection = 'tolerance' | 'practices' | 'policies' | 'mechanisms';

export function hasFilters(collection: CollectionName): collection is FilteredCollection {
  return collection in LIST_FILTERS;
}

const theme: ListFilter = { key: 'theme', name: '领域', valuesOf: ({ data }) => data.themes };
const year: ListFilter = { key: 'year', name: '年份', valuesOf: (entry) => orUnknown(yearsOf(entry)) };
const level: ListFilter = { key: 'level', name: '层级', valuesOf: ({ data }) => data.level };
const problem: ListFilter = {
  key: 'problem',
  name: '情形（回应的问题）',
  valuesOf: ({ data }) => ('problems' in data ? data.problems : []),
};

/** A place counts for everything above it: who asks for 新疆 wants 巴楚 too. */
const region: ListFilter = {
  key: 'region',
  name: '地区',
  valuesOf: ({ data }, regions) => data.regions.flatMap((id) => regions.lineageOf(id).map((place) => place.id)),
};

const teaching: ListFilter = {
  key: 'teaching',
  name: '教学设计',
  valuesOf: (entry) => [isTaught(entry) ? '有甲乙两部' : '没有'],
};

const scenario: ListFilter = {
  key: 'scenario',
  name: '是否教学情景',
  valuesOf: ({ data }) => [data.nature === '教学情景' ? '教学情景（虚构）' : '公开材料所载'],
};

/** Who decides, by the kinds of bodies that the wording names. */
const BODIES: [name: string, pattern: RegExp][] = [
  ['纪检监察机关', /纪委|监委|纪检|监察|纪工委/u],
  ['组织部门', /组织部/u],
  ['巡视巡察机构', /巡视|巡察/u],
  ['公安、司法机关', /公安|检察院|法院/u],
  ['党委、政府', /[省市区县州]委(?!组织|巡|书记)|党委|党工委|政府/u],
];

const WORDING_NOTE = '按条目原有文字里出现的机关归类，一条可以归入几类；只说明文中提到，不说明由谁最后认定。';

const LIST_FILTERS: Record<FilteredCollection, ListFilter[]> = {
  tolerance: [
    { key: 'type', name: '类型', valuesOf: only('tolerance', ({ data }) => [data.type]) },
    { key: 'outcome', name: '结论', valuesOf: only('tolerance', ({ data }) => [data.outcome]) },
    { key: 'field', name: '案例领域', valuesOf: only('tolerance', ({ data }) => data.field) },
    problem,
    {
      key: 'distinction',
      name: '三个区分',
      valuesOf: only('tolerance', ({ data }) => orUnknown(data.distinctions.map(({ which }) => which))),
    },
    { key: 'decider', name: '认定主体', note: WORDING_NOTE, valuesOf: only('tolerance', ({ data }) => bodiesIn(data.decidedBy)) },
    {
      key: 'procedure',
      name: '程序',
      valuesOf: only('tolerance', ({ data }) => orUnknown(data.procedureSteps.length > 0 ? ['载有办理步骤'] : [])),
    },
    year,
    region,
    level,
    { key: 'source-level', name: '来源级别', valuesOf: only('tolerance', ({ data }) => [data.sourceLevel]) },
    { key: 'completeness', name: '完整度', valuesOf: only('tolerance', ({ data }) => [data.completeness]) },
    teaching,
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
    { key: 'setbacks', name: '困难与失败', valuesOf: only('practices', ({ data }) => [stateOf(data.setbacks)]) },
  ],
  policies: [
    { key: 'scope', name: '范围', valuesOf: only('policies', ({ data }) => [data.scope]) },
    theme,
    region,
    { key: 'kind', name: '文种', isWording: true, valuesOf: only('policies', ({ data }) => [data.documentKind]) },
    year,
    { key: 'completeness', name: '完整度（编者所见）', valuesOf: only('policies', ({ data }) => [data.textSeen]) },
    { key: 'rule', name: '容错规则要素', valuesOf: only('policies', ({ data }) => [data.rule ? '有规则要素' : '没有']) },
  ],
  mechanisms: [
    { key: 'family', name: '同类组', valuesOf: only('mechanisms', ({ data }) => [data.family]) },
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

/** An entry as its list's filter sees it. */
export function filterCardOf(entry: Entry, collection: FilteredCollection, regions: RegionTree): FilterCard {
  const { id, title, summary, aliases, keywords, updated } = entry.data;
  const values = filtersOf(collection).map(({ key, valuesOf }) => [key, [...new Set(valuesOf(entry, regions))]] as const);
  return {
    id,
    values: Object.fromEntries(values.filter(([, list]) => list.length > 0)),
    text: foldWords([id, title, summary, ...aliases, ...keywords].join('\n')),
    date: updated,
    completeness: completenessOf(entry),
  };
}

const COMPLETENESS = ['全文', '部分', '摘录', '仅题名'];

function completenessOf(entry: Entry): number {
  const seen = isOf(entry, 'tolerance') ? entry.data.completeness : isOf(entry, 'policies') ? entry.data.textSeen : '';
  const place = COMPLETENESS.indexOf(seen);
  return place < 0 ? COMPLETENESS.length : place;
}

function bodiesIn(finding: Finding): string[] {
  if (typeof finding === 'string') return ['未载'];
  const named = BODIES.filter(([, pattern]) => pattern.test(finding.text)).map(([name]) => name);
  return named.length > 0 ? named : ['其他写法'];
}

function stateOf(finding: Finding): string {
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
