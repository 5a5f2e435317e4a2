import { didYouMean, nearest } from '../../schema/nearest.ts';
import { textOf } from '../../store/loose-data.ts';
import type { KnownFacts } from '../known-facts.ts';
import { WHOLE_FILE } from '../rule.ts';
import type { Rule } from '../rule.ts';
import type { LintNote } from '../lint-entry.ts';

/** Reports a unit's own notes that belong to no entry on the site, say nothing, or come from tomorrow. */
export const localNote: Rule = {
  id: 'local-note',
  severity: 'error',
  docs: '本地注写在 notes 里，一条一个文件，文件名和 id 都是所注条目的编号，条目要在网站上，正文不能空。',
  *check({ notes, known, today }) {
    for (const note of notes) {
      const { file, id, data } = note;
      const at = file.yaml?.valueAt(['id']) ?? WHOLE_FILE;
      const message = misplaced(note, known);
      if (message) yield { file: file.path, at, message };
      if (file.body.trim() === '')
        yield { file: file.path, at: WHOLE_FILE, message: '这条本地注没有正文。请在字段区下面写上要告诉读者的话，或者删去这个文件。' };
      const date = textOf(data['date']);
      if (id !== '' && /^\d{4}-\d{2}-\d{2}$/u.test(date) && date > today)
        yield {
          file: file.path,
          at: file.yaml?.valueAt(['date']),
          message: `本地注的日期写的是“${date}”，今天是 ${today}，这一天还没有到。请核对日期。`,
        };
    }
  },
  examples: {
    ok: [
      { file: 'notes/SJ-002.mdx', body: '本县见[澄清正名](SY-001)。<Cite at="GK-0001" />' },
      { file: 'practices/second.mdx', fields: { status: '退出', retired: { date: '2026-11-22', reason: '并入另一条。' } } },
    ],
    notOk: [
      { file: 'notes/SJ-002.mdx', fields: { id: 'SJ-001' } },
      { file: 'notes/SJ-002.mdx', fields: { id: 'SJ-009' }, renamedTo: 'notes/SJ-009.mdx' },
      { file: 'notes/SJ-002.mdx', body: '' },
      { file: 'notes/SJ-002.mdx', fields: { date: '2027-01-01' } },
    ],
  },
};

function misplaced({ file, id, fieldProblems }: LintNote, known: KnownFacts): string | undefined {
  if (id === '' || fieldProblems.some(({ path }) => path[0] === 'id')) return undefined;
  if (id !== file.name) return `文件名是“${file.name}”，id 写的是“${id}”。本地注的文件名和 id 都是所注条目的编号，请改成一样的。`;
  if (known.byId.has(id) || known.unreadIds.has(id)) return undefined;
  if (known.draftIds.has(id)) return `“${id}”还是草稿，不会出现在网站上，注在它上面读者看不到。请先发布它。`;
  return `没有编号为“${id}”的条目，这条本地注没有地方放。${didYouMean(nearest(id, known.byId.keys())) || '请核对编号，或者删去这个文件。'}`;
}
