/**
 * Lays out policies by the year from which they count: central ones above an axis of years, local ones below, and what replaced what as brackets.
 * The page draws it and lists the same below; nothing ships to the browser. Lengths are SVG user units, the origin is the top left corner.
 */
import type { ValidityState } from './validity.ts';

/** A policy as the drawing knows it; `year` is absent where no date is known. */
export interface DatedPolicy {
  id: string;
  title: string;
  year?: string | undefined;
  isCentral: boolean;
  state: ValidityState;
  /** Numbers of the policies that it replaces. */
  replaces: readonly string[];
}

/** A policy's mark by its centre. */
export interface TimelineDot<P> {
  x: number;
  y: number;
  policy: P;
}

/** From the policy that was replaced to the one that replaced it, along a lane outside of all dots. */
export interface TimelineBracket {
  points: [number, number][];
  label: string;
  /** What both are about, in the few words that fit on the lane; empty where none do. */
  name: string;
}

/** A column of the axis; `isAfterGap` where years without policies are left out before it. */
export interface TimelineYear {
  name: string;
  x: number;
  isAfterGap: boolean;
}

export interface PolicyTimeline<P> {
  width: number;
  height: number;
  /** Where the band of years begins and ends. */
  axis: { top: number; bottom: number };
  years: TimelineYear[];
  dots: TimelineDot<P>[];
  brackets: TimelineBracket[];
  /** Policies for which a column has no room: the list below has them all. */
  leftOut: number;
}

/** The name of the column of those whose year is not known. */
export const NO_YEAR = '未载';
/** The name of the column of the earliest years, where there are more years than a page has room for. */
const EARLIER = '以前';

export const DOT = 6;
/** Widths of a column: what it has where there is room, and what the name of a year needs. */
const COLUMN = 44;
const NARROW = 36;
/** A page has so much room before the letters become too small to read. */
const ROOM = 1160;
const GAP = 16;
const STEP = 17;
const BAND = 28;
const LANE = 20;
const MARGIN = 10;
const ASIDE = 3;
/** Width of a character of a bracket's name, with some room. */
const NAME_CHARACTER = 13;
/** More in one year on one side would make a tower, not a picture. */
export const MOST_A_YEAR = 24;

/** Where everything stands. Of two policies in a year and on a side, the one that comes first in the list stands closer to the axis. */
export function layOutPolicies<P extends DatedPolicy>(policies: readonly P[]): PolicyTimeline<P> {
  const years = columnsOf(policies);
  const nameOf = namesOf(years);
  const replaced = new Set(policies.flatMap((policy) => policy.replaces));
  const isJoined = (policy: P) => policy.replaces.length > 0 || replaced.has(policy.id);
  const sides = [true, false].map((isCentral) => {
    const own = policies.filter((policy) => policy.isCentral === isCentral);
    const columns = years.map(({ name, x }) => {
      const all = own.filter((policy) => nameOf(policy) === name);
      // Those with a bracket stand outermost, so that its line runs through no other dot.
      const ordered = [...all.filter((policy) => !isJoined(policy)).slice(0, MOST_A_YEAR), ...all.filter(isJoined)];
      return { x, ordered, leftOut: all.length - ordered.length };
    });
    const links = own.flatMap((to) =>
      to.replaces.flatMap((id) => {
        const from = own.find((policy) => policy.id === id);
        return from ? [{ from, to }] : [];
      }),
    );
    return {
      isCentral,
      columns,
      lanes: lanesOf(links, years, nameOf),
      depth: Math.max(1, ...columns.map(({ ordered }) => ordered.length)) * STEP,
    };
  });
  const roomOf = (isCentral: boolean) => {
    const side = sides.find((one) => one.isCentral === isCentral);
    return side ? side.depth + Math.max(0, ...side.lanes.map(({ lane }) => lane + 1)) * LANE + 2 * MARGIN : 0;
  };
  const top = roomOf(true);
  const axis = { top, bottom: top + BAND };
  const dots: TimelineDot<P>[] = [];
  const brackets: TimelineBracket[] = [];
  for (const { isCentral, columns, lanes, depth } of sides) {
    const away = isCentral ? -1 : 1;
    const base = isCentral ? axis.top : axis.bottom;
    const placed = columns.flatMap(({ x, ordered }) =>
      ordered.map((policy, index) => ({ x, y: base + away * (MARGIN + (index + 0.5) * STEP), policy })),
    );
    dots.push(...placed);
    const placeOf = new Map(placed.map((dot) => [dot.policy.id, dot]));
    for (const { from, to, lane } of lanes) {
      const [start, end] = [placeOf.get(from.id), placeOf.get(to.id)];
      if (!start || !end) continue;
      const level = base + away * (MARGIN + depth + (lane + 0.5) * LANE);
      // One that leaves a column and one that comes into it do not share a line.
      const [out, into] = [start.x + ASIDE, end.x - ASIDE];
      const edge = (x: number, { y }: TimelineDot<P>): [number, number] => [x, y + away * DOT];
      brackets.push({
        points: [edge(out, start), [out, level], [into, level], edge(into, end)],
        label: `${to.title}代替${from.title}`,
        name: nameFor(to.title, Math.abs(into - out)),
      });
    }
  }
  return {
    width: (years.at(-1)?.x ?? 0) + (years[0]?.x ?? 0),
    height: axis.bottom + roomOf(false),
    axis,
    years,
    dots,
    brackets,
    leftOut: sides.flatMap(({ columns }) => columns.map(({ leftOut }) => leftOut)).reduce((sum, count) => sum + count, 0),
  };
}

