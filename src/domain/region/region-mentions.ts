/** Entries in which a place occurs though none is about it: by its name, or for a masked place by the paragraph where its mask stands. */
import { parseLocator, parseSourcePlace } from '../entry/locator.ts';
import type { SourcePlace } from '../entry/locator.ts';
import type { Entry } from '../entry/records.ts';
import type { Site } from '../site/site-index.ts';
import type { Region } from '../../schema/vocabulary.ts';

/** The entries that mention a place, in the order of the site. */
export function mentionsOf(region: Region, { entries, citations }: Pick<Site, 'entries' | 'citations'>): Entry[] {
  if (region.kind === '隐去单位') {
    const places = (region.at ?? []).flatMap((at) => parseSourcePlace(at) ?? []);
    return entries.filter(({ data }) => citations.get(data.id)?.some((cite) => places.some((place) => stands(cite, place))) ?? false);
  }
  const names = [region.name, region.short];
  return entries.filter((entry) => names.some((name) => textOf(entry).includes(name)));
}

function stands(cite: string, { source, place: { paragraph, sentences } }: SourcePlace): boolean {
  const locator = parseLocator(cite);
  if (locator?.source !== source || locator.paragraph !== paragraph) return false;
  return !sentences || (locator.first <= sentences.last && locator.last >= sentences.first);
}

/** Everything that an entry says, one text a line: each is asked for hundreds of places. */
function textOf(entry: Entry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const text = [...textsIn([entry.data, entry.body])].join('\n');
  texts.set(entry, text);
  return text;
}

const texts = new WeakMap<Entry, string>();

/** The texts of all fields, at any depth. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsIn(item);
}
