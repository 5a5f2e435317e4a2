import { COLLECTIONS, collectionOf, describeNumber, isEntryNumber, linkTarget, meantNumber } from '../../schema/number.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import { referencesIn, referencesInList } from '../entry-references.ts';
import type { KnownFacts } from '../known-facts.ts';
import { textOf } from '../../store/loose-data.ts';
import type { Rule } from '../rule.ts';

/** Reports numbers and links that lead to no page: unknown entries, drafts, and addresses written as paths. */
export const danglingReference: Rule = {
  id: 'dangling-reference',
  severity: 'error',
  docs: '提到的条目编号都要有这个条目；链接写条目编号，如 [长沙的做法](SJ-009)，政策的一条写 [第五条](ZC-0001#art-5)。',
  *check({ entries, pages, notes, files, known }) {
    for (const entry of entries) {
      for (const { text, isLink, place } of referencesIn(entry)) {
        const message = isLink ? explainLink(text, known) : explain(text, known);
        if (message) yield { file: entry.file.path, at: place(), message };
      }
    }
    for (const note of notes) {
      for (const { text, isLink, place } of referencesIn(note)) {
        const message = isLink ? explainLink(text, known) : explain(text, known);
        if (message) yield { file: note.file.path, at: place(), message };
      }
    }
    for (const list of files.filter(({ folder }) => folder === 'vocab')) {
      for (const { text, place } of referencesInList(list)) {
        const message = explain(text, known);
        if (message) yield { file: list.path, at: place(), message };
      }
    }
    for (const { file, texts } of pages) {
      for (const { path, text } of texts.filter(({ path: [name] }) => name === 'situations')) {
        const message = explain(text, known);
        if (message) yield { file: file.path, at: file.yaml?.valueAt(path), message };
      }
    }
  },
  examples: {
    ok: [
      { fields: { comparable: [{ id: 'SJ-002', why: '写法相近。' }] } },
      { file: 'pages/home.mdx', fields: { situations: ['QX-001'] } },
      { body: '<EditorNote>\n另见[另一处做法](SJ-002)和<Term id="SY-001" />。\n</EditorNote>' },
      { body: '<EditorNote>\n另见[第四部分](ZC-0001#part-4)。\n</EditorNote>' },
    ],
    notOk: [
      { fields: { comparable: [{ id: 'SJ-902', why: '写法相近。' }] } },
      { fields: { related: [{ id: '长沙', why: '写法相近。' }] } },
      { fields: { transfer: ['另一处见 SJ-902。'] } },
      { fields: { transfer: ['另一处见 SJ-2。'] } },
      { body: '<EditorNote>\n另一处见 SJ-0002。\n</EditorNote>' },
      { body: '<EditorNote>\n另见[另一处做法](SJ-902)。\n</EditorNote>' },
      { body: '<EditorNote>\n另见[第九部分](ZC-0001#part-9)。\n</EditorNote>' },
      { body: '<EditorNote>\n另见[另一处做法](SJ-002#p-1)。\n</EditorNote>' },
      { body: '<EditorNote>\n另见[另一处做法](../practices/second/)。\n</EditorNote>' },
      { file: 'vocab/chains.yaml', replace: ['SJ-002', 'SJ-902'] },
      { body: '<EditorNote>\n说的是<Term id="SY-009" />。\n</EditorNote>' },
      { file: 'pages/home.mdx', fields: { situations: ['QX-009'] } },
      { file: 'notes/SJ-002.mdx', body: '另见[另一处做法](SJ-902)。' },
    ],
  },
};

/** A link may go on to an article of a policy; other pages have no anchors that stay. */
function explainLink(url: string, known: KnownFacts): string | undefined {
  const { id, anchor } = linkTarget(url) ?? { id: url, anchor: '' };
  const anchors = known.anchors.get(id) ?? [];
  if (anchor === '' || anchors.includes(anchor) || !known.byId.has(id)) return explain(id, known);
  const near = nearest(anchor, anchors);
  const rest = near ? didYouMean(`${id}#${near}`) : `请只写“${id}”。`;
  return `“${id}”没有锚点为“${anchor}”的条款，链接到不了那里。${rest}`;
}

function explain(text: string, known: KnownFacts): string | undefined {
  if (!isEntryNumber(text)) return `“${text}”不是条目编号。${explainShape(text, known)}`;
  if (known.byId.has(text) || known.unreadIds.has(text)) return undefined;
  if (known.draftIds.has(text)) return `“${text}”还是草稿，不会出现在网站上。请先发布它，或者去掉这处引用。`;
  const collection = collectionOf(text);
  return `没有编号为“${text}”的条目${collection ? `（${COLLECTIONS[collection].name}）` : ''}。${suggest(text, known) || '请核对编号，或者先建立这个条目。'}`;
}

function explainShape(text: string, known: KnownFacts): string {
  const target = linkTarget(text);
  if (target) return `这里只写条目的编号“${target.id}”，不写后面的“#${target.anchor}”。`;
  const meant = meantNumber(text) ?? '';
  const collection = collectionOf(meant);
  if (!collection) return `这里写编号，如 SJ-009；网址由网站自己生成。${suggest(text, known)}`;
  return `${COLLECTIONS[collection].name}的编号是 ${describeNumber(collection)}。${suggest(meant, known)}`;
}

/** The nearest number with its title, first among those of the same collection. */
function suggest(text: string, known: KnownFacts): string {
  const ids = [...known.byId.keys()];
  const same = ids.filter((id) => collectionOf(id) === collectionOf(text));
  const near = nearest(text, same) ?? nearest(text, ids);
  return near ? didYouMean(`${near} ${textOf(known.byId.get(near)?.[0]?.data['title'])}`.trim()) : '';
}
