/** “Same problem, other regions”: cases and practices elsewhere that answer the same problem or use the same measure, with the reason in words. */
import type { Graph } from '../entry/graph.ts';
import { isOf } from '../entry/records.ts';
import type { Entry } from '../entry/records.ts';
import type { Site } from '../site/site-index.ts';
import { compareNumbers } from '../../schema/number.ts';

/** An entry from another region with what it shares. */
export interface SameProblem {
  entry: Entry;
  why: string;
}

const LIMIT = 3;
/** A shared problem says more than a shared measure; what both share is preferred, and what can be taught before what cannot. */
const WEIGHT = { problem: 3, measure: 2, teaching: 1 };

/** The closest entries from other regions, best first, no two from one region. Constructed scenarios are no region's handling of anything. */
export function sameProblemElsewhere({ graph, regions }: Site, entry: Entry): SameProblem[] {
  const own = themesOf(graph, entry.data.id);
  const found = neighboursOfAny(graph, [...own.problems, ...own.measures]).flatMap((other) => {
    if (!isCandidate(other) || other === entry || !areApart(entry, other, regions)) return [];
    const theirs = themesOf(graph, other.data.id);
    const problems = own.problems.filter((id) => theirs.problems.includes(id));
    const measures = own.measures.filter((id) => theirs.measures.includes(id));
    const score = problems.length * WEIGHT.problem + measures.length * WEIGHT.measure;
    if (score === 0) return [];
    const isTeachable = 'teaching' in other.data && other.data.teaching !== undefined;
    return [{ entry: other, score: score + (isTeachable ? WEIGHT.teaching : 0), why: reason(graph, problems, measures) }];
  });
  found.sort((a, b) => b.score - a.score || compareNumbers(a.entry.data.id, b.entry.data.id));
  const seen = new Set<string>();
  return found
    .filter(({ entry: { data } }) => {
      const isNew = !data.regions.some((region) => seen.has(region));
      for (const region of data.regions) seen.add(region);
      return isNew;
    })
    .slice(0, LIMIT)
    .map(({ entry: other, why }) => ({ entry: other, why }));
}

/** The entries that point to one of these numbers, or that one of these points to. */
function neighboursOfAny(graph: Graph, ids: readonly string[]): Entry[] {
  const near = ids.flatMap((id) => [
    ...(graph.out.get(id) ?? []).map(({ to }) => to),
    ...(graph.into.get(id) ?? []).map(({ from }) => from),
  ]);
  return [...new Set(near)].flatMap((id) => graph.byId.get(id) ?? []);
}

function isCandidate({ data, collection }: Entry): boolean {
  return (
    (collection === 'practices' || collection === 'tolerance') &&
    data.regions.length > 0 &&
    data.status === '发布' &&
    data.nature !== '教学情景'
  );
}

/** Problems and measures that an entry points to or that point to it. */
function themesOf(graph: Graph, id: string): { problems: string[]; measures: string[] } {
  const entries = neighboursOfAny(graph, [id]).sort((a, b) => compareNumbers(a.data.id, b.data.id));
  return {
    problems: entries.filter((other) => isOf(other, 'problems')).map(({ data }) => data.id),
    measures: entries.filter((other) => isOf(other, 'measures')).map(({ data }) => data.id),
  };
}

/** Neither region is the other's, nor lies within the other. */
function areApart({ data: a }: Entry, { data: b }: Entry, regions: Site['regions']): boolean {
  const linesOf = (ids: readonly string[]) => ids.flatMap((id) => [id, ...regions.lineageOf(id).map((region) => region.id)]);
  return !linesOf(a.regions).some((id) => b.regions.includes(id)) && !linesOf(b.regions).some((id) => a.regions.includes(id));
}

/** 同样说到“不敢”; where no problem is shared, 同样用“容错纠错”. A title is named up to its colon; that of the entry names the place. */
function reason(graph: Graph, problems: readonly string[], measures: readonly string[]): string {
  const titleOf = (id: string) => `“${graph.byId.get(id)?.data.title.split('：')[0] ?? id}”`;
  const [problem] = problems;
  const [measure = ''] = measures;
  return problem ? `同样说到${titleOf(problem)}` : `同样用${titleOf(measure)}`;
}
