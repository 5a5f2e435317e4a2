/** Entries in which a place occurs though none is about it: by its name, or for a masked place by the paragraph where its mask stands. */
import { citationsOf } from './citations.ts';
import { collectionOf } from '../schema/number.ts';
import { parseLocator, parsePlace } from './locator.ts';
import type { Place } from './locator.ts';
import type { Entry } from './records.ts';
import type { Region } from '../schema/vocabulary.ts';

/** The entries that mention a place, in the order given. */
export function mentionsOf(region: Region, entries: readonly Entry[]): Entry[] {
  if (region.kind === '隐去单位') {
    const places = (region.at ?? []).flatMap(readPlace);
    return entries.filter((entry) => citationsOf(entry).some((cite) => places.some((place) => stands(cite, place))));
  }
  const names = [region.name, region.short];
  return entries.filter(({ data, body }) => names.some((name) => hasText([data, body], name)));
}

/** A place in a source document: a paragraph, or some of its sentences. */
interface SourcePlace extends Place {
  source: string;
}

/** Reads `S4-¶03` and `S4-¶03#2`; nothing for what is neither. */
function readPlace(text: string): SourcePlace[] {
  const dash = text.indexOf('-');
  const source = text.slice(0, dash);
  const place = parsePlace(text.slice(dash + 1));
  return place && collectionOf(source) === 'sources' ? [{ source, ...place }] : [];
}

function stands(cite: string, { source, paragraph, sentences }: SourcePlace): boolean {
  const locator = parseLocator(cite);
  if (locator?.source !== source || locator.paragraph !== paragraph) return false;
  return !sentences || (locator.first <= sentences.last && locator.last >= sentences.first);
}

/** Whether a text stands in any field, at any depth. */
function hasText(value: unknown, words: string): boolean {
  if (typeof value === 'string') return value.includes(words);
  return typeof value === 'object' && value !== null && Object.values(value).some((item) => hasText(item, words));
}
