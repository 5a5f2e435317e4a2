import { expect, test } from 'vitest';
import { countTests } from '../support/run-tests.ts';

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test('tests that passed are counted', () => {
  expect(countTests(report)).toEqual({ passed: 3, failed: 0 });
});

test('a skipped test has not passed', () => {
  expect(countTests({ ...report, numPendingTests: 1, numTodoTests: 1 })).toEqual({ passed: 3, failed: 2 });
});

test('a file that could not be read is a failure', () => {
  expect(countTests({ ...report, testResults: [{ name: 'a', status: 'failed', assertionResults: [] }] })).toEqual({ passed: 3, failed: 1 });
});

test('a failed test is counted once, not again for its file', () => {
  const testResults = [{ name: 'a', status: 'failed', assertionResults: [{ status: 'failed' }] }];
  expect(countTests({ ...report, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 1 });
});

test('a run without any test is a failure', () => {
  expect(countTests({ ...report, numPassedTests: 0 })).toEqual({ passed: 0, failed: 1 });
});
