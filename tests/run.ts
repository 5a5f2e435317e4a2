/**
 * `npm test`: every check of the project, one stage after another, none hidden by another's failure.
 * `npm run check` (`node tests/run.ts check`): only what needs no build. The last line is `N passed, N failed`, and the exit code agrees.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from './support/chromium.ts';
import { runNode, runTool } from './support/run-tool.ts';
import type { Outcome } from './support/run-tool.ts';
import { runTests } from './support/run-tests.ts';

interface Stage {
  name: string;
  run(): Promise<Outcome>;
}

/** Of a failed stage's output. */
const SHOWN_LINES = 300;

const FORMATTED = ['src', 'tests', '*.{js,mjs,ts,json}', '.*.json'];

const reports = await mkdtemp(join(tmpdir(), 'tests-'));

const checks: Stage[] = [
  { name: '类型 astro check', run: () => runTool('astro', ['check', '--minimumFailingSeverity', 'hint']) },
  // The scripts that browsers run, held to the language that the oldest of them knows.
  { name: '旧浏览器的语言 tsc', run: () => runNode(['node_modules/typescript/bin/tsc', '--project', 'src/elements', '--noEmit']) },
  { name: '代码 eslint', run: () => runTool('eslint', ['.', '--max-warnings', '0']) },
  { name: '样式 stylelint', run: () => runTool('stylelint', ['src/**/*.css', '--max-warnings', '0']) },
  { name: '格式 prettier', run: () => runTool('prettier', ['--check', ...FORMATTED, '--log-level', 'warn']) },
  { name: '内容 check:content', run: () => runNode(['src/commands/check-content.ts']) },
];

let isBuilt = false;

const tests: Stage[] = [
  { name: '单元与规则测试', run: () => runTests('unit', reports) },
  { name: '生成的规矩：不外连、不丢站', run: () => runTests('builds', reports) },
  { name: '生成网站 build', run: buildSite },
  { name: '成品：HTML、链接、数据', run: () => onBuiltSite(() => runTests('dist', reports)) },
  { name: '真实浏览器', run: () => onBuiltSite(() => testInBrowser('browser')) },
  { name: '真实的服务器：nginx、子路径、python3', run: () => onBuiltSite(() => testInBrowser('hosting')) },
];

const stages = process.argv[2] === 'check' ? checks : [...checks, ...tests];
const total = { passed: 0, failed: 0 };
const began = performance.now();
for (const [index, stage] of stages.entries()) await runStage(stage, index + 1);
await rm(reports, { recursive: true, force: true });
console.log(`共用 ${seconds(began)} 秒`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runStage(stage: Stage, position: number): Promise<void> {
  console.log(`[${position}/${stages.length}] ${stage.name}……`);
  const started = performance.now();
  const { passed, failed, output } = await stage
    .run()
    .catch((error: unknown): Outcome => ({ passed: 0, failed: 1, output: String(error) }));
  if (failed > 0) console.log(tail(output));
  console.log(`      ${failed > 0 ? '未通过' : '通过'}：${passed} 项通过，${failed} 项失败，${seconds(started)} 秒`);
  total.passed += passed;
  total.failed += failed;
}

async function buildSite(): Promise<Outcome> {
  const outcome = await runNode(['src/commands/build.ts']);
  isBuilt = outcome.failed === 0;
  return outcome;
}

/** What an older `dist/` would say about this code is worth nothing: without a build the stage has failed. */
async function onBuiltSite(run: () => Promise<Outcome>): Promise<Outcome> {
  return isBuilt ? run() : { passed: 0, failed: 1, output: '网站没有生成，这一项无从测起。' };
}

async function testInBrowser(project: string): Promise<Outcome> {
  const path = requireChromium((line) => {
    console.log(`      ${line}`);
  });
  return runTests(project, reports, { CHROMIUM_PATH: path });
}

/** The end of a long account, where tools put their summary. */
function tail(output: string): string {
  const lines = output.trimEnd().split('\n');
  return lines.length > SHOWN_LINES
    ? [`（前面还有 ${lines.length - SHOWN_LINES} 行）`, ...lines.slice(-SHOWN_LINES)].join('\n')
    : lines.join('\n');
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
