/** What can take the place of a case in a class: the same field, factors that the sources tell, another region, with the reason in words. */
import { compareNumbers } from '../../schema/number.ts';
import { FACTORS } from '../../schema/tolerance.ts';
import type { Alternative } from './lesson.ts';
import { partAMinutes } from './carried-minutes.ts';
import { isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';
import type { RegionTree } from '../region/regions.ts';
import { isTaught } from '../case/two-parts.ts';
import type { TaughtEntry } from '../case/two-parts.ts';

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

/** What likeness is told by, worked out once an entry. */
export interface TaughtFacts {
  entry: TaughtEntry;
  isScenario: boolean;
  fields: readonly string[];
  /** The factors that the sources tell of. */
  factors: readonly string[];
  /** So many minutes the part before the decision carries. */
  minutes: number;
}

export function taughtFacts(entry: TaughtEntry): TaughtFacts {
  return { entry, isScenario: isScenario(entry), fields: fieldsOf(entry), factors: factorsOf(entry), minutes: partAMinutes(entry) };
}

/**
 * The entries in two parts that are like it, best first; scenarios stand in for scenarios, real cases for real cases. At most `atMost`, and beside them
 * those `named` that are like it at all. `taught` has all entries in two parts.
 */
export function alternativesTo(
  entry: Entry,
  taught: readonly TaughtFacts[],
  regions: RegionTree,
  { atMost, named = [] }: { atMost: number; named?: readonly string[] },
): Alternative[] {
  if (!isTaught(entry)) return [];
  const own = taughtFacts(entry);
  const like = taught
    .filter(
      (other) =>
        other.entry !== entry &&
        other.entry.collection === entry.collection &&
        other.entry.data.status === '发布' &&
        other.isScenario === own.isScenario,
    )
    .map((other) => ({ other, score: likeness(own, other) }))
    .filter(({ score }) => score > WEIGHT.length)
    .sort((a, b) => b.score - a.score || compareNumbers(a.other.entry.data.id, b.other.entry.data.id))
    .map(({ other }) => other);
  const isNamed = ({ entry: { data } }: TaughtFacts) => named.includes(data.id);
  return [...like.filter(isNamed), ...like.filter((other) => !isNamed(other)).slice(0, atMost)].map((other) => ({
    id: other.entry.data.id,
    title: other.entry.data.title,
    why: whyLike(own, other, regions),
  }));
}

function likeness(own: TaughtFacts, other: TaughtFacts): number {
  return (
    Math.min(shared(own.fields, other.fields).length, 2) * WEIGHT.field +
    Math.min(shared(own.entry.data.themes, other.entry.data.themes).length, 2) * WEIGHT.theme +
    shared(own.factors, other.factors).length * WEIGHT.factor +
    (isElsewhere(own, other) ? WEIGHT.elsewhere : 0) +
    (Math.round(other.minutes) >= own.minutes * AS_LONG ? WEIGHT.length : 0)
  );
}

function whyLike(own: TaughtFacts, other: TaughtFacts, regions: RegionTree): string {
  const fields = shared(own.fields, other.fields);
  const themes = shared(own.entry.data.themes, other.entry.data.themes);
  const factors = shared(own.factors, other.factors);
  const place = regions.byId.get(other.entry.data.regions[0] ?? '')?.short;
  const why = [
    fields.length > 0 ? `同属“${fields.join('、')}”` : themes.length > 0 ? `同属“${themes.join('、')}”` : '',
    factors.length > 0 ? `都写到${factors.join('、')}` : '',
    isElsewhere(own, other) && place ? `换一个地区：${place}` : '',
    `甲部够 ${Math.round(other.minutes)} 分钟`,
  ];
  return why.filter(Boolean).join('；');
}

/** Nobody handles a scenario anywhere. */
function isElsewhere(own: TaughtFacts, other: TaughtFacts): boolean {
  return !own.isScenario && shared(own.entry.data.regions, other.entry.data.regions).length === 0;
}

function isScenario({ data }: Entry): boolean {
  return data.nature === '教学情景';
}

function fieldsOf(entry: TaughtEntry): readonly string[] {
  return isOf(entry, 'tolerance') ? entry.data.field : [];
}

function factorsOf(entry: TaughtEntry): string[] {
  if (!isOf(entry, 'tolerance')) return [];
  const { factors } = entry.data;
  return FACTORS.filter((factor) => typeof factors[factor] !== 'string').map((factor) => FACTOR_NAMES[factor]);
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((item) => b.includes(item));
}
