/** An entry as the search index takes it, valid by default; tests give what matters to them. */
import type { IndexedEntry } from '../../src/search/making/index-facts.ts';

/** `body` follows the number, the title and the other names, a line each; a `text` of its own takes the place of all of them. */
export function makePage({ body = '', ...page }: Partial<IndexedEntry> & { id: string; title: string; body?: string }): IndexedEntry {
  return {
    ...{
      collection: 'practices',
      url: `/practices/${page.id.toLowerCase()}/`,
      aliases: [],
      docNumber: '',
      keywords: [],
      asked: [],
      offers: [],
      endedIn: 0,
      caution: '',
      common: '',
    },
    facets: { regions: [], themes: [], levels: [], natures: [], years: [], sources: [] },
    ...{ figures: [], date: '', headings: [] },
    text: [page.id, page.title, ...(page.aliases ?? []), body].join('\n'),
    ...page,
  };
}
