/** A unit's own notes: beside the entries on the page and in files, and found apart from them. */
import { describe, expect, test } from 'vitest';
import { noteDating, noteTexts } from '../../src/domain/entry/local-notes.ts';
import type { NoteText } from '../../src/domain/entry/local-notes.ts';
import { indexSite } from '../../src/domain/site/site-index.ts';
import { newNote } from '../../src/import/new-note.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { notesWith } from '../../src/search/query/local-notes.ts';
import { contentOf } from '../../src/store/library.ts';
import { entryData } from '../../src/views/entry-data.ts';
import { entryView } from '../../src/views/entry.ts';
import { libraryWith } from '../support/example-content.ts';
import { makePractice, makeSite } from '../support/make-entries.ts';

const NOTE = {
  id: 'SJ-001',
  date: '2026-11-22',
  by: '县委组织部干部监督室',
  body: parseBody('由**干部监督室**受理。\n\n- 十个工作日\n- 书面答复\n'),
};
const withNote = (overrides = {}) => {
  const entry = makePractice(overrides);
  return { entry, site: indexSite({ ...makeSite(entry), localNotes: [NOTE] }) };
};

test('a note is read from its folder', () => {
  const { localNotes } = contentOf(libraryWith({}));
  expect(localNotes.map(({ id, date, by }) => ({ id, date, by }))).toEqual([
    { id: 'SJ-002', date: '2026-11-22', by: '县委组织部干部监督室' },
  ]);
});

test('a note that does not fit its schema stays off the site', () => {
  expect(contentOf(libraryWith({ file: 'notes/SJ-002.mdx', fields: { by: undefined } })).localNotes).toEqual([]);
});

test('the page of the entry has it in its contents, and no other page has', () => {
  const { entry, site } = withNote();
  const view = entryView(site, entry);
  expect(view.localNote?.by).toBe('县委组织部干部监督室');
  expect(view.contents.map(({ heading }) => heading)).toContain('本地注（本单位）');
  expect(entryView(site, makePractice({ id: 'SJ-002' })).localNote).toBeUndefined();
});

test('the Word file has it under a heading of its own, after what the entry says', () => {
  const { entry, site } = withNote();
  const parts = entryData(site, entry).file.parts;
  const at = parts.findIndex((part) => part.kind === 'heading' && part.text === '本地注（本单位）');
  expect(parts.slice(at).map(({ kind }) => kind)).toEqual(['heading', 'note', 'paragraph', 'list']);
  expect(entryData(makeSite(entry), entry).file.parts).toEqual(parts.slice(0, at));
});

test('a note says that its entry has changed since', () => {
  expect(noteDating(NOTE, makePractice({ updated: '2026-11-22' }))).toBe('2026-11-22');
  expect(noteDating(NOTE, makePractice({ updated: '2026-11-28' }))).toBe(
    '2026-11-22；条目此后有改动（2026-11-28），这条注还没有重新核对。',
  );
});

test('search has the words of a note, a block a line, with the title and the place of its entry', () => {
  const { site } = withNote();
  expect(noteTexts(site, ({ slug }) => `/kb/${slug}/#local-note`)).toEqual([
    {
      ...{ id: 'SJ-001', title: '浙江：公开澄清', url: '/kb/sj-001/#local-note', by: NOTE.by, date: NOTE.date },
      text: '由干部监督室受理。\n十个工作日\n书面答复',
    },
  ]);
});

const TEXT: NoteText = {
  id: 'SJ-001',
  title: '浙江：公开澄清',
  url: '/x/',
  by: '组织部',
  date: '2026-11-22',
  text: '由干部监督室受理，十个工作日内答复。',
};

test.each([
  [['干部监督室'], 1],
  [['干部监督室', '答复'], 1],
  [['受理十个'], 0],
  [['受理，十个'], 1],
  [['受理；十个'], 1],
  [['干部监督室', '信访'], 0],
  [['公开澄清'], 0],
  [[], 0],
  [['，'], 0],
])('the words %j are found in %i notes: all of them, in the note alone', (phrases, count) => {
  expect(notesWith([TEXT], phrases)).toHaveLength(count);
});

test('what was looked for is marked in the passage, in the first line too', () => {
  const [found] = notesWith([{ ...TEXT, text: `${TEXT.text}\n另附一页。` }], ['十个工作日']);
  expect(found?.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['十个工作日']);
});

describe('a note is begun', () => {
  const begin = (typed: string) => newNote(libraryWith({}), typed, { by: '县委组织部', today: '2026-11-28' });

  test.each(['SJ-001', 'sj1', 'ＳＪ—001', '浙江：公开澄清不实举报', '《浙江：公开澄清不实举报》'])(
    'on the entry that is meant by %s',
    (typed) => {
      expect(begin(typed)).toEqual({
        place: 'notes/SJ-001.mdx',
        text: '---\nid: SJ-001\ndate: "2026-11-28"\nby: 县委组织部\n---\n\n',
        title: '浙江：公开澄清不实举报',
      });
    },
  );

  test.each(['SJ-099', '浙江', ''])('on none for %j', (typed) => {
    expect(() => begin(typed)).toThrow('请写所注条目的编号，如 RC-001，或者照抄它的标题');
  });
});
