/** `npm run test:nightly -- fuzz`: the fuzz tests of parsers and pages with thousands of values (`FUZZ`, 600 for each page and 20,000 for each parser). */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { reportPart } from '../support/part-report.ts';

const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '../vitest.mjs');
const count = process.env['FUZZ'];
const runs = [
  { project: 'unit', file: 'tests/unit/fuzz-parsers.test.ts', values: count ?? '20000' },
  { project: 'browser', file: 'tests/browser/fuzz.test.ts', values: count ?? '600' },
];
let passed = 0;
for (const { project, file, values } of runs) {
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', project, '--testTimeout', '600000', file], {
    stdio: 'inherit',
    env: { ...process.env, FUZZ: values },
  });
  if (status === 0) passed += 1;
  else process.exitCode = 1;
}
reportPart({ passed, failed: runs.length - passed });
