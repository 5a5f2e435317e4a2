/** The chains of the guide: from a problem to causes, measures and practices. */
import { layOutChain } from '../domain/chain-drawing.ts';
import type { Site } from '../domain/site-index.ts';
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
    return { ...chain, steps, drawing };
  });
}
