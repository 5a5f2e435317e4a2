/** Locators: where in the source documents a statement stands, to the sentence. */
import { collectionOf, LOCATOR, paragraphMark, PLACE } from '../../schema/number.ts';

/** A run of sentences in one paragraph; `first` equals `last` for a single sentence. */
export interface Locator {
  source: string;
  paragraph: number;
  first: number;
  last: number;
}

/** Reads `S3-¶26#2` or `S3-¶26#2-3`; `undefined` when the text is not a locator. */
export function parseLocator(text: string): Locator | undefined {
  const match = LOCATOR.exec(text);
  if (!match) return undefined;
  const [, source = '', paragraph, first, last] = match;
  const from = Number(first);
  const to = Number(last ?? first);
  if (from < 1 || to < from) return undefined;
  return { source, paragraph: Number(paragraph), first: from, last: to };
}

/** A place within a document. */
export interface Place {
  paragraph: number;
  /** Missing when the whole paragraph is meant. */
  sentences: { first: number; last: number } | undefined;
}

/** Reads `¶03` or `¶03#2-3`; `undefined` when the text is no place. */
export function parsePlace(text: string): Place | undefined {
  const match = PLACE.exec(text);
  if (!match) return undefined;
  const [, paragraph, first, last] = match;
  return {
    paragraph: Number(paragraph),
    sentences: first === undefined ? undefined : { first: Number(first), last: Number(last ?? first) },
  };
}

/** A place with the number of its document. */
export interface SourcePlace {
  source: string;
  place: Place;
}

/** Reads `S3-¶26#2` or `S3-¶26`; `undefined` for what is neither. */
export function parseSourcePlace(text: string): SourcePlace | undefined {
  const dash = text.indexOf('-');
  const source = text.slice(0, dash);
  const place = parsePlace(text.slice(dash + 1));
  return place && collectionOf(source) === 'sources' ? { source, place } : undefined;
}

/** A place in words, as readers quote it: `第26段第2句`, `第26段第2—4句`, `第26段`. */
export function placeName({ paragraph, sentences }: Place): string {
  if (!sentences) return `第${paragraph}段`;
  const { first, last } = sentences;
  return `第${paragraph}段第${last > first ? `${first}—${last}` : first}句`;
}

/** The one written form: paragraph with two digits, a range only where there is more than one sentence. */
export function formatLocator({ source, paragraph, first, last }: Locator): string {
  const range = last > first ? `${first}-${last}` : `${first}`;
  return `${source}-${paragraphMark(paragraph)}#${range}`;
}

/** Every sentence of a locator as its own locator text, `S3-¶26#2`. */
export function sentencesOf(locator: Locator): string[] {
  const { first, last } = locator;
  return Array.from({ length: last - first + 1 }, (_, step) => formatLocator({ ...locator, first: first + step, last: first + step }));
}

/** The id of a paragraph's element on its source page. */
export function paragraphAnchor(paragraph: number): string {
  return paragraphMark(paragraph).replace('¶', 'p');
}
