import { lastName } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Finding, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** So many characters in a row that stand in the original are its words, not ours. */
const LONGEST_RUN = 24;

/** Marks text that stands word for word in the document that an entry was made from, outside quotation marks. */
export const copiedOriginal: Rule = {
  id: 'copied-original',
  severity: 'warning',
  docs: '用自己的话写：除引号里的短语，不和导入的原文连续 24 个字相同。',
  *check(context) {
    for (const entry of context.entries) {
      const original = context.known.originals.get(`${entry.collection}/${entry.file.name}`);
      if (original !== undefined) yield* copiedIn(entry, original);
    }
  },
  // Originals lie beside the content, and examples change the content: `tests/unit/word-import.test.ts` has both.
  examples: { ok: [{ fields: { transfer: ['没有原文的条目，写多长都不比。'] } }], notOk: [] },
};

/** Fields that print words as they stand. */
const ASIS = new Set(['title', 'words', 'docNumber', 'titleAsWritten', 'no', 'issuers', 'asWritten']);

function* copiedIn(entry: LintEntry, original: string): Generator<Finding> {
  const runs = runsOf(squeezed(original));
  for (const { path, text } of entry.texts) {
    const run = ASIS.has(lastName(path)) ? undefined : copiedRun(text, runs);
    if (run !== undefined) yield atField(entry, path, explain(run));
  }
  for (const { text, at } of entry.body.texts) {
    const run = copiedRun(text, runs);
    if (run !== undefined) yield { file: entry.file.path, at, message: explain(run) };
  }
}

function runsOf(text: string): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let start = 0; start + LONGEST_RUN <= text.length; start += 1) runs.add(text.slice(start, start + LONGEST_RUN));
  return runs;
}

/** The whole run that stands in the original; quotations are passed over. */
function copiedRun(text: string, runs: ReadonlySet<string>): string | undefined {
  for (const part of text.split(/“[^”]*”/u)) {
    const plain = squeezed(part);
    for (let start = 0; start + LONGEST_RUN <= plain.length; start += 1) {
      if (!runs.has(plain.slice(start, start + LONGEST_RUN))) continue;
      let end = start + LONGEST_RUN;
      while (end < plain.length && runs.has(plain.slice(end + 1 - LONGEST_RUN, end + 1))) end += 1;
      return plain.slice(start, end);
    }
  }
  return undefined;
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

function explain(run: string): string {
  const shown = run.length > 40 ? `${run.slice(0, 40)}……` : run;
  return `“${shown}”连续 ${run.length} 个字和原文相同。请用自己的话写；是起决定作用的几个词，就放进引号或 quote，不超过 40 字。`;
}
