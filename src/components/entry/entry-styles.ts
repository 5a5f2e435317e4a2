/** Styles that only some entries need: a page to read loads none that it does not show. */
import type { Block } from '../../domain/blocks.ts';
import classView from '../../styles/class-view.css?url';
import axis from '../../styles/axis.css?url';
import course from '../../styles/course.css?url';
import situation from '../../styles/situation.css?url';
import source from '../../styles/source.css?url';
import stages from '../../styles/stages.css?url';
import twoParts from '../../styles/two-parts.css?url';

const OF_BLOCK: Partial<Record<Block['kind'], string[]>> = {
  axis: [axis],
  stages: [stages],
  teaching: [twoParts, classView],
  units: [course, classView],
  ladder: [situation],
};

/** Addresses of the style sheets for an entry's collection and blocks, beside those of every page. */
export function entryStyles(collection: string, blocks: readonly Block[]): string[] {
  const ofBlocks = blocks.flatMap(({ kind }) => OF_BLOCK[kind] ?? []);
  return [...new Set(collection === 'sources' ? [source, ...ofBlocks] : ofBlocks)];
}
