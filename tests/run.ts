/**
 * `npm test`: all that a change needs, three stages at a time, none hidden by another's failure. `npm run check`
 * (`tests/run.ts check`): only what needs no build. `--no-install` installs nothing, `--all` proves again what is unchanged since it was proved. The last
 * line is `N passed, N failed`, and the exit code agrees.
 */
import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { today } from '../src/commands/today.ts';
import { CHROMIUM_PACKAGES, findChromium, requireChromium } from './support/chromium.ts';
import { ageOf, evidenceLines } from './support/evidence-age.ts';
import { findNginx, NGINX_PACKAGES, requireNginx } from './support/nginx.ts';
import { mayInstall, missing, NO_INSTALL } from './support/packages.ts';
import type { Packages } from './support/packages.ts';
import { CODE, hashFiles, unlessProved, versionAt } from './support/proved.ts';
import { runTests } from './support/run-tests.ts';
import { runNode, runTool } from './support/run-tool.ts';
import { runStages } from './support/stages.ts';
import type { Stage, StageReport } from './support/stages.ts';

/** A program beside Node without which some stages cannot be tried. */
interface Program {
  name: string;
  packages: Packages;
  find: () => string | undefined;
  require: (say: (line: string) => void) => string;
}

const CHROMIUM: Program = { name: 'Chromium', packages: CHROMIUM_PACKAGES, find: findChromium, require: requireChromium };
const NGINX: Program = { name: 'nginx', packages: NGINX_PACKAGES, find: findNginx, require: requireNginx };

/** Each waits now and then, for a browser, a disk or a clock: on two processors three are over sooner than two. */
const AT_ONCE = 3;
/** A stage of its own, since it takes as long as all that readers do. */
const PAGE_KINDS = 'tests/browser/every-page.test.ts';
/** What the night has whole; of several units the index that Node asks stands for their servers by day (`tests/dist/search-units.test.ts`). */
const BY_NIGHT = ['browser/fuzz', 'browser/search-engines', 'hosting/units'].map((name) => `tests/${name}.test.ts`);
const ACTS = filesByDay('browser');
const SERVERS = filesByDay('hosting');
/** Of a failed stage's output. */
const SHOWN_LINES = 300;
/** What is written for readers, editors and newcomers. */
const WORDS = ['content/**', 'public/**', '*.md', '.vscode/**', '.editorconfig', '.ci/**'];
const FORMATTED = ['src', 'tests', '*.{js,mjs,ts,json}', '.*.json'];
/** What the one formatter does not read, the other does. */
const FORMATTED_BY_PRETTIER = ['src/**/*.astro'];
const PRETTIER_CACHE = ['--cache', '--cache-strategy', 'content', '--cache-location', '.build/tests/prettier'];

const began = performance.now();
const asked = readArguments(process.argv.slice(2));
const reports = await mkdtemp(join(tmpdir(), 'tests-'));
const lacking = new Map<Program, string>();

const BUILD = '生成网站 build';
const TYPES = '页面的类型 astro check';

/** What tells within seconds that there is no need to go on; the content is read by then, and is checked a second time in a second. */
const quick: Stage[] = [
  { name: '内容 check:content', after: [BUILD], run: () => runNode(['src/commands/check-content.ts']) },
  { name: '样式 stylelint', run: () => runTool('stylelint', ['src/**/*.css', '--max-warnings', '0']) },
  ofCode({ name: '模块的来路 eslint', run: () => runTool('eslint', ['.', '--max-warnings', '0']) }),
  // The scripts that browsers run, held to the language that the oldest of them knows.
  ofCode({
    name: '旧浏览器的语言 tsc',
    run: () => runNode(['node_modules/typescript/bin/tsc', '--project', 'src/elements', '--noEmit']),
  }),
];

const slow: Stage[] = [
  // It writes the types that Astro makes, as a build does, and the next one reads them.
  ofCode({
    name: TYPES,
    after: [BUILD],
    run: () => runTool('astro', ['check', '--minimumFailingSeverity', 'hint', '--tsconfig', 'tsconfig.astro.json']),
  }),
  ofCode({ name: '代码的类型与写法 oxlint', after: [TYPES], run: () => runTool('oxlint', []) }),
];

const FORMAT: Stage[] = [
  { name: '格式 oxfmt', run: () => runTool('oxfmt', ['--check', ...FORMATTED]) },
  {
    name: '页面的格式 prettier',
    run: () => runTool('prettier', ['--check', ...FORMATTED_BY_PRETTIER, '--log-level', 'warn', ...PRETTIER_CACHE]),
  },
];

/** In the order in which they begin: what others wait for and what takes long first, so that the last to end is a short one. */
const stages: Stage[] = asked.checksOnly
  ? [...quick, ...slow, ...FORMAT]
  : [
      { name: BUILD, run: () => runNode(['src/commands/build.ts']) },
      ...quick,
      ofSite({ name: '真实的服务器：nginx、子路径、python3', run: () => inBrowser('hosting', SERVERS, [NGINX]) }, [CHROMIUM, NGINX]),
      ofContent({ name: '单元与规则测试', run: () => runTests('unit', reports) }),
      ofSite({ name: '真实浏览器：读者做的事', run: () => inBrowser('browser', ACTS) }, [CHROMIUM]),
      ...slow,
      ofSite({ name: '真实浏览器：逐类页面', run: () => inBrowser('browser', [PAGE_KINDS]) }, [CHROMIUM]),
      ofCode({ name: '生成的规矩：不外连、不丢站', run: () => runTests('builds', reports) }),
      ofSite({ name: '成品：HTML、链接、数据、检索', run: () => runTests('dist', reports) }),
      ...FORMAT,
    ];

