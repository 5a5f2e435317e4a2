/** The index of a search that the address asks for is fetched while the scripts of the search page still are. */
import { createSearchEngine } from '../search/engine/choose-engine.ts';

const base = document.querySelector<HTMLElement>('site-search')?.dataset['base'];
// A failure shows when something is searched.
if (base !== undefined && location.search !== '')
  createSearchEngine(base)
    .open()
    .catch(() => undefined);
