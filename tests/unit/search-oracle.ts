/** A search engine that simply looks through the texts: what every other engine must agree with. */
import type { EntryCard, PhraseHit, SearchEngine } from '../../src/search/engine.ts';
import { scoreAt } from '../../src/search/engine.ts';
import type { PageText } from '../../src/search/page-text.ts';
import { matchText, phraseTokens } from '../../src/search/tokens.ts';

/** An engine over pages held in memory; keys are entry numbers. */
export function createOracle(pages: readonly PageText[]): SearchEngine {
  const folded = pages.map((page) => ({
    page,
    title: matchText(page.title),
    aliases: page.aliases.map(matchText),
    text: matchText(page.text),
  }));
  const byId = new Map(pages.map((page) => [page.id, page]));
  const cards = new Map<string, EntryCard>(
    pages.map(({ id, collection, title, facets }) => [
      id,
      { key: id, id, collection, ...facets, titleLength: phraseTokens(title).length, namesEnd: 0 },
    ]),
  );
  return {
    open: () => Promise.resolve(),
    cards: () => Promise.resolve(cards),
    search(phrase) {
      const needle = phraseTokens(phrase).join('');
      const hits = folded.flatMap(({ page, title, aliases, text }): PhraseHit[] => {
        const at = needle === '' ? -1 : text.indexOf(needle);
        const inAliases = aliases.some((alias) => alias.includes(needle));
        const place = title.includes(needle) ? 'title' : inAliases ? 'aliases' : 'text';
        return at < 0 ? [] : [{ key: page.id, score: place === 'text' ? scoreAt(at) : 1, place }];
      });
      return Promise.resolve(hits);
    },
    load(key) {
      const page = byId.get(key);
      if (!page) return Promise.reject(new Error(`no entry ${key}`));
      const { id, collection, url, title, text, headings, facets } = page;
      return Promise.resolve({ id, collection, url, title, text, headings, ...facets });
    },
  };
}
