import { join } from 'node:path';
import { expect, test } from 'vitest';
import { today } from '../../src/commands/today.ts';
import { checkContent } from '../../src/lint/check-content.ts';
import { formatIssues } from '../../src/lint/report.ts';

test('the content has no errors', async () => {
  const { issues, entryCount } = await checkContent(join(import.meta.dirname, '../../content'), today());
  expect(entryCount).toBeGreaterThan(0);
  expect(formatIssues(issues.filter((issue) => issue.severity === 'error'))).toBe('');
});
