/** One result as an element, filled from the page's template: title, facts, the sentence that matched and its section, figures, headings. */
import type { EntryText } from '../engine/engine.ts';
import { ANSWER_PARTS } from '../../domain/entry/answer-parts.ts';
import { isAnyNumber, printedNumber } from '../../schema/number.ts';
import { cutOpening, cutPassage, headingAt, headingsWith, markPhrases } from '../query/excerpt.ts';
import type { Piece } from '../query/excerpt.ts';
import { figureAnswers } from '../query/figure-answers.ts';
import { sourceName } from '../query/facets.ts';
import { landingAddress } from '../query/landing-address.ts';
import type { EntryFigure } from '../engine/engine.ts';

/** What a result needs besides the entry. */
export interface HitContext {
  template: HTMLTemplateElement;
  /** The site's sub-path with slashes at both ends. */
  base: string;
  /** Of collections by folder, of source documents by number. */
  names: Readonly<Record<string, string>>;
}

/** What a result answers. */
export interface Asked {
  /** Words for which figures are shown; none where no number is asked for. */
  figureWords: readonly string[];
  /** The place of the sentence in which people ask for the entry, where that is why it is shown. */
  sentence: number | undefined;
  /** Phrases or words to mark. */
  phrases: readonly string[];
  /** Whether it belongs to the result that is counted, not to what is offered beside it. */
  isCounted: boolean;
}

const MAX_HEADINGS = 3;
const MAX_REGIONS = 3;

/** Builds the list item of one entry; all text goes in as text, never as HTML. */
export function renderHit(
  entry: EntryText,
  { figureWords, sentence, phrases, isCounted }: Asked,
  { template, base, names }: HitContext,
): HTMLElement {
  const item = template.content.firstElementChild?.cloneNode(true);
  if (!(item instanceof HTMLElement)) throw new Error('the template of a search result is empty');
  const part = (name: string) => item.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const address = entry.owner?.address ?? base.slice(0, -1) + entry.url;
  item.dataset[isCounted ? 'hit' : 'similar'] = entry.id;

  const link = part('title');
  link?.setAttribute('href', landingAddress(address, phrases));
  link?.append(...nodesOf(markPhrases(entry.title, phrases)));
  fill(part('unit'), entry.owner?.name ?? '');
  fill(part('number'), printedNumber(entry.id));
  fill(part('collection'), names[entry.collection] ?? entry.collection);
  fill(part('nature'), entry.natures.map(natureName).join('、'));
  fill(part('caution'), entry.caution ?? '');
  fill(part('regions'), entry.regions.slice(0, MAX_REGIONS).join('、'));
  fill(part('years'), entry.years.join('、'));
  fill(part('sources'), entry.sources.map((source) => sourceName(source, names)).join('、'));

  // Who asks is answered: a situation says in short what may be done, and where more of that stands, whichever words of the question it has elsewhere.
  const isAnswer = entry.collection === 'situations' && (sentence !== undefined || !isCounted);
  // A trainer chooses a class by what it is and how long, not by the sentence that has the word.
  const { pieces, at } =
    isAnswer || entry.collection === 'courses'
      ? cutOpening(entry.text, entry.title, phrases)
      : cutPassage(entry.text, entry.title, phrases, entry.headings);
  const section = headingAt(entry.headings, at);
  const excerpt = part('excerpt');
  fill(part('section'), section?.text ?? '');
  excerpt?.append(...nodesOf(pieces));
  fillList(part('figures'), figureAnswers(figureWords, entry.figures).map(figureItem));

  const question = sentence === undefined ? '' : (entry.asked[sentence] ?? '');
  fill(part('asked'), question);
  part('asked-note')?.toggleAttribute('hidden', question === '');

  const headings = isAnswer
    ? entry.headings.filter(({ id }) => ANSWER_PARTS.some((part) => part === id))
    : headingsWith(entry.text, entry.headings, phrases, MAX_HEADINGS);
  for (const button of item.querySelectorAll<HTMLElement>('[data-for]')) offer(button, entry);
  if (!part('tools')?.querySelector('button')) part('tools')?.remove();
  const items = headings.map(({ id, text }) => headingItem(landingAddress(address, phrases, id), text, phrases));
  fillList(part('headings'), items);
  return item;
}

/** A button for entries of some kinds, which the page's scripts for 比对篮 and 选编 know by its number; of what a unit has only gathered they read nothing. */
function offer(button: HTMLElement, { id, collection }: EntryText): void {
  const kinds = (button.dataset['for'] ?? '').split(' ');
  if (!kinds.includes(collection) || !isAnyNumber(id)) return button.remove();
  button.setAttribute(button.dataset['into'] ?? '', id);
  button.querySelector('.visually-hidden')?.replaceChildren(`：${id}`);
}

/** A constructed scenario says so wherever it is shown. */
function natureName(nature: string): string {
  return nature === '教学情景' ? '教学情景（虚构）' : nature;
}

function figureItem({ value, what, whose, period }: EntryFigure): HTMLLIElement {
  const item = document.createElement('li');
  const strong = document.createElement('strong');
  strong.textContent = value;
  item.append(`${what}：`, strong, `（${[whose, period].join('，')}）`);
  return item;
}

function headingItem(address: string, text: string, phrases: readonly string[]): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.append(...nodesOf(markPhrases(text, phrases)));
  item.append(link);
  return item;
}

/** Pieces of text as nodes, those that match marked. */
export function nodesOf(pieces: readonly Piece[]): (Text | HTMLElement)[] {
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

function fillList(list: HTMLElement | null, items: readonly HTMLElement[]): void {
  if (!list) return;
  list.hidden = items.length === 0;
  list.append(...items);
}
