/** A search engine that simply looks through the texts: what every other engine must agree with. */
import type { EntryCard, Fact, PhraseHit, SearchEngine } from '../../src/search/engine/engine.ts';
import { scoreAt } from '../../src/search/engine/engine.ts';
import type { Slot } from '../../src/search/words/lexicon.ts';
import { NO_NAMES, NO_WORDS, partOf } from '../../src/search/words/names.ts';
import type { IndexedEntry } from '../../src/search/making/index-facts.ts';
import { matchText, phraseTokens } from '../../src/search/words/tokens.ts';

/** An engine over pages held in memory; keys are entry numbers. */
export function createOracle(
  pages: readonly IndexedEntry[],
  names = NO_NAMES,
  words = NO_WORDS,
  slots: Readonly<Record<string, Slot>> = {},
): SearchEngine {
  const folded = pages.map((page) => ({
    page,
    names: [page.title, ...page.aliases, ...(page.docNumber ? [page.docNumber] : [])]
      .map((name, index) => ({
        text: phraseTokens(name).join(''),
        length: phraseTokens(name).length,
        place: index === 0 ? ('title' as const) : ('alias' as const),
      }))
      // What is counted can be read: a name that the text does not show is none.
      .filter(({ text }) => matchText(page.text).includes(text))
      .sort((a, b) => a.length - b.length),
    text: matchText(page.text),
  }));
  const lexicon = new Map(Object.entries(slots));
  const byId = new Map(pages.map((page) => [page.id, page]));
  const cards = new Map<string, EntryCard>(
    pages.map(({ id, collection, facets: { natures }, offers, endedIn }) => [
      id,
      { id, collection, natures, offers, ...(endedIn > 0 && { endedIn }), names: [], title: 0 },
    ]),
  );
  const valuesOf = ({ facets, date, common }: IndexedEntry, fact: Fact) => {
    if (fact === 'dates') return [date].filter(Boolean);
    return fact === 'marks' ? [common].filter(Boolean) : facets[fact];
  };
  return {
    open: () => Promise.resolve(),
    cards: () => Promise.resolve(cards),
    facts: (fact) => Promise.resolve(new Map(pages.map((page) => [page.id, valuesOf(page, fact)]))),
    search(phrase) {
      const needle = phraseTokens(phrase).join('');
      const hits = folded.flatMap(({ page, names: own, text }): PhraseHit[] => {
        const at = needle === '' ? -1 : text.indexOf(needle);
        if (at < 0) return [];
        const name = own.find((one) => one.text.includes(needle));
        if (!name) return [{ key: page.id, score: scoreAt([...text.slice(0, at)].length), place: 'text', nameLength: 0, isFirst: false }];
        return [{ key: page.id, score: 1, place: name.place, nameLength: name.length, isFirst: name.text.startsWith(needle) }];
      });
      return Promise.resolve(hits);
    },
    words: () => Promise.resolve(words),
    lexicon: () => Promise.resolve(lexicon),
    traditional: () => Promise.resolve(''),
    names: (part) => Promise.resolve(partOf(names, part)),
    load(key) {
      const page = byId.get(key);
      if (!page) return Promise.reject(new Error(`no entry ${key}`));
      const { id, collection, url, title, text, headings, figures, asked, facets, owner } = page;
      return Promise.resolve({ id, collection, url, title, text, headings, figures, asked, ...facets, ...(owner && { owner }) });
    },
  };
}
