/** Styles that only some entries need: a page to read loads none that it does not show. */
import type { Block } from '../../domain/entry/blocks.ts';
import { isOf } from '../../domain/entry/records.ts';
import type { EntryView } from '../../views/entry.ts';
import localNote from '../../styles/local-note.css?url';
import axis from '../../styles/axis.css?url';
import course from '../../styles/course.css?url';
import situation from '../../styles/situation.css?url';
import source from '../../styles/source.css?url';
import stages from '../../styles/stages.css?url';
import twoParts from '../../styles/two-parts.css?url';

const OF_BLOCK: Partial<Record<Block['kind'], string[]>> = {
  axis: [axis],
  stages: [stages],
  teaching: [twoParts],
  units: [course],
  ladder: [situation],
};

/** Addresses of the style sheets for what an entry's page shows, beside those of every page. */
export function entryStyles({ entry, blocks, localNote: note }: Pick<EntryView, 'entry' | 'blocks' | 'localNote'>): string[] {
  const ofBlocks = blocks.flatMap(({ kind }) => OF_BLOCK[kind] ?? []);
  /** What is told in two parts has its six factors in the same sheet. */
  const ofCase = isOf(entry, 'tolerance') ? [twoParts] : [];
  return [...new Set([...(isOf(entry, 'sources') ? [source] : []), ...ofBlocks, ...ofCase, ...(note ? [localNote] : [])])];
}
