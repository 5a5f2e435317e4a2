/** The way from a query to ranked entries: exact first, relaxed to words only when exact finds nothing, and always saying which. */
import type { SearchEngine } from './engine.ts';
import { parseQuery, unitsOf } from './query.ts';
import { rankExact, rankRelaxed } from './ranking.ts';
import type { RankedEntry, UnitHits } from './ranking.ts';

/** What was found, and how. */
export interface Finding {
  /** `exact`: every entry contains every phrase as typed. `relaxed`: entries contain enough of the words. */
  mode: 'exact' | 'relaxed' | 'none';
  /** The phrases as typed. */
  phrases: string[];
  /** The words that counted in relaxed mode, in the order of the query. */
  units: string[];
  entries: RankedEntry[];
}

/** Finds entries for what a reader typed; an empty query finds nothing. */
export async function findEntries(engine: SearchEngine, raw: string): Promise<Finding> {
  const query = parseQuery(raw);
  const phrases = query.phrases.map(({ text }) => text);
  if (phrases.length === 0) return { mode: 'none', phrases, units: [], entries: [] };
  const [cards, exactHits] = await Promise.all([engine.cards(), searchAll(engine, phrases)]);
  const exact = rankExact(exactHits, cards);
  if (exact.length > 0) return { mode: 'exact', phrases, units: [], entries: exact };
  // Issue 4: synonym groups, traditional characters and pinyin are tried here, as exact phrases, before words.
  const words = unitsOf(query);
  const relaxed = rankRelaxed(await searchAll(engine, words), cards);
  const mode = relaxed.ranked.length > 0 ? 'relaxed' : 'none';
  return { mode, phrases, units: relaxed.units, entries: relaxed.ranked };
}

function searchAll(engine: SearchEngine, units: readonly string[]): Promise<UnitHits[]> {
  return Promise.all(units.map(async (unit) => ({ unit, hits: await engine.search(unit) })));
}
