/** How good a ranking is, by the measures that retrieval papers use. */
import type { CorpusQuery } from './corpus.ts';

/** Means over all queries, between 0 and 1. */
export interface Quality {
  /** Share of the queries with any answer among the first five. */
  success5: number;
  recall1: number;
  recall5: number;
  recall10: number;
  mrr10: number;
  ndcg10: number;
  /** Share of the queries that found nothing at all. */
  zero: number;
}

/** Measures rankings, best document first, by query. */
export function measure(queries: readonly CorpusQuery[], rankings: ReadonlyMap<string, readonly string[]>): Quality {
  const sums: Quality = { success5: 0, recall1: 0, recall5: 0, recall10: 0, mrr10: 0, ndcg10: 0, zero: 0 };
  for (const { qid, relevant } of queries) {
    const ranking = rankings.get(qid) ?? [];
    const isRelevant = ranking.slice(0, 10).map((id) => relevant.has(id));
    const recall = (depth: number) => isRelevant.slice(0, depth).filter(Boolean).length / relevant.size;
    const first = isRelevant.indexOf(true);
    const gain = isRelevant.reduce((sum, hit, rank) => sum + (hit ? 1 / Math.log2(rank + 2) : 0), 0);
    const ideal = Array.from({ length: Math.min(10, relevant.size) }, (_, rank) => 1 / Math.log2(rank + 2));
    sums.success5 += isRelevant.slice(0, 5).includes(true) ? 1 : 0;
    sums.recall1 += recall(1);
    sums.recall5 += recall(5);
    sums.recall10 += recall(10);
    sums.mrr10 += first < 0 ? 0 : 1 / (first + 1);
    sums.ndcg10 += gain / ideal.reduce((sum, value) => sum + value, 0);
    sums.zero += ranking.length === 0 ? 1 : 0;
  }
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / queries.length])) as unknown as Quality;
}

/** The value below which a share of the values lies; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
