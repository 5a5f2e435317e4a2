/** What the facets of lists and of search are called, by the word that stands for them in addresses. Light: the browser loads it. */
export const FACET_TITLES = {
  unit: '单位',
  collection: '栏目',
  nature: '性质',
  region: '地区',
  theme: '领域',
  level: '层级',
  year: '年份',
  source: '引用的来源文献',
  type: '案例类型',
  outcome: '处理结果',
  field: '案例领域',
  distinction: '三个区分',
  reported: '事前报备',
  procedure: '程序',
  decider: '认定主体',
  validity: '时效',
  rule: '容错规则要素',
  teaching: '教学设计',
  minutes: '讨论用时',
  audience: '教学对象',
} as const;

/** The facets that only some kinds of entries have; search fetches their values when they are wanted. */
export const DETAIL_NAMES = [
  'type',
  'outcome',
  'field',
  'distinction',
  'reported',
  'procedure',
  'decider',
  'validity',
  'rule',
  'teaching',
  'minutes',
  'audience',
] as const satisfies (keyof typeof FACET_TITLES)[];

export type DetailName = (typeof DETAIL_NAMES)[number];

/** For each of these facets and each of its values, the numbers of the entries that have it. */
export type DetailTable = Record<DetailName, Record<string, string[]>>;
