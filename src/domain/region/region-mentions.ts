/** Entries in which a place occurs though none is about it: by its name, or for a masked place by the paragraph where its mask stands. */
import { citationsOf } from '../entry/citations.ts';
import { parseLocator, parseSourcePlace } from '../entry/locator.ts';
import type { SourcePlace } from '../entry/locator.ts';
import type { Entry } from '../entry/records.ts';
import type { Region } from '../../schema/vocabulary.ts';

/** The entries that mention a place, in the order given. */
export function mentionsOf(region: Region, entries: readonly Entry[]): Entry[] {
  if (region.kind === '隐去单位') {
    const places = (region.at ?? []).flatMap((at) => parseSourcePlace(at) ?? []);
    return entries.filter((entry) => citationsOf(entry).some((cite) => places.some((place) => stands(cite, place))));
  }
  const names = [region.name, region.short];
  return entries.filter(({ data, body }) => names.some((name) => hasText([data, body], name)));
}

function stands(cite: string, { source, place: { paragraph, sentences } }: SourcePlace): boolean {
  const locator = parseLocator(cite);
  if (locator?.source !== source || locator.paragraph !== paragraph) return false;
  return !sentences || (locator.first <= sentences.last && locator.last >= sentences.first);
}

/** Whether a text stands in any field, at any depth. */
function hasText(value: unknown, words: string): boolean {
  if (typeof value === 'string') return value.includes(words);
  return typeof value === 'object' && value !== null && Object.values(value).some((item) => hasText(item, words));
}
