/** Reads what a reader reads from a built page: the region of an entry as plain text, one block a line, with its headings. */
import { Parser } from 'htmlparser2';
import type { Handler } from 'htmlparser2';

/** An entry as its built page shows it. */
export interface PageText {
  id: string;
  /** Address below the site's base, `/practices/zhejiang-clarification/`. */
  url: string;
  /** Everything in the region that is not marked `data-search-ignore` or a row without a known value, blocks separated by `\n`. */
  text: string;
  /** Headings that can be linked to, in order; `at` is the offset of the heading in `text`. */
  headings: PageHeading[];
}

export interface PageHeading {
  id: string;
  text: string;
  at: number;
}

const INLINE = new Set(
  'a abbr b bdi bdo button cite code data del dfn em i ins kbd label mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['head', 'noscript', 'rp', 'rt', 'script', 'style', 'svg', 'template']);
const HEADING = /^h[1-6]$/u;

/** Reads one page of HTML as the site writes it, each element closed; `undefined` when it has no `data-entry` region. */
export function readPageText(html: string, url: string): PageText | undefined {
  const start = startOfEntry(html);
  if (start < 0) return undefined;
  const reader = new EntryReader();
  new Parser(reader).end(html.slice(start));
  return { id: reader.id, url, text: reader.text, headings: reader.headings };
}

/** Where the tag of the region begins. */
function startOfEntry(html: string): number {
  const mark = html.indexOf(' data-entry=');
  return mark < 0 ? -1 : html.lastIndexOf('<', mark);
}

/** An element that is open, and what is to be known of it when it ends. */
interface OpenElement {
  name: string;
  /** Whether what is in it is left out. */
  isSkipped: boolean;
  id: string | undefined;
  /** The id of the nearest section, itself included. */
  section: string | undefined;
  /** How much text stood before it. */
  before: number;
}

/** Takes a region from its start to its end, and what follows it for nothing. */
class EntryReader implements Partial<Handler> {
  id = '';
  text = '';
  readonly headings: PageHeading[] = [];
  /** White space owed before the next character: nothing, a space, or a line end. */
  #gap: '' | ' ' | '\n' = '';
  /** Text that the parser has told in parts. */
  #part = '';
  readonly #open: OpenElement[] = [];
  #isDone = false;
  #parser: Parser | undefined;

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#isDone) return;
    const around = this.#open[this.#open.length - 1];
    this.#endPart(around);
    if (!around) this.id = attributes['data-entry'] ?? '';
    const isSkipped = (around?.isSkipped ?? false) || SKIPPED.has(name) || isLeftOut(attributes);
    const id = attributes['id'];
    const section = name === 'section' ? (id ?? around?.section) : around?.section;
    this.#open.push({ name, isSkipped, id, section, before: this.text.length });
    if (!isSkipped) this.#border(name);
  }

  ontext(part: string): void {
    this.#part += part;
  }

  onclosetag(): void {
    const element = this.#isDone ? undefined : this.#open.pop();
    if (!element) return;
    this.#endPart(element);
    this.#isDone = this.#open.length === 0;
    // The foot of the page need not be gone through.
    if (this.#isDone) this.#parser?.pause();
    if (element.isSkipped) return;
    this.#addHeading(element, this.#open[this.#open.length - 1]?.section);
    this.#border(element.name);
  }

  #addHeading({ name, id, before }: OpenElement, section: string | undefined): void {
    const text = HEADING.test(name) ? this.text.slice(before).trim() : '';
    const anchor = id ?? section;
    if (text !== '' && anchor !== undefined && anchor !== '' && name !== 'h1') {
      this.headings.push({ id: anchor, text, at: this.text.length - text.length });
    }
  }

  #border(name: string): void {
    if (INLINE.has(name)) return;
    const border = name === 'td' || name === 'th' ? ' ' : '\n';
    if (this.#gap !== '\n') this.#gap = border;
  }

  #endPart(element: OpenElement | undefined): void {
    const part = this.#part;
    this.#part = '';
    if (element && !element.isSkipped) this.#addText(part);
  }

  #addText(value: string): void {
    // A line break in the source between two Han characters is no space to a reader of Chinese.
    const joined = value.replace(/(?<=[\p{Script=Han}，。；：、！？”》）])[ \t]*\n\s*(?=[\p{Script=Han}“《（])/gu, '');
    for (const part of joined.split(/(\s+)/u)) {
      if (part === '') continue;
      if (/^\s+$/u.test(part)) {
        if (this.#gap === '') this.#gap = ' ';
        continue;
      }
      if (this.text !== '') this.text += this.#gap;
      this.#gap = '';
      this.text += part;
    }
  }
}

/** What is marked so, and rows whose value is not known: their label alone is no text that anybody looks for. */
function isLeftOut(attributes: Readonly<Record<string, string>>): boolean {
  return 'data-search-ignore' in attributes || (attributes['class'] ?? '').split(/\s+/u).includes('is-untold');
}
