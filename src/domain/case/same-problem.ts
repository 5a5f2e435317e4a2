/** “Same problem, other regions”: cases and practices elsewhere that answer the same problem or use the same measure, with the reason in words. */
import type { Graph } from '../entry/graph.ts';
import type { Entry } from '../entry/records.ts';
import type { Site } from '../site/site-index.ts';
import { collectionOf, compareNumbers } from '../../schema/number.ts';
import type { CollectionName } from '../../schema/number.ts';

/** An entry from another region with what it shares. */
export interface SameProblem {
  entry: Entry;
  why: string;
}

/** A case or practice with the problems and measures that it is linked with. */
export interface Handled extends Themes {
  entry: Entry;
}

/** Numbers of problems and measures that an entry points to or that point to it. */
interface Themes {
  problems: string[];
  measures: string[];
}

const LIMIT = 3;
/** A shared problem says more than a shared measure; what both share is preferred, and what can be taught before what cannot. */
const WEIGHT = { problem: 3, measure: 2, teaching: 1 };

/** The cases and practices that may be told of elsewhere, by the number of each problem and measure that they are linked with. */
export function indexHandled(entries: readonly Entry[], graph: Graph): Map<string, Handled[]> {
  const index = new Map<string, Handled[]>();
  for (const entry of entries.filter(isCandidate)) {
    const handled: Handled = { entry, ...themesOf(graph, entry.data.id) };
    for (const theme of [...handled.problems, ...handled.measures]) {
      const group = index.get(theme);
      if (group) group.push(handled);
      else index.set(theme, [handled]);
    }
  }
  return index;
}

/** The closest entries from other regions, best first, no two from one region. Constructed scenarios are no region's handling of anything. */
export function sameProblemElsewhere({ graph, handled, regions }: Site, entry: Entry): SameProblem[] {
  const own = themesOf(graph, entry.data.id);
  const near = new Set([...own.problems, ...own.measures].flatMap((theme) => handled.get(theme) ?? []));
  const found = [...near]
    .filter((other) => other.entry.data.id !== entry.data.id && areApart(entry, other.entry, regions))
    .map((other) => {
      const problems = own.problems.filter((id) => other.problems.includes(id));
      const measures = own.measures.filter((id) => other.measures.includes(id));
      const score = problems.length * WEIGHT.problem + measures.length * WEIGHT.measure;
      const isTeachable = 'teaching' in other.entry.data && other.entry.data.teaching !== undefined;
      return { entry: other.entry, score: score + (isTeachable ? WEIGHT.teaching : 0), problems, measures };
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
    .map(({ entry: other, problems, measures }) => ({ entry: other, why: reason(graph, problems, measures) }));
}

function isCandidate({ data, collection }: Entry): boolean {
  return (
    (collection === 'practices' || collection === 'tolerance') &&
    data.regions.length > 0 &&
    data.status === '发布' &&
    data.nature !== '教学情景'
  );
}

function themesOf(graph: Graph, id: string): Themes {
  const near = [...(graph.out.get(id) ?? []).map(({ to }) => to), ...(graph.into.get(id) ?? []).map(({ from }) => from)];
  const numbers = [...new Set(near)].sort(compareNumbers);
  const of = (collection: CollectionName) => numbers.filter((number) => collectionOf(number) === collection && graph.byId.has(number));
  return { problems: of('problems'), measures: of('measures') };
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
