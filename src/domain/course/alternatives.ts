/** What can take the place of a case in a class: the same field, factors that the sources tell, another region, with the reason in words. */
import { compareNumbers } from '../../schema/number.ts';
import { FACTORS } from '../../schema/tolerance.ts';
import type { Alternative } from './lesson.ts';
import { partAMinutes } from './carried-minutes.ts';
import { isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';
import type { RegionTree } from '../region/regions.ts';
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

/** All entries in two parts, in groups that are as like any other: the same fields, themes and factors. */
export interface Taught {
  all: readonly TaughtFacts[];
  byId: ReadonlyMap<string, TaughtFacts>;
  /** The groups that are like one, the likest first, worked out when it is first asked for. */
  near: (own: TaughtFacts) => readonly NearGroup[];
}

/** A group as seen from another: what its likeness is before place and length, and its published entries by number. */
interface NearGroup {
  score: number;
  members: readonly TaughtFacts[];
}

/** Puts all entries in two parts into their groups. */
export function indexTaught(entries: readonly TaughtEntry[]): Taught {
  const all = entries.map(taughtFacts);
  const byNumber = [...all].sort((a, b) => compareNumbers(a.entry.data.id, b.entry.data.id));
  const groups = [
    ...Map.groupBy(
      byNumber.filter(({ entry }) => entry.data.status === '发布'),
      groupOf,
    ).values(),
  ];
  const known = new Map<string, readonly NearGroup[]>();
  const near = (own: TaughtFacts) => {
    const name = groupOf(own);
    const list =
      known.get(name) ??
      groups
        .flatMap((members) => (members[0] && isOfKind(own, members[0]) ? { score: likeness(own, members[0]), members } : []))
        .sort((a, b) => b.score - a.score);
    known.set(name, list);
    return list;
  };
  return { all, byId: new Map(all.map((facts) => [facts.entry.data.id, facts])), near };
}

function taughtFacts(entry: TaughtEntry): TaughtFacts {
  return { entry, isScenario: isScenario(entry), fields: fieldsOf(entry), factors: factorsOf(entry), minutes: partAMinutes(entry) };
}

function groupOf({ entry, isScenario: isMadeUp, fields, factors }: TaughtFacts): string {
  return JSON.stringify([entry.collection, isMadeUp, fields, entry.data.themes, factors]);
}

/** Scenarios stand in for scenarios, real cases for real cases. */
function isOfKind(own: TaughtFacts, other: TaughtFacts): boolean {
  return other.entry.collection === own.entry.collection && other.isScenario === own.isScenario;
}

/** The entries in two parts that are like it, best first: at most `atMost`, and before them those `named` that are like it at all. */
export function alternativesTo(
  entry: Entry,
  taught: Taught,
  regions: RegionTree,
  { atMost, named = [] }: { atMost: number; named?: readonly string[] },
): Alternative[] {
  const own = taught.byId.get(entry.data.id);
  if (!own) return [];
  const asked = named.flatMap((id) => taught.byId.get(id) ?? []).flatMap((other) => asLike(own, other, likeness(own, other)));
  return [...asked.sort(byLikeness), ...likest(own, taught, new Set(named), atMost)].map(({ other }) => ({
    id: other.entry.data.id,
    title: other.entry.data.title,
    why: whyLike(own, other, regions),
  }));
}

/** An entry that is like another, and how much. */
interface Like {
  other: TaughtFacts;
  score: number;
}

/** Without those that are named. Looks no further than something likelier may come: the others of a group are no more like it than its first ones. */
function likest(own: TaughtFacts, { near }: Taught, named: ReadonlySet<string>, atMost: number): Like[] {
  let best: Like[] = [];
  const isBelow = (like: Like) => best.length === atMost && best.every((one) => byLikeness(one, like) < 0);
  for (const { score, members } of near(own)) {
    const most = score + WEIGHT.elsewhere + WEIGHT.length;
    if (best.length === atMost && best.every((one) => one.score > most)) break;
    for (const other of members) {
      if (isBelow({ other, score: most })) break;
      if (named.has(other.entry.data.id)) continue;
      best = [...best, ...asLike(own, other, score)].sort(byLikeness).slice(0, atMost);
    }
  }
  return best;
}

function byLikeness(a: Like, b: Like): number {
  return b.score - a.score || compareNumbers(a.other.entry.data.id, b.other.entry.data.id);
}

/** What is as long, but like it in nothing, is no alternative. */
function asLike(own: TaughtFacts, other: TaughtFacts, inKind: number): Like[] {
  const isPublished = other.entry.data.status === '发布';
  if (other === own || !isPublished || !isOfKind(own, other)) return [];
  const isAsLong = Math.round(other.minutes) >= own.minutes * AS_LONG;
  const score = inKind + (isElsewhere(own, other) ? WEIGHT.elsewhere : 0) + (isAsLong ? WEIGHT.length : 0);
  return score > WEIGHT.length ? [{ other, score }] : [];
}

/** The same for all of a group. */
function likeness(own: TaughtFacts, other: TaughtFacts): number {
  return (
    Math.min(shared(own.fields, other.fields).length, 2) * WEIGHT.field +
    Math.min(shared(own.entry.data.themes, other.entry.data.themes).length, 2) * WEIGHT.theme +
    shared(own.factors, other.factors).length * WEIGHT.factor
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
