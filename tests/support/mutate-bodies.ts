/** Faults in the text of an entry: components, citations, links, addresses, code. */
import type { EntryDraft } from './entry-draft.ts';
import { withLines } from './mutation.ts';
import type { Operator } from './mutation.ts';

export const bodyOperators: readonly Operator[] = [
  {
    name: 'a component that is not closed',
    apply(draft, random) {
      const closing = bodyLines(draft).filter((line) => /^<\/[A-Z]\w+>$/u.test(draft.lines[line] ?? ''));
      if (closing.length === 0) return undefined;
      const line = random.pick(closing);
      const name = (draft.lines[line] ?? '').slice(2, -1);
      const opening = draft.lines.findLastIndex((text, index) => index < line && text.startsWith(`<${name}`));
      return withLines(draft, line, 1, [], `</${name}> left out`, [opening]);
    },
  },
  {
    name: 'a component that is not opened',
    apply(draft, random) {
      const opening = bodyLines(draft).filter((line) => /^<[A-Z]\w+>$/u.test(draft.lines[line] ?? ''));
      if (opening.length === 0) return undefined;
      const line = random.pick(opening);
      const name = (draft.lines[line] ?? '').slice(1, -1);
      const closing = draft.lines.findIndex((text, index) => index > line && text === `</${name}>`);
      return withLines(draft, line, 1, [], `<${name}> left out`, [closing - 1]);
    },
  },
  {
    name: 'a misspelt component',
    apply(draft, random) {
      const lines = bodyLines(draft).filter((line) => /<[A-Z]/u.test(draft.lines[line] ?? ''));
      if (lines.length === 0) return undefined;
      const line = random.pick(lines);
      const text = draft.lines[line] ?? '';
      const changed = text.replace(/<([A-Z]\w+)/u, '<$1s');
      const name = /<([A-Z]\w+)/u.exec(text)?.[1] ?? '';
      const closing = draft.lines.findIndex((other, index) => index > line && other === `</${name}>`);
      const content = draft.lines.with(line, changed);
      return {
        content: (text.includes('/>') || closing < 0 ? content : content.with(closing, `</${name}s>`)).join('\n'),
        lines: [line],
        what: changed,
      };
    },
  },
  {
    name: 'a wrong citation in the text',
    apply(draft, random) {
      const lines = bodyLines(draft).filter((line) => /at="S\d/u.test(draft.lines[line] ?? ''));
      if (lines.length === 0) return undefined;
      const line = random.pick(lines);
      const text = draft.lines[line] ?? '';
      const changed = text.replace(
        /at="(S\d-¶)\d+#\d+[^"]*/u,
        random.pick(['at="$199#1', 'at="$101#99', 'at="S9-¶01#1', 'at="第一段', 'at="']),
      );
      return withLines(draft, line, 1, [changed], changed.trim());
    },
  },
  {
    name: 'a link to no entry',
    apply(draft, random) {
      const lines = bodyLines(draft).filter((line) => /\]\([A-Z]{2}-\d+\)/u.test(draft.lines[line] ?? ''));
      if (lines.length === 0) return undefined;
      const line = random.pick(lines);
      const text = draft.lines[line] ?? '';
      const target = random.pick(['(SJ-999)', '(SJ999)', '(/practices/x/)', '(javascript:alert(1))', '(https://example.com/)', '()']);
      return withLines(draft, line, 1, [text.replace(/\([A-Z]{2}-\d+\)/u, target)], target);
    },
  },
  insertion('a fact without a citation', [
    '这里新加一段没有出处的事实，说某地三年来一共处理了几百名不担当的干部。',
    '全市共处理 53 人。',
    '- 某县探索建立容错纠错机制，明确了可以容错的七种情形和四种不容的情形。',
  ]),
  insertion('code or HTML', [
    'import x from "x"',
    '共{若干}人',
    '<script>alert(1)</script>',
    '<div>某</div>',
    '![图](map.png)',
    '<!-- 待补 -->',
    'a <b',
  ]),
  insertion('private data', [
    '<EditorNote>联系电话 13912345678。</EditorNote>',
    '<EditorNote>来信请寄 someone@example.com 。</EditorNote>',
    '<EditorNote>证件号 330102198001011234。</EditorNote>',
  ]),
  insertion('invisible or foreign characters', [
    '<EditorNote>先看\u200b单位。</EditorNote>',
    '<EditorNote>先看\u202e单位。</EditorNote>',
    '<EditorNote>共 ２００ 起。</EditorNote>',
    '<EditorNote>А 级。</EditorNote>',
    '<EditorNote>⼀次。</EditorNote>',
    '<EditorNote>甲&nbsp;乙。</EditorNote>',
  ]),
];

function insertion(name: string, texts: string[]): Operator {
  return {
    name,
    apply(draft, random) {
      const text = random.pick(texts);
      if (draft.text.includes('nature: 教学情景') && name === 'a fact without a citation') return undefined;
      return withLines(draft, draft.fieldsEnd + 1, 0, ['', text, ''], text, [draft.fieldsEnd + 2]);
    },
  };
}

function bodyLines({ lines, fieldsEnd }: EntryDraft): number[] {
  return [...lines.keys()].filter((line) => line > fieldsEnd);
}
