/** Locators: where in the five source documents a statement stands, to the sentence. */

/** A run of sentences in one paragraph; `first` equals `last` for a single sentence. */
export interface Locator {
  /** `S0` to `S4`. */
  source: string;
  paragraph: number;
  first: number;
  last: number;
}

/** Reads `S3-¶26#2` or `S3-¶26#2-3`; `undefined` when the text is not a locator. */
export function parseLocator(text: string): Locator | undefined {
  const match = /^(S\d)-¶(\d{1,3})#(\d{1,3})(?:-(\d{1,3}))?$/u.exec(text);
  if (!match) return undefined;
  const [, source = '', paragraph, first, last] = match;
  const from = Number(first);
  const to = Number(last ?? first);
  if (from < 1 || to < from) return undefined;
  return { source, paragraph: Number(paragraph), first: from, last: to };
}

/** The one written form: paragraph with two digits, a range only where there is more than one sentence. */
export function formatLocator({ source, paragraph, first, last }: Locator): string {
  const range = last > first ? `${first}-${last}` : `${first}`;
  return `${source}-¶${String(paragraph).padStart(2, '0')}#${range}`;
}

/** Every sentence of a locator as its own locator text, `S3-¶26#2`. */
export function sentencesOf(locator: Locator): string[] {
  const { first, last } = locator;
  return Array.from({ length: last - first + 1 }, (_, step) => formatLocator({ ...locator, first: first + step, last: first + step }));
}

/** The id of a paragraph's element on its source page. */
export function paragraphAnchor(paragraph: number): string {
  return `p${String(paragraph).padStart(2, '0')}`;
}