// Thirty processes compile the same packages. Copies of the project that tests build would fill the folder in which commands keep compiled code.
process.env['NODE_COMPILE_CACHE'] = join(reports, 'compiled');
// Stages wait for more than the processor: of three at once each may have half of the machine.
process.env['TEST_WORKERS'] = String(Math.max(1, Math.floor(availableParallelism() / 2)));
console.log(`Node ${process.versions.node}（${process.execPath}），${availableParallelism()} 个处理器，${AT_ONCE} 项同时做`);
if (!asked.checksOnly) lookForPrograms();

const done = await runStages(stages, AT_ONCE, { ends: tell });
await rm(reports, { recursive: true, force: true });
if (!asked.checksOnly) for (const line of evidenceLines(new Date())) console.log(line);
console.log(`共用 ${seconds((performance.now() - began) / 1000)} 秒`);
const failed = sum(done.map((report) => report.failed));
const known = done.filter(({ provedAt }) => provedAt !== undefined);
if (known.length > 0)
  console.log(
    `其中 ${sum(known.map((report) => report.passed))} 项（${known.length} 个阶段）没有再测：它们所依据的代码、内容、网站和程序，同上次通过时一字不差。全部再测用 npm test -- --all。`,
  );
console.log(`${sum(done.map((report) => report.passed))} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function readArguments(args: readonly string[]): { checksOnly: boolean; all: boolean } {
  const unknown = args.find((arg) => !['check', '--no-install', '--all'].includes(arg));
  if (unknown !== undefined) {
    console.error(`不认识“${unknown}”。可以写：--no-install（什么都不装）、--all（没有改动的也重测）。只测一个文件见 CONTRIBUTING.md。`);
    process.exit(2);
  }
  // Without `--` before it npm keeps the argument for itself, and says so in the environment.
  if (args.includes('--no-install') || process.env['npm_config_install'] === '') process.env[NO_INSTALL] = '1';
  return { checksOnly: args.includes('check'), all: args.includes('--all') };
}

/** Says what is there and what is about to be installed, and how to keep it from that; then installs. */
function lookForPrograms(): void {
  const programs = [CHROMIUM, NGINX];
  for (const { name, packages, find } of programs) {
    const path = find();
    if (path) console.log(`${name}：${path}`);
    else if (mayInstall()) console.log(`${name}：没有，接下来用 apt-get 安装 Debian 的 ${packages.apt.join('、')}`);
    else console.log(`${name}：没有，什么都不装。${missing(name, packages)}`);
  }
  if (mayInstall() && programs.some(({ find }) => !find()))
    console.log('不要装：按 Ctrl+C，改用 npm test -- --no-install；用得着它们的几项就算没有通过，并写明要运行的命令。');
  for (const program of programs) {
    try {
      program.require((line) => {
        console.log(`      ${line}`);
      });
    } catch (error) {
      lacking.set(program, error instanceof Error ? error.message : String(error));
    }
  }
}

/** A stage whose outcome goes by the code alone, with what a build copies. */
function ofCode(stage: Stage): Stage {
  return unlessProved(stage, () => hashFiles([...CODE, 'public/**']), { isAnew: asked.all });
}

/** A stage whose outcome goes by the code, the content and the day alone. */
function ofContent(stage: Stage): Stage {
  return unlessProved(stage, () => hashFiles([...CODE, ...WORDS]) + today(), { isAnew: asked.all });
}

/** A stage whose outcome goes by the code, the content, the bytes of the built site and the programs alone, whatever the machine does meanwhile. */
function ofSite(stage: Stage, programs: readonly Program[] = []): Stage {
  // What an older `dist/` would say about this code is worth nothing: it waits for the build.
  const onSite = { ...stage, needs: [BUILD] };
  const versions = () => programs.map(({ find }) => versionAt(find())).join();
  return unlessProved(onSite, () => hashFiles([...CODE, ...WORDS, 'dist/**']) + versions(), { isAnew: asked.all });
}

/** The test files of a folder that no stage has for itself and the night does not have whole. */
function filesByDay(folder: string): string[] {
  const files = globSync(`tests/${folder}/*.test.ts`).map((file) => file.replaceAll('\\', '/'));
  return files.filter((file) => ![PAGE_KINDS, ...BY_NIGHT].includes(file));
}

async function inBrowser(project: string, files: readonly string[], besides: readonly Program[] = []) {
  const reasons = [CHROMIUM, ...besides].flatMap((program) => lacking.get(program) ?? []);
  if (reasons.length > 0) return { passed: 0, failed: 1, output: reasons.join('\n') };
  return runTests(project, reports, { files, env: { BY_DAY: '1', CHROMIUM_PATH: findChromium() ?? '' } });
}

function tell({ name, position, passed, failed: wrong, output, provedAt, seconds: took }: StageReport): void {
  console.log(`[${position}/${stages.length}] ${name}`);
  if (wrong > 0) console.log(tail(output));
  const how =
    provedAt === undefined
      ? `${seconds(took)} 秒`
      : `没有再测，${ageOf(provedAt, new Date())}（${provedAt.slice(0, 16).replace('T', ' ')} UTC）通过，此后没有改动`;
  console.log(`      ${wrong > 0 ? '未通过' : '通过'}：${passed} 项通过，${wrong} 项失败，${how}`);
}

/** The end of a long account, where tools put their summary. */
function tail(output: string): string {
  const lines = output.trimEnd().split('\n');
  return lines.length > SHOWN_LINES
    ? [`（前面还有 ${lines.length - SHOWN_LINES} 行）`, ...lines.slice(-SHOWN_LINES)].join('\n')
    : lines.join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function seconds(number: number): string {
  return number.toFixed(1);
}
