import { didYouMean, nearest } from '../../schema/nearest.ts';
import { CITE, isPublicSource, LOCATOR } from '../../schema/number.ts';
import type { KnownFacts } from '../known-facts.ts';
import { hasFieldProblem } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Reports citations of policies, clauses and public sources that are not there, and citations in no known form. */
export const unknownCitation: Rule = {
  id: 'unknown-citation',
  severity: 'error',
  docs: '引用的政策、条款和公开资料都要有：政策在 policies，公开资料在 vocab/public-sources.yaml。',
  *check({ entries, known }) {
    for (const entry of entries) {
      for (const { text, path, place } of entry.citations) {
        if (path && hasFieldProblem(entry, path)) continue;
        const message = explain(text, known);
        if (message) yield { file: entry.file.path, at: place(), message };
      }
    }
  },
  examples: {
    ok: [{ fields: { cites: ['ZC-0001', 'ZC-0001#part-4', 'GK-0001'] } }],
    notOk: [
      { fields: { cites: ['ZC-0091'] } },
      { fields: { cites: ['ZC-0001#part-9'] } },
      { fields: { cites: ['GK-0009'] } },
      { body: '浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。<Cite at="S3第26段" />' },
    ],
  },
};

function explain(text: string, known: KnownFacts): string | undefined {
  if (LOCATOR.test(text)) return undefined;
  if (!CITE.test(text))
    return `“${text}”不是出处的写法。请写成 S3-¶26#2（来源文献）、ZC-0001（政策）或 GK-0001（公开资料）；几个出处之间用空格分开。`;
  if (isPublicSource(text)) {
    if (known.publicSources.includes(text)) return undefined;
    return `vocab/public-sources.yaml 里没有公开资料“${text}”。${didYouMean(nearest(text, known.publicSources)) || '请先在那里登记。'}`;
  }
  const [policy = '', anchor] = text.split('#');
  const anchors = known.anchors.get(policy);
  if (!anchors)
    return known.unreadIds.has(policy) ? undefined : `没有编号为“${policy}”的政策。${didYouMean(nearest(policy, known.anchors.keys()))}`;
  if (anchor === undefined || anchors.includes(anchor)) return undefined;
  const near = nearest(anchor, anchors);
  const rest = near
    ? didYouMean(`${policy}#${near}`)
    : anchors.length > 0
      ? `现有的锚点：${anchors.join('、')}。`
      : `引用整份文件时写“${policy}”。`;
  return `政策“${policy}”没有锚点为“${anchor}”的条款。${rest}`;
}
