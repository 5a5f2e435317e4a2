import { withoutChineseBreaks } from '../../domain/chinese/chinese-lines.ts';
import { isOf } from '../../domain/entry/records.ts';
import { lastName } from '../../store/loose-data.ts';
import type { Path } from '../../store/loose-data.ts';
import { atField } from '../rule.ts';
import type { Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** Shorter words stand in anybody's sentence. */
const SHORTEST = 8;

/** Reports quoted words that stand again in the entry's own text, outside quotation marks. */
export const quoteRepeated: Rule = {
  id: 'quote-repeated',
  severity: 'error',
  isAlone: true,
  docs: `quote 引的原词（${SHORTEST} 字以上）不在引号外面再写一遍。`,
  *check({ entries }) {
    for (const entry of entries) {
      if (!entry.record || !isOf(entry.record, 'policies')) continue;
      for (const { quote, no } of entry.record.data.clauses) {
        if (!quote || quote.words.length < SHORTEST) continue;
        const message = `${no}的原词“${quote.words}”在引号外面又写了一遍。请用自己的话写，或者加上引号。`;
        for (const { path, text } of entry.texts) {
          if (!isVerbatim(path) && standsBare(text, quote.words)) yield atField(entry, path, message);
        }
        for (const at of bodyPlaces(entry, quote.words)) yield { file: entry.file.path, at, message };
      }
    }
  },
  examples: {
    ok: [
      { file: 'policies/opinion.mdx', fields: { clauses: [clauseSaying('讲怎样处理。')] } },
      { file: 'policies/opinion.mdx', fields: { clauses: [clauseSaying('写明“可以从轻或者减轻处理”。')] } },
      { file: 'policies/opinion.mdx', fields: { clauses: [clauseSaying('写明可以从轻“（某条）”或者减轻处理。')] } },
    ],
    notOk: [
      { file: 'policies/opinion.mdx', fields: { clauses: [clauseSaying('写明可以从轻或者减轻处理。')] } },
      {
        file: 'policies/opinion.mdx',
        fields: { clauses: [clauseSaying('讲怎样处理。')] },
        body: '<EditorNote>\n符合的，可以从轻或者减轻处理。\n</EditorNote>',
      },
      {
        file: 'policies/opinion.mdx',
        fields: { clauses: [clauseSaying('讲怎样处理。')] },
        body: '<EditorNote>\n符合的，可以从轻\n或者减轻处理。\n</EditorNote>',
      },
    ],
  },
};

/** Fields that hold printed words, which pages show as such. */
function isVerbatim(path: Path): boolean {
  return lastName(path) === 'words' || path[0] === 'wording';
}

/** Whether the words stand in a text where no quotation mark is open. */
function standsBare(text: string, words: string): boolean {
  // What stands before a quotation and what stands behind it are no words in a row; a line may end within them.
  return withoutChineseBreaks(text)
    .replace(/“[^”]*”/gu, '“”')
    .includes(words);
}

function bodyPlaces({ body }: LintEntry, words: string) {
  return body.texts.filter(({ text }) => standsBare(text, words)).map(({ at }) => at);
}

function clauseSaying(gist: string) {
  const quote = { words: '可以从轻或者减轻处理', edition: '2018年印发', readAt: '公开法规文本（转录）', day: '2026-11-22' };
  return { no: '第四部分', anchor: 'part-4', gist, cites: ['GK-0001'], read: '逐字读过', quote };
}
