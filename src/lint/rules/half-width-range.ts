import { positionWithin } from '../../markdown/position.ts';
import { atField } from '../rule.ts';
import type { Finding, Rule } from '../rule.ts';

/** Reports ranges written with a half-width tilde: two of them in a paragraph strike out what stands between. */
export const halfWidthRange: Rule = {
  id: 'half-width-range',
  severity: 'error',
  isAlone: true,
  docs: '表示范围用“至”、全角“～”或“—”，不用半角“~”：一段里有两个，中间的文字会被划掉。',
  *check({ entries, pages, notes }) {
    for (const { file, body } of [...entries, ...pages, ...notes]) {
      for (const { kind, at } of body.others) if (kind === 'delete') yield { file: file.path, at, message: STRUCK };
      for (const { text, at } of body.texts) {
        const range = rangeIn(text);
        if (range !== undefined) yield { file: file.path, at: positionWithin(at, text, range), message: explain(range) };
      }
    }
    for (const entry of entries) yield* inFields(entry);
  },
  examples: {
    ok: [{ fields: { transfer: ['一般3至5天，最多7～9天。'] } }],
    notOk: [{ body: '见甲~乙类。' }, { body: '见甲~乙类和丙~丁类。' }, { fields: { transfer: ['一般3~5天。'] } }],
  },
};

const RANGE = /[^\s~]{0,6}~[^\s~]{0,6}/u;
const STRUCK = '两个半角“~”之间的文字会被划掉，读者看到的是删除线。表示范围请写“3至5天”或用全角“～”；不是范围就删去“~”。';

function* inFields(entry: Parameters<typeof atField>[0]): Generator<Finding> {
  for (const { path, text } of entry.texts) {
    const range = rangeIn(text);
    if (range !== undefined && !/https?:/u.test(text)) yield atField(entry, path, explain(range));
  }
}

/** Hardly any text has a tilde, and looking for what stands before one takes long. */
function rangeIn(text: string): string | undefined {
  return text.includes('~') ? RANGE.exec(text)?.[0] : undefined;
}

function explain(range: string): string {
  return `“${range}”里的“~”是半角的。表示范围请写“至”，或用全角“～”，如“${range.replace('~', '至')}”。`;
}
