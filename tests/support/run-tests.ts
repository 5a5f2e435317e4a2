/** Runs one vitest project and counts its tests. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';
import type { Outcome } from './run-tool.ts';

/** Vitest's report, as far as it is counted here. */
export interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** What of a project is run, and how. */
export interface Selection {
  /** Test files, or parts of their names; all of the project when there are none. */
  files?: readonly string[];
  env?: Record<string, string>;
}

/** How many reports were written; a name of its own files could be longer than a name may be. */
let reports = 0;

/** Runs a project of `vitest.config.ts`, or some of its files; reports are written below `folder`. */
export async function runTests(project: string, folder: string, { files = [], env = {} }: Selection = {}): Promise<Outcome> {
  const file = join(folder, `${project}-${(reports += 1)}.json`);
  const args = ['run', '--project', project, '--reporter', 'default', '--reporter', 'json', '--outputFile.json', file, ...files];
  const { failed: exitedBadly, output } = await runTool('vitest', args, env);
  if (!existsSync(file)) return { passed: 0, failed: 1, output };
  const counts = countTests(JSON.parse(readFileSync(file, 'utf8')) as TestReport);
  // An error outside every test fails the run without failing a test.
  return { ...counts, failed: counts.failed === 0 && exitedBadly ? 1 : counts.failed, output };
}

/** Counts a report. A skipped test has not passed, a file that could not be read is a failure, and so is a run without tests. */
export function countTests(report: TestReport): { passed: number; failed: number } {
  const unread = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + unread.length;
  const isEmpty = report.numPassedTests + failed === 0;
  return { passed: report.numPassedTests, failed: isEmpty ? 1 : failed };
}
