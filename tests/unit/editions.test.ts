import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { internalEdition, prepareEdition, releaseEdition, reviewEdition } from '../../src/commands/release.ts';
import { contentOf, readLibrary } from '../../src/store/library.ts';
import { isInternalEdition, isReviewEdition, makeEdition } from '../../src/store/edition.ts';
import { contentWith } from '../support/example-content.ts';

test.for([
  ['dist-review', reviewEdition],
  ['dist-internal', internalEdition],
] as const)('%s stands beside the site for readers, open to the owner and the group alone', async ([folder, edition]) => {
  const root = mkdtempSync(join(tmpdir(), 'edition-'));
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/index.html'), 'site');
  const next = await prepareEdition(edition(root));
  mkdirSync(join(next, 'a'), { mode: 0o777 });
  writeFileSync(join(next, 'a/index.html'), 'not for all', { mode: 0o666 });
  await releaseEdition(edition(root));
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('site');
  expect(readFileSync(join(root, folder, 'a/index.html'), 'utf8')).toBe('not for all');
  const modes = [folder, `${folder}/a`, `${folder}/a/index.html`].map((path) => (statSync(join(root, path)).mode & 0o777).toString(8));
  if (process.platform !== 'win32') expect(modes).toEqual(['750', '750', '640']);
});

test('an edition is that of this build alone: what an environment says before makes nothing public', () => {
  process.env['EDITION_IN_MAKING'] = 'internal';
  makeEdition('public');
  expect([isReviewEdition(), isInternalEdition()]).toEqual([false, false]);
  makeEdition('review');
  expect([isReviewEdition(), isInternalEdition()]).toEqual([true, false]);
  makeEdition('internal');
  expect([isReviewEdition(), isInternalEdition()]).toEqual([false, true]);
  makeEdition('public');
});

test('the review edition has the drafts, also unfinished ones; the site for readers has none', () => {
  const library = readLibrary(contentWith({ fields: { status: '草稿', actions: [], summary: undefined } }));
  const ids = (drafts: boolean) => contentOf(library, { drafts }).entries.map(({ data }) => data.id);
  expect(ids(true)).toContain('SJ-001');
  expect(ids(false)).not.toContain('SJ-001');
});

test('internal entries and documents are in the content only where it is asked for them', () => {
  const library = readLibrary(
    contentWith({ renamedTo: 'practices/kept-inside.mdx', fields: { id: 'SJ-003', access: '内部', cites: ['WJ-002#p-2'] } }),
  );
  const told = (internal: boolean) => {
    const { entries, vocabulary } = contentOf(library, { internal, drafts: true });
    return [entries.some(({ data }) => data.id === 'SJ-003'), vocabulary['own-documents'].items.map(({ id }) => id)];
  };
  expect(told(true)).toEqual([true, ['WJ-001', 'WJ-002']]);
  expect(told(false)).toEqual([false, ['WJ-001']]);
});
