import { formatLocator, parseLocator } from '../../domain/entry/locator.ts';
import type { Locator } from '../../domain/entry/locator.ts';
import { compareNumbers, LOCATOR, paragraphMark } from '../../schema/number.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import type { KnownFacts, KnownSource } from '../known-facts.ts';
import type { Rule } from '../rule.ts';
import type { LintEntry, LintNote } from '../lint-entry.ts';

/** Reports locators that point to no sentence of the five documents. */
export const unknownLocator: Rule = {
  id: 'unknown-locator',
  severity: 'error',
  docs: '出处要在来源文献里找得到：段号和句号都不超过该文献的段数、句数。',
  *check({ entries, notes, known }) {
    for (const entry of [...entries, ...notes]) {
      for (const { text, place } of entry.citations) {
        const message = explain(text, entry, known);
        if (message) yield { file: entry.file.path, at: place(), message };
      }
    }
  },
  examples: {
    ok: [
      { fields: { cites: ['S3-¶26#2-3'] } },
      { body: '浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。<Cite at="S3-¶26#2 S3-¶26#3" />' },
    ],
    notOk: [
      { fields: { cites: ['S3-¶96#2'] } },
      { fields: { cites: ['S3-¶26#9'] } },
      { fields: { cites: ['S9-¶01#1'] } },
      { fields: { cites: ['S3-¶26#3-2'] } },
      { fields: { cites: ['S3-¶5#1'] } },
      { body: '浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。<Cite at="S3-¶26#9" />' },
    ],
  },
};

function explain(written: string, entry: LintEntry | LintNote, known: KnownFacts): string | undefined {
  if (!LOCATOR.test(written)) return undefined;
  const locator = parseLocator(written);
  if (!locator) return `出处“${written}”的句号前后颠倒了。连续几句由小到大写，如 #2-3。`;
  const canonical = formatLocator(locator);
  const source = known.sources.get(locator.source);
  if (!source)
    return known.unreadIds.has(locator.source)
      ? undefined
      : `出处“${written}”不存在：没有来源文献 ${locator.source}。现有 ${[...known.sources.keys()].sort(compareNumbers).join('、')}。`;
  const paragraph = source.paragraphs.get(locator.paragraph);
  if (!paragraph) {
    const count = [...source.paragraphs.keys()].filter((n) => n > 0).length;
    return `出处“${written}”不存在：${locator.source} 共 ${count} 段。${didYouMean(nearestParagraph(locator, source, entry))}`;
  }
  if (locator.first < 1 || locator.last > paragraph.sentences) {
    const place = canonical.split('#')[0];
    return `出处“${written}”不存在：${place} 共 ${paragraph.sentences} 句。${paragraph.sentences > 0 ? `句号可以写 1 到 ${paragraph.sentences}。` : '这一段不能引用。'}`;
  }
  return canonical === written ? undefined : `出处“${written}”请写成“${canonical}”：段号写两位，一句不写范围。`;
}

/** The paragraph one digit away, first among those that the entry cites elsewhere: a slip of the finger is the likeliest mistake. */
function nearestParagraph(wrong: Locator, source: KnownSource, entry: LintEntry | LintNote): string | undefined {
  const cited = entry.citations.map(({ text }) => parseLocator(text)).filter((locator) => locator?.source === wrong.source);
  const numbers = [...cited.map((locator) => locator?.paragraph), ...source.paragraphs.keys()];
  const possible = numbers.filter((n) => n !== undefined && (source.paragraphs.get(n)?.sentences ?? 0) >= wrong.last) as number[];
  const near = nearest(paragraphMark(wrong.paragraph), possible.map(paragraphMark));
  const paragraph = possible.find((n) => paragraphMark(n) === near);
  return paragraph === undefined ? undefined : formatLocator({ ...wrong, paragraph });
}
