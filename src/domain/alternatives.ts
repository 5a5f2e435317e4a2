/** What can take the place of a case in a class: the same field, factors that the sources tell, another region, with the reason in words. */
import { compareNumbers } from '../schema/number.ts';
import { FACTORS } from '../schema/tolerance.ts';
import type { Alternative } from './course-pack.ts';
import { partAMinutes } from './carried-minutes.ts';
import { isOf } from './records.ts';
import type { Entry } from './records.ts';
import type { RegionTree } from './regions.ts';
import { isTaught } from './two-parts.ts';
import type { TaughtEntry } from './two-parts.ts';

/** Field before factors, and what is as long before what is shorter. */
const WEIGHT = { field: 4, theme: 1, factor: 1, elsewhere: 1, length: 3 };
/** A case that carries so much of the time of the other can stand in for it. */
const AS_LONG = 0.75;

const FACTOR_NAMES: Record<(typeof FACTORS)[number], string> = {
  motive: '动机态度',
  conditions: '客观条件',
  procedure: '程序方法',
  nature: '性质程度',
  consequence: '后果影响',
  remedy: '挽回损失',
};

/** Every entry in two parts that is like it, best first; scenarios stand in for scenarios, real cases for real cases. */
export function alternativesTo(entry: Entry, entries: readonly Entry[], regions: RegionTree): Alternative[] {
  if (!isTaught(entry)) return [];
  const needed = partAMinutes(entry);
  return entries
    .filter(isTaught)
    .filter(
      (other) =>
        other !== entry && other.collection === entry.collection && other.data.status === '发布' && isScenario(other) === isScenario(entry),
    )
    .map((other) => ({ other, ...likeness(entry, other, regions, needed) }))
    .filter(({ score }) => score > WEIGHT.length)
    .sort((a, b) => b.score - a.score || compareNumbers(a.other.data.id, b.other.data.id))
    .map(({ other, why }) => ({ id: other.data.id, title: other.data.title, why }));
}

function likeness(entry: TaughtEntry, other: TaughtEntry, regions: RegionTree, needed: number): { score: number; why: string } {
  const fields = shared(fieldsOf(entry), fieldsOf(other));
  const themes = shared(entry.data.themes, other.data.themes);
  const factors = shared(factorsOf(entry), factorsOf(other));
  const isElsewhere = !isScenario(entry) && shared(entry.data.regions, other.data.regions).length === 0;
  const minutes = Math.round(partAMinutes(other));
  const isLong = minutes >= needed * AS_LONG;
  const place = regions.byId.get(other.data.regions[0] ?? '')?.short;
  const score =
    Math.min(fields.length, 2) * WEIGHT.field +
    Math.min(themes.length, 2) * WEIGHT.theme +
    factors.length * WEIGHT.factor +
    (isElsewhere ? WEIGHT.elsewhere : 0) +
    (isLong ? WEIGHT.length : 0);
  const why = [
    fields.length > 0 ? `同属“${fields.join('、')}”` : themes.length > 0 ? `同属“${themes.join('、')}”` : '',
    factors.length > 0 ? `都写到${factors.join('、')}` : '',
    isElsewhere && place ? `换一个地区：${place}` : '',
    `甲部够 ${minutes} 分钟`,
  ];
  return { score, why: why.filter(Boolean).join('；') };
}

function isScenario({ data }: Entry): boolean {
  return data.nature === '教学情景';
}

function fieldsOf(entry: TaughtEntry): readonly string[] {
  return isOf(entry, 'tolerance') ? entry.data.field : [];
}

/** The factors that the sources tell of. */
function factorsOf(entry: TaughtEntry): string[] {
  if (!isOf(entry, 'tolerance')) return [];
  const { factors } = entry.data;
  return FACTORS.filter((factor) => typeof factors[factor] !== 'string').map((factor) => FACTOR_NAMES[factor]);
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((item) => b.includes(item));
}
