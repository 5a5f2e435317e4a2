/** The pack's own search: texts with title, summary, keywords and other names, and places, narrowed by what matters for teaching. */
import { foldWords, hasWord, readWords } from '../../domain/chinese/typed-words.ts';
import type { FilterCard, FilterFacet, WordPlaces } from '../../domain/list/filter.ts';
import { findInRegister } from '../../domain/site/register.ts';
import type { RegisterEntry } from '../../domain/site/register.ts';
import { loadFilter } from './desk-data.ts';

/** The lists whose cards say more than the register. */
const LISTS = ['tolerance', 'practices', 'policies', 'mechanisms'];
/** The facets that the form offers. */
const OFFERED = ['minutes', 'audience', 'field', 'theme'];

export class PackSearch {
  readonly #base: string;
  readonly #form: HTMLElement;
  #cards: Promise<ReadonlyMap<string, FilterCard>> | undefined;

  /** `form` holds the selects, one for each facet offered. */
  constructor(base: string, form: HTMLElement) {
    this.#base = base;
    this.#form = form;
  }

  /** Reads the cards and fills the selects, once; a failure is not kept. */
  open(): Promise<ReadonlyMap<string, FilterCard>> {
    this.#cards ??= this.#read().catch((error: unknown) => {
      this.#cards = undefined;
      throw error;
    });
    return this.#cards;
  }

  async #read(): Promise<ReadonlyMap<string, FilterCard>> {
    const lists = await Promise.all(LISTS.map((list) => loadFilter(this.#base, list)));
    const facets = lists.flatMap((list) => list.facets);
    for (const key of OFFERED)
      this.#fill(
        key,
        facets.filter((facet) => facet.key === key),
      );
    return new Map(lists.flatMap(({ cards }) => cards.map((card) => [card.id, card] as const)));
  }

  /** Whether anything narrows the search, so that it needs no words. */
  get isNarrowed(): boolean {
    return this.#isTaughtOnly || this.#chosen().length > 0;
  }

  /** The entries that have all words and all that is chosen, those named so first, then those with a teaching block. */
  async find(entries: readonly RegisterEntry[], words: string): Promise<RegisterEntry[]> {
    const cards = await this.open();
    const wanted = readWords(words);
    const bodies = wanted.length === 0 ? new Map<string, Set<string>>() : await searchBodies(this.#base, words);
    const named = new Set(findInRegister(entries, words).map(({ id }) => id));
    const chosen = this.#chosen();
    const found = entries.filter(({ id, isTaught, retired, places }) => {
      if (retired || (this.#isTaughtOnly && !isTaught)) return false;
      if (chosen.some(([key, value]) => !(cards.get(id)?.values[key] ?? []).includes(value))) return false;
      const text = foldWords(places.join('\n'));
      return named.has(id) || wanted.every((word) => hasWord(text, word) || bodies.get(word.text)?.has(id));
    });
    const rank = ({ id, isTaught }: RegisterEntry) => (named.has(id) ? 0 : 2) + (isTaught ? 0 : 1);
    return found.sort((a, b) => rank(a) - rank(b));
  }

  get #isTaughtOnly(): boolean {
    return this.#form.querySelector<HTMLInputElement>('[name="taught"]')?.checked ?? false;
  }

  #chosen(): [key: string, value: string][] {
    return OFFERED.flatMap((key): [string, string][] => {
      const value = this.#form.querySelector<HTMLSelectElement>(`select[name="${key}"]`)?.value ?? '';
      return value === '' ? [] : [[key, value]];
    });
  }

  #fill(key: string, facets: readonly FilterFacet[]): void {
    const select = this.#form.querySelector<HTMLSelectElement>(`select[name="${key}"]`);
    const labels = new Map(facets.flatMap(({ values }) => values.map(({ value, label }) => [value, label] as const)));
    select?.append(...[...labels].map(([value, label]) => new Option(label, value)));
  }
}

/** What the index of the search page says; without it names and places still find. */
async function searchBodies(base: string, words: string): Promise<WordPlaces> {
  try {
    return await (await import('./body-words.ts')).findInBodies(base, words);
  } catch (error) {
    console.error(error);
    return new Map();
  }
}
