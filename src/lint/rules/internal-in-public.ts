import { ownPlace } from '../../schema/number.ts';
import type { KnownFacts } from '../known-facts.ts';
import { referencesIn, referencesInList } from '../entry-references.ts';
import { atField } from '../rule.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';
import type { LintEntry, LintNote } from '../lint-entry.ts';

/** Reports what is public and rests on, or leads to, what only the unit may see: the public site has neither, and must not speak of it. */
export const internalInPublic: Rule = {
  id: 'internal-in-public',
  severity: 'error',
  docs: '公开的条目、词表和网站文字不引用内部的文件，也不连到内部的条目；公开发布过的条目不改成内部的。',
  *check(context) {
    for (const entry of context.entries) {
      if (isInternal(entry)) yield* publishedBefore(entry, context.known);
      else yield* internalIn(entry, context.known);
    }
    // A note on an internal entry is shown with it, and nowhere else.
    for (const note of context.notes) if (!isInternalNumber(note.id, context.known)) yield* internalIn(note, context.known);
    yield* internalInLists(context);
  },
  examples: {
    ok: [
      { fields: { cites: ['WJ-001#art-3'] } },
      { renamedTo: 'practices/kept-inside.mdx', fields: { id: 'SJ-003', access: '内部', cites: ['WJ-002#p-2'], comparable: [] } },
    ],
    notOk: [
      { fields: { cites: ['WJ-002#p-2'] } },
      { body: '办法写明谁来认定。<Cite at="WJ-002" />' },
      { file: 'practices/second.mdx', fields: { access: '内部' } },
      { file: 'notes/SJ-002.mdx', body: '本县这样认定。<Cite at="WJ-002#p-2" />' },
    ],
  },
};

function isInternal({ data }: LintEntry): boolean {
  return data['access'] === '内部';
}

function isInternalNumber(id: string, known: KnownFacts): boolean {
  return known.byId.get(id)?.some(isInternal) ?? false;
}

function* internalIn(entry: LintEntry | LintNote, known: KnownFacts): Generator<Finding> {
  for (const { text, place } of entry.citations) {
    const ownDocument = known.ownDocuments.get(ownPlace(text)?.number ?? '');
    if (ownDocument?.access === '内部')
      yield {
        file: entry.file.path,
        at: place(),
        message: `“${text}”是内部文件（${ownDocument.title}），公开的条目不能引用它。请换成公开的出处；没有公开的出处，就在这一条里加一行 access: 内部，它只进内部版。`,
      };
  }
  for (const { text, place } of referencesIn(entry))
    if (isInternalNumber(withoutAnchor(text), known)) yield { file: entry.file.path, at: place(), message: aboutEntry(text, '公开的条目') };
}

function* internalInLists({ files, pages, known }: LintContext): Generator<Finding> {
  for (const list of files.filter(({ folder }) => folder === 'vocab'))
    for (const { text, place } of referencesInList(list))
      if (isInternalNumber(withoutAnchor(text), known)) yield { file: list.path, at: place(), message: aboutEntry(text, '词表') };
  for (const { file, texts } of pages)
    for (const { path, text } of texts)
      if (isInternalNumber(text, known)) yield { file: file.path, at: file.yaml?.valueAt(path), message: aboutEntry(text, '网站文字') };
}

function aboutEntry(number: string, where: string): string {
  return `“${number}”是内部的条目，公开的网站里没有它，${where}不能连到它。请去掉这处引用。`;
}

/** What readers have quoted cannot be taken away from them. */
function* publishedBefore(entry: LintEntry, known: KnownFacts): Generator<Finding> {
  if (known.ledger?.data.entries.some(({ id }) => id === entry.id))
    yield atField(
      entry,
      ['access'],
      `“${entry.id}”已经公开发布过（见 ledger.yaml），不能改成内部的。要撤下，把 status 改成“退出”并填 retired；内部的内容另建一条。`,
    );
}

function withoutAnchor(text: string): string {
  return text.replace(/#[a-z0-9-]*$/u, '');
}
