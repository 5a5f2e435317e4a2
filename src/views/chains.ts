/** The chains of the guide: from a problem to causes, measures and practices, and to what helps with it. */
import { layOutChain } from '../domain/list/chain-drawing.ts';
import type { EntryOf } from '../domain/entry/records.ts';
import type { Site } from '../domain/site/site-index.ts';
import { citedNumber } from '../schema/number.ts';
import { entryLinks } from './links.ts';

/** Every chain with its steps as links and as a drawing; lines join entries that name each other. */
export function chainViews(site: Site) {
  const { graph, vocabulary } = site;
  const names = (from: string, to: string) => graph.out.get(from)?.some((edge) => edge.to === to) ?? false;
  return vocabulary.chains.items.map((chain) => {
    const steps = [
      { name: '问题', none: '来源没有写成问题', links: entryLinks(site, chain.problems) },
      { name: '原因', none: '来源没有给出原因', links: entryLinks(site, chain.causes) },
      { name: '举措', none: '文内未给出对策', links: entryLinks(site, chain.measures) },
      { name: '实践', none: '来源没有写到做法', links: entryLinks(site, chain.practices) },
    ];
    const drawing = layOutChain(
      steps.map(({ links }) => links),
      (a, b) => names(a.id, b.id) || names(b.id, a.id),
    );
    return { ...chain, standing: STRENGTHS[chain.strength], steps, drawing, ways: waysOf(site, chain.id) };
  });
}

/** What a reader needs to know of how far the sources carry a chain; nothing where they tell it as it stands here. */
const STRENGTHS = {
  直接: '',
  部分: '有几段在材料里是连着写的',
  推定: '有一段是编者推断的',
  弱: '材料写得很少',
  仅措施: '材料只写了办法',
  总括: '材料是合起来讲的，没有分开对应',
} as const;

/** More would be a list; the situations lead on to the rest. */
const MOST_WAYS = 3;
const MOST_SITUATIONS = 12;

/** What helps with a chain: its situations, those nearest to it first, and the policies and cases on which their answers rest. */
function waysOf(site: Site, chain: string) {
  const situations = (site.situationsOfChain.get(chain) ?? [])
    .filter(({ data }) => !data.retired)
    .toSorted((a, b) => a.data.chains.length - b.data.chains.length);
  const cited = situations.flatMap(({ data }) => data.says.flatMap(({ cites }) => cites.flatMap((cite) => citedNumber(cite) ?? [])));
  const elsewhere = situations.flatMap(({ data }) => data.elsewhere.map(({ id }) => id));
  return [
    {
      name: '遇到这件事怎么办',
      links: entryLinks(site, situations.slice(0, MOST_SITUATIONS).map(numberOf)),
      left: Math.max(0, situations.length - MOST_SITUATIONS),
    },
    { name: '政策', links: linksInto(site, 'policies', cited), left: 0 },
    { name: '案例', links: linksInto(site, 'tolerance', elsewhere), left: 0 },
  ].filter(({ links }) => links.length > 0);
}

function numberOf({ data }: EntryOf<'situations'>): string {
  return data.id;
}

/** What most of the answers rest on first. */
function linksInto(site: Site, collection: 'policies' | 'tolerance', numbers: readonly string[]) {
  const times = Map.groupBy(numbers, (number) => number);
  const sorted = [...times.values()].toSorted((a, b) => b.length - a.length).flatMap(([number]) => number ?? []);
  return entryLinks(site, sorted)
    .filter((link) => link.collection === collection)
    .slice(0, MOST_WAYS);
}
