/** The way of a query, once through: normalise → parse → plan → look up → rank. What is said about it (`explain.ts`) comes of the same finding. */
import type { SearchEngine } from '../engine/engine.ts';
import { goesBeyond } from '../words/gb2312.ts';
import { lookUp, wantedPairs } from './look-up.ts';
import { normalise } from './normalise.ts';
import { makePlan, PLAIN_WISH } from './plan.ts';
import type { Plan } from './plan.ts';
import { rank } from './rank.ts';
import type { SearchFinding } from './rank.ts';
import { WEIGHTS } from './ranking.ts';

/** Finds entries for what a reader typed; an empty query finds nothing. */
export async function findEntries(engine: SearchEngine, raw: string, wish = PLAIN_WISH, weights = WEIGHTS): Promise<SearchFinding> {
  // Every file that will be wanted is asked for now: each thing that waits for another costs a slow line a question and an answer.
  openAhead(engine, makePlan(normalise(raw, ''), wish));
  const [words, cards, far] = await Promise.all([engine.words(), engine.cards(), goesBeyond(raw) ? engine.traditional() : '']);
  const plan = makePlan(normalise(raw, words.traditional + far), wish);
  return rank(await lookUp(engine, plan, { words, cards }), weights);
}

/** Opens the index and reads what is known of the words; what fails is told where it is needed. */
function openAhead(engine: SearchEngine, plan: Plan): void {
  const ignore = () => undefined;
  engine.open().catch(ignore);
  const pairs = wantedPairs(plan);
  if (pairs.length > 0) engine.lexicon(pairs).catch(ignore);
}
