/** The ways in which the entries of a collection are sorted into lists, as plain links that need no script. */
import type { CollectionName } from '../schema/fields.ts';
import type { Entry } from './records.ts';

/** A way of sorting: what it is called, and the values an entry has in it. */
export interface FacetDefinition {
  /** Part of the address, `/practices/region/zhejiang/`. */
  key: string;
  name: string;
  valuesOf(entry: Entry): string[];
}

/** One value of a facet with the entries that have it. */
export interface FacetValue {
  value: string;
  entries: Entry[];
}

const theme: FacetDefinition = { key: 'theme', name: '领域', valuesOf: (entry) => entry.data.themes };
const region: FacetDefinition = { key: 'region', name: '地区', valuesOf: (entry) => entry.data.regions };
const level: FacetDefinition = { key: 'level', name: '层级', valuesOf: (entry) => entry.data.level };
const family: FacetDefinition = {
  key: 'family',
  name: '同类组',
  valuesOf: (entry) => (entry.collection === 'mechanisms' ? [entry.data.family] : []),
};
const standing: FacetDefinition = {
  key: 'standing',
  name: '建立程度',
  valuesOf: (entry) => (entry.collection === 'mechanisms' ? [entry.data.standing] : []),
};
const problemType: FacetDefinition = {
  key: 'type',
  name: '类型',
  valuesOf: (entry) => (entry.collection === 'problems' ? entry.data.types : []),
};
const caseType: FacetDefinition = {
  key: 'type',
  name: '类型',
  valuesOf: (entry) => (entry.collection === 'tolerance' ? [entry.data.type] : []),
};
const outcome: FacetDefinition = {
  key: 'outcome',
  name: '处理结果',
  valuesOf: (entry) => (entry.collection === 'tolerance' ? [entry.data.outcome] : []),
};
const caseField: FacetDefinition = {
  key: 'field',
  name: '案例领域',
  valuesOf: (entry) => (entry.collection === 'tolerance' ? entry.data.field : []),
};
const completeness: FacetDefinition = {
  key: 'completeness',
  name: '完整程度',
  valuesOf: (entry) => (entry.collection === 'tolerance' ? [entry.data.completeness] : []),
};
const sourceLevel: FacetDefinition = {
  key: 'source-level',
  name: '来源级别',
  valuesOf: (entry) => (entry.collection === 'tolerance' ? [entry.data.sourceLevel] : []),
};
const scope: FacetDefinition = {
  key: 'scope',
  name: '范围',
  valuesOf: (entry) => (entry.collection === 'policies' ? [entry.data.scope] : []),
};

const FACETS: Record<CollectionName, FacetDefinition[]> = {
  sources: [],
  policies: [scope, theme, region],
  problems: [problemType, theme],
  causes: [theme],
  measures: [theme],
  mechanisms: [family, standing, theme],
  practices: [theme, region, level],
  tolerance: [caseType, outcome, caseField, completeness, sourceLevel, theme, region, level],
  courses: [theme],
  terms: [theme],
  tensions: [theme],
};

/** The facets of a collection with their values, most entries first; facets with fewer than two values are left out. */
export function facetsOf(collection: CollectionName, entries: readonly Entry[]) {
  return FACETS[collection].map((facet) => ({ facet, values: sortIntoValues(facet, entries) })).filter(({ values }) => values.length > 1);
}

function sortIntoValues(facet: FacetDefinition, entries: readonly Entry[]): FacetValue[] {
  const byValue = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const value of new Set(facet.valuesOf(entry))) byValue.set(value, [...(byValue.get(value) ?? []), entry]);
  }
  return [...byValue]
    .map(([value, list]) => ({ value, entries: list }))
    .sort((a, b) => b.entries.length - a.entries.length || a.value.localeCompare(b.value, 'zh-CN'));
}
