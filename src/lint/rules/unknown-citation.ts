import { didYouMean, nearest } from '../../schema/nearest.ts';
import { CITE, isPublicSource, LOCATOR, ownPlace } from '../../schema/number.ts';
import type { KnownFacts } from '../known-facts.ts';
import { recordsIn } from '../../store/loose-data.ts';
import type { Path } from '../../store/loose-data.ts';
import { atField, hasFieldProblem } from '../rule.ts';
import type { Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** Reports citations of policies, clauses and public sources that are not there, and citations in no known form. */
export const unknownCitation: Rule = {
  id: 'unknown-citation',
  severity: 'error',
  docs: '引用和联系的政策、条款、公开资料、本单位文件都要有：政策在 policies，公开资料在 vocab/public-sources.yaml，本单位文件在 vocab/own-documents.yaml。',
  *check({ entries, notes, known }) {
    for (const entry of entries) {
      for (const { text, path, place } of entry.citations) {
        if (path && hasFieldProblem(entry, path)) continue;
        const message = explain(text, known);
        if (message) yield { file: entry.file.path, at: place(), message };
      }
      for (const { path, cite } of linkedWorks(entry)) {
        const message = explain(cite, known);
        if (message) yield atField(entry, path, message);
      }
    }
    for (const { file, citations } of notes) {
      for (const { text, place } of citations) {
        const message = explain(text, known);
        if (message) yield { file: file.path, at: place(), message };
      }
    }
  },
  examples: {
    ok: [
      { fields: { cites: ['ZC-0001', 'ZC-0001#part-4', 'GK-0001'] } },
      { fields: { relatedPolicies: [{ id: 'ZC-0001', clause: 'part-4', why: '第四部分讲撑腰鼓劲。' }] } },
    ],
    notOk: [
      { fields: { cites: ['ZC-0091'] } },
      { fields: { cites: ['ZC-0001#part-9'] } },
      { fields: { cites: ['GK-0009'] } },
      { fields: { cites: ['WJ-009'] } },
      { fields: { cites: ['WJ-001#art-9'] } },
      { file: 'courses/tolerance.mdx', fields: { readings: ['GK-0009'] } },
      { fields: { relatedPolicies: [{ id: 'ZC-0001', clause: 'part-9', why: '没有这一部分。' }] } },
      { fields: { basis: [{ id: 'ZC-0001', clause: 'part-9', text: '来源点名。', cites: ['S3-¶26#2'] }] } },
      { body: '浙江公开通报澄清不实的信访举报，数字按件数和人数分别计算。<Cite at="S3第26段" />' },
    ],
  },
};

/** Articles named in links to the law, and public sources among the readings of a course; an entry that is not there is another rule's matter. */
function* linkedWorks({ data }: LintEntry): Generator<{ path: Path; cite: string }> {
  for (const field of ['basis', 'relatedPolicies']) {
    for (const { index, item } of recordsIn(data[field])) {
      const { id, clause } = item;
      if (typeof id === 'string' && typeof clause === 'string') yield { path: [field, index, 'clause'], cite: `${id}#${clause}` };
    }
  }
  for (const [index, item] of (Array.isArray(data['readings']) ? data['readings'] : []).entries())
    if (typeof item === 'string' && isPublicSource(item)) yield { path: ['readings', index], cite: item };
}

function explain(text: string, known: KnownFacts): string | undefined {
  if (LOCATOR.test(text)) return undefined;
  if (!CITE.test(text))
    return `“${text}”不是出处的写法。请写成 S3-¶26#2（来源文献）、ZC-0001（政策）、GK-0001（公开资料）或 WJ-001#art-3（本单位文件的条、页）；几个出处之间用空格分开。`;
  if (isPublicSource(text)) {
    if (known.publicSources.includes(text)) return undefined;
    return `vocab/public-sources.yaml 里没有公开资料“${text}”。${didYouMean(nearest(text, known.publicSources)) || '请先在那里登记。'}`;
  }
  const own = ownPlace(text);
  if (own) return explainOwn(own, known);
  const [policy = '', anchor] = text.split('#');
  const anchors = known.anchors.get(policy);
  if (!anchors && known.draftIds.has(policy)) return `“${policy}”还是草稿，不会出现在网站上，不能作出处。请先发布它，或者换一个出处。`;
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

function explainOwn({ number, part }: { number: string; part: string }, { ownDocuments }: KnownFacts): string | undefined {
  const ownDocument = ownDocuments.get(number);
  if (!ownDocument)
    return `vocab/own-documents.yaml 里没有本单位文件“${number}”。${didYouMean(nearest(number, ownDocuments.keys())) || '请先在那里登记。'}`;
  const parts = ownDocument.parts.map(({ at }) => at);
  if (part === '' || parts.includes(part)) return undefined;
  const near = nearest(part, parts);
  const rest = near
    ? didYouMean(`${number}#${near}`)
    : `请先在 vocab/own-documents.yaml 里给它写上这一条（页）和大意，或者引整份“${number}”。`;
  return `本单位文件“${number}”（${ownDocument.title}）没有登记“${part}”。${rest}`;
}
