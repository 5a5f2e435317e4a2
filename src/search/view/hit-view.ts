/** One result as an element, filled from the page's template: title, facts, excerpt, headings. */
import type { EntryText } from '../engine.ts';
import { cutExcerpt, headingsWith, markPhrases } from '../excerpt.ts';
import type { Piece } from '../excerpt.ts';

/** What a result needs besides the entry. */
export interface HitContext {
  template: HTMLTemplateElement;
  /** The site's sub-path with slashes at both ends. */
  base: string;
  collectionNames: Readonly<Record<string, string>>;
  /** Phrases or words to mark. */
  phrases: readonly string[];
}

const MAX_HEADINGS = 3;
const MAX_REGIONS = 3;

/** Builds the list item of one entry; all text goes in as text, never as HTML. */
export function renderHit(entry: EntryText, { template, base, collectionNames, phrases }: HitContext): HTMLElement {
  const item = template.content.firstElementChild?.cloneNode(true);
  if (!(item instanceof HTMLElement)) throw new Error('the template of a search result is empty');
  const part = (name: string) => item.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const address = base.slice(0, -1) + entry.url;
  item.dataset['hit'] = entry.id;

  const link = part('title');
  link?.setAttribute('href', address);
  link?.replaceChildren(...nodesOf(markPhrases(entry.title, phrases)));
  part('excerpt')?.append(...nodesOf(cutExcerpt(entry.text, entry.title, phrases)));
  fill(part('number'), entry.id);
  fill(part('collection'), collectionNames[entry.collection] ?? entry.collection);
  fill(part('nature'), entry.natures.map(natureName).join('、'));
  fill(part('regions'), entry.regions.slice(0, MAX_REGIONS).join('、'));

  const headings = headingsWith(entry.text, entry.headings, phrases, MAX_HEADINGS);
  const list = part('headings');
  if (list) list.hidden = headings.length === 0;
  list?.append(...headings.map(({ id, text }) => headingItem(`${address}#${encodeURIComponent(id)}`, text, phrases)));
  return item;
}

/** A constructed scenario says so wherever it is shown. */
function natureName(nature: string): string {
  return nature === '教学情景' ? '教学情景（虚构）' : nature;
}

function headingItem(address: string, text: string, phrases: readonly string[]): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.append(...nodesOf(markPhrases(text, phrases)));
  item.append(link);
  return item;
}

function nodesOf(pieces: readonly Piece[]): (Text | HTMLElement)[] {
  return pieces.map(({ text, isMatch }) => {
    if (!isMatch) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function fill(element: HTMLElement | null, text: string): void {
  if (!element) return;
  element.textContent = text;
  element.hidden = text === '';
}
