import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/lint/check-content.ts';
import { formatIssues } from '../../src/lint/report.ts';

test('the content has no errors', async () => {
  const { issues, entryCount } = await checkContent(join(import.meta.dirname, '../../content'), '2026-11-22');
  expect(entryCount).toBeGreaterThan(0);
  expect(formatIssues(issues.filter((issue) => issue.severity === 'error'))).toBe('');
});
