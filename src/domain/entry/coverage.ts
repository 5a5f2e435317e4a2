/** How much of the source documents the entries tell: which sentences nobody cites, and why that is so. */
import { formatLocator, parsePlace } from './locator.ts';
import type { EntryOf } from './records.ts';
import type { Site } from '../site/site-index.ts';

/** One sentence that no entry cites; `reason` when an editor has said why it states no fact. */
export interface UncitedSentence {
  at: string;
  reason: string | undefined;
}

export interface SourceCoverage {
  source: EntryOf<'sources'>;
  sentences: number;
  cited: number;
  paragraphs: { n: number; heading: string; sentences: number; cited: number; uncited: UncitedSentence[] }[];
}

/** Coverage of each source document, sentence by sentence; a source does not count as citing itself. */
export function coverageOf({ entriesOf, citers }: Site): SourceCoverage[] {
  const isCited = (sentence: string) => (citers.get(sentence) ?? []).some(({ collection }) => collection !== 'sources');
  return entriesOf('sources').map((source) => {
    const reasons = reasonsOf(source);
    const paragraphs = source.data.paragraphs.map(({ n, heading, sentences }) => {
      const all = Array.from({ length: sentences }, (_, index) => at(source, n, index + 1));
      const uncited = all.filter((sentence) => !isCited(sentence));
      return {
        n,
        heading,
        sentences,
        cited: sentences - uncited.length,
        uncited: uncited.map((sentence) => ({ at: sentence, reason: reasons.get(sentence) })),
      };
    });
    return { source, paragraphs, sentences: sum(paragraphs, 'sentences'), cited: sum(paragraphs, 'cited') };
  });
}

/** Reasons that the source entry gives for sentences that state no fact, by locator. */
function reasonsOf(source: EntryOf<'sources'>): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { at: place, reason } of source.data.rhetoric) {
    const parsed = parsePlace(place);
    if (!parsed) continue;
    const { paragraph, sentences } = parsed;
    const all = source.data.paragraphs.find(({ n }) => n === paragraph)?.sentences ?? 0;
    const { first, last } = sentences ?? { first: 1, last: all };
    for (let sentence = first; sentence <= last; sentence++) reasons.set(at(source, paragraph, sentence), reason);
  }
  return reasons;
}

function at(source: EntryOf<'sources'>, paragraph: number, sentence: number): string {
  return formatLocator({ source: source.data.id, paragraph, first: sentence, last: sentence });
}

function sum<K extends string>(items: readonly Record<K, number>[], key: K): number {
  return items.reduce((total, item) => total + item[key], 0);
}