/** A title without what stands in brackets and before a colon, where a lane of that length has room for it. */
function nameFor(title: string, room: number): string {
  const name = title.replace(/（.*$/u, '').replace(/^.*：/u, '');
  return name.length * NAME_CHARACTER <= room ? name : '';
}

/** The column without a year first, then the years that have policies, closer together than the years that they leave out. */
function columnsOf(policies: readonly DatedPolicy[]): TimelineYear[] {
  const names = [...new Set(policies.flatMap(({ year }) => year ?? []))].sort();
  const isUndated = policies.some(({ year }) => year === undefined);
  let folded = 0;
  let columns = columnsFrom(names, isUndated, folded);
  while (gapsOf(columns) + columns.length * NARROW > ROOM && folded < names.length) {
    folded = Math.max(2, folded + 1);
    columns = columnsFrom(names, isUndated, folded);
  }
  const column = Math.max(NARROW, Math.min(COLUMN, Math.floor((ROOM - gapsOf(columns)) / columns.length)));
  let gapsBefore = 0;
  return columns.map(({ name, isAfterGap }, index) => {
    if (isAfterGap) gapsBefore += GAP;
    return { name, x: (index + 0.5) * column + gapsBefore, isAfterGap };
  });
}

type Column = Omit<TimelineYear, 'x'>;

/** One column for as many of the earliest years as are named, one for each of the others. */
function columnsFrom(names: readonly string[], isUndated: boolean, folded: number): Column[] {
  const dated = names.slice(folded).map((name, index) => {
    const before = names[folded + index - 1];
    // Earlier years end wherever these begin.
    return { name, isAfterGap: index === 0 ? folded === 0 && isUndated : Number(name) - Number(before) > 1 };
  });
  return [
    ...(isUndated ? [{ name: NO_YEAR, isAfterGap: false }] : []),
    ...(folded > 0 ? [{ name: EARLIER, isAfterGap: isUndated }] : []),
    ...dated,
  ];
}

function gapsOf(columns: readonly Column[]): number {
  return columns.filter(({ isAfterGap }) => isAfterGap).length * GAP;
}

/** In which of the columns a policy stands. */
function namesOf(years: readonly TimelineYear[]): (policy: DatedPolicy) => string {
  const names = new Set(years.map(({ name }) => name));
  return ({ year = NO_YEAR }) => (names.has(year) ? year : EARLIER);
}

/** The lowest lane on which a link meets no other, the shortest first. */
function lanesOf<P extends DatedPolicy>(
  links: readonly { from: P; to: P }[],
  years: readonly TimelineYear[],
  nameOf: (policy: P) => string,
) {
  const placeOf = new Map(years.map(({ name }, index) => [name, index]));
  const spans = links
    .map((link) => {
      const ends = [link.from, link.to].map((policy) => placeOf.get(nameOf(policy)) ?? 0);
      return { ...link, first: Math.min(...ends), last: Math.max(...ends) };
    })
    .sort((a, b) => a.last - a.first - (b.last - b.first));
  const taken: { first: number; last: number; lane: number }[] = [];
  return spans.map(({ from, to, first, last }) => {
    const over = taken.filter((other) => other.first <= last && first <= other.last).map(({ lane }) => lane);
    let lane = 0;
    while (over.includes(lane)) lane += 1;
    taken.push({ first, last, lane });
    return { from, to, lane };
  });
}
