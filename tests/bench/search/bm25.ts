/** Okapi BM25 over words in memory: what a search server would rank by. */

const K1 = 1.2;
const B = 0.75;

/** An index over documents already cut into words; `rank` gives positions of documents, best first. */
export class Bm25 {
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #lengths: number[];
  readonly #meanLength: number;

  constructor(documents: readonly (readonly string[])[]) {
    this.#lengths = documents.map(({ length }) => length);
    this.#meanLength = this.#lengths.reduce((sum, length) => sum + length, 0) / documents.length;
    documents.forEach((words, at) => {
      for (const word of words) {
        const posting = this.#postings.get(word) ?? new Map<number, number>();
        posting.set(at, (posting.get(at) ?? 0) + 1);
        this.#postings.set(word, posting);
      }
    });
  }

  rank(words: readonly string[], limit: number): number[] {
    const scores = new Map<number, number>();
    for (const word of words) {
      const posting = this.#postings.get(word);
      if (!posting) continue;
      const idf = Math.log(1 + (this.#lengths.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [at, frequency] of posting) {
        const norm = K1 * (1 - B + (B * (this.#lengths[at] ?? 0)) / this.#meanLength);
        scores.set(at, (scores.get(at) ?? 0) + (idf * frequency * (K1 + 1)) / (frequency + norm));
      }
    }
    const ranked = [...scores].sort(([a, x], [b, y]) => y - x || a - b);
    return ranked.slice(0, limit).map(([at]) => at);
  }
}
