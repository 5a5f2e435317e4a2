import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareRelease, releaseEdition, reviewEdition } from '../../src/commands/release.ts';
import { contentOf, readLibrary } from '../../src/store/library.ts';
import { isReviewEdition, makeReviewEdition } from '../../src/store/review-edition.ts';
import { contentWith } from '../support/example-content.ts';

test('stands beside the site for readers, open to the owner and the group alone', async () => {
  const root = mkdtempSync(join(tmpdir(), 'review-'));
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/index.html'), 'site');
  const next = await prepareRelease(root, reviewEdition(root));
  mkdirSync(join(next, 'a'), { mode: 0o777 });
  writeFileSync(join(next, 'a/index.html'), 'drafts', { mode: 0o666 });
  await releaseEdition(reviewEdition(root));
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('site');
  expect(readFileSync(join(root, 'dist-review/a/index.html'), 'utf8')).toBe('drafts');
  const modes = ['dist-review', 'dist-review/a', 'dist-review/a/index.html'].map((path) =>
    (statSync(join(root, path)).mode & 0o777).toString(8),
  );
  if (process.platform !== 'win32') expect(modes).toEqual(['750', '750', '640']);
});

test('is of this build alone: what an environment says before makes no draft public', () => {
  process.env['DRAFTS_ARE_SHOWN'] = 'yes';
  makeReviewEdition(false);
  expect(isReviewEdition()).toBe(false);
  makeReviewEdition(true);
  expect(isReviewEdition()).toBe(true);
  makeReviewEdition(false);
});

test('has the drafts, also unfinished ones; the site for readers has none', () => {
  const library = readLibrary(contentWith({ fields: { status: '草稿', actions: [], summary: undefined } }));
  const ids = (drafts: boolean) => contentOf(library, { drafts }).entries.map(({ data }) => data.id);
  expect(ids(true)).toContain('SJ-001');
  expect(ids(false)).not.toContain('SJ-001');
});
