/** What a facet value is called on a page, and what stands for it in an address. */
import type { Site } from '../site/site-index.ts';
import { levelName } from '../entry/level-name.ts';

/** The name of a value as readers know it. */
export function facetLabel({ vocabulary, graph, regions }: Site, facet: string, value: string): string {
  if (facet === 'region') return regions.byId.get(value)?.short ?? value;
  if (facet === 'distinction') return vocabulary.distinctions.items.find(({ id }) => id === value)?.name ?? value;
  if (facet === 'problem') return graph.byId.get(value)?.data.title ?? value;
  if (facet === 'level') return levelName(value);
  return value;
}

/** The lists that give slugs; a value that stands in two of them has had the slug of the first in all addresses. */
const SLUG_LISTS = [
  'measure-fields',
  'levels',
  'outcomes',
  'source-levels',
  'problem-types',
  'mechanism-families',
  'mechanism-standings',
  'case-types',
  'case-fields',
] as const;

/** Slugs of values that no list has: the schemas name them, or a filter makes them. */
const FIXED_SLUGS: Record<string, string> = {
  未载: 'unknown',
  未公开: 'unpublished',
  隐去: 'masked',
  中央: 'central',
  地方: 'local',
  全文: 'full',
  部分: 'part',
  摘录: 'excerpt',
  仅题名: 'title-only',
  不适用: 'none',
  自述: 'own-account',
  报道: 'press',
  评估: 'evaluation',
  有记载: 'recorded',
  载有办理步骤: 'steps',
  纪检监察机关: 'discipline',
  组织部门: 'organisation',
  巡视巡察机构: 'inspection',
  '公安、司法机关': 'justice',
  '党委、政府': 'party-and-government',
  其他写法: 'other',
  '教学情景（虚构）': 'scenario',
  公开材料所载: 'public',
  本单位材料所载: 'own',
  载有数字: 'with-figures',
  没有数字: 'without-figures',
  有规则要素: 'with-rule',
  有甲乙两部: 'two-parts',
  没有: 'without',
  干部: 'cadres',
  组工: 'organisers',
  教员: 'trainers',
};

/** The part of the address that stands for a facet value: ASCII, and permanent. */
export function facetSlug({ vocabulary }: Site, facet: string, value: string): string {
  if (facet === 'region' || facet === 'distinction' || /^\d{4}$/u.test(value)) return FIXED_SLUGS[value] ?? value;
  if (facet === 'problem') return value.toLowerCase();
  const isSchemaValue = facet === 'scope' || facet === 'completeness';
  const listed = isSchemaValue
    ? undefined
    : SLUG_LISTS.flatMap((name) => vocabulary[name].items.find(({ id }) => id === value)?.slug ?? [])[0];
  const slug = listed ?? FIXED_SLUGS[value];
  if (!slug) throw new Error(`The value “${value}” of the facet “${facet}” has no slug in its list.`);
  return slug;
}
