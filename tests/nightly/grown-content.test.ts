/** What the bench of builds is fed with: the content grown, which is content that the check lets pass. */
import { expect, test } from 'vitest';
import { today } from '../../src/commands/today.ts';
import { checkFiles } from '../../src/lint/check-content.ts';
import { formatIssues } from '../../src/lint/report.ts';
import { isEntryFile } from '../../src/store/library.ts';
import { readContent, storeFile } from '../../src/store/read-content.ts';
import { growContent } from '../bench/build/grow-content.ts';
import { OWN_CONTENT } from '../support/project-copy.ts';

test('content grown by a quarter has that size and passes the content check', async () => {
  const real = await readContent(OWN_CONTENT);
  const size = Math.round(real.filter(isEntryFile).length * 1.25);
  const grown = growContent(real, size, today()).map(({ place, text }) =>
    storeFile({ path: `content/${place}`, place, bytes: new TextEncoder().encode(text) }),
  );
  const { issues, entryCount } = checkFiles([...real, ...grown], today());
  expect(entryCount).toBe(size);
  expect(formatIssues(issues.filter(({ severity }) => severity === 'error'))).toBe('');
});
