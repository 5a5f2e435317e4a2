/**
 * `npm run test:nightly`: what `npm test` samples, whole; an hour and more. `npm run test:nightly -- access html` runs these parts alone. Each part that
 * came to an end is written into `tests/evidence.json`, which the pages 无障碍说明 and 浏览器 read: commit it. A part that cannot be run has failed, and
 * what it needs is named; its older record stays. The last line is `N passed, N failed`, counted in parts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVIDENCE_NAMES, evidenceSchema } from '../../src/schema/evidence.ts';
import type { Evidence, EvidenceName } from '../../src/schema/evidence.ts';
import { EVIDENCE_FILE, readEvidence } from '../../src/store/evidence.ts';
import { requireChromium } from '../support/chromium.ts';
import { requireNginx } from '../support/nginx.ts';
import { requireApache, requireCaddy } from '../support/web-servers.ts';
import { NO_INSTALL } from '../support/packages.ts';
import { readReport, reportingInto } from '../support/part-report.ts';
import type { PartReport } from '../support/part-report.ts';
import { commandOf } from '../support/run-tool.ts';
import { countTests } from '../support/run-tests.ts';
import type { TestReport } from '../support/run-tests.ts';

interface Part {
  title: string;
  /** Programs that it cannot do without; throws what to do when one cannot be had. */
  needs?: ((say: (line: string) => void) => string)[];
  /** Reads the built site. */
  onSite?: boolean;
  run: (report: string) => Promise<PartReport | undefined>;
}

const ROOT = join(import.meta.dirname, '../..');

const PARTS: Record<EvidenceName, Part> = {
  access: {
    title: '每一个页面：axe、320 像素宽、控件的中文名称',
    needs: [requireChromium],
    onSite: true,
    run: (report) => command(report, 'tests/access/run.ts'),
  },
  html: {
    title: '每一个页面的 HTML',
    onSite: true,
    run: (report) => vitest(report, 'dist', ['tests/dist/html.test.ts'], { ALL_PAGES: '1' }),
  },
  search: {
    title: '每一个名称的检索条数和先后，500 次检索所说的话，两套引擎几千个词句查得一样，几个单位合起来查得一条不差',
    onSite: true,
    run: (report) =>
      vitest(
        report,
        'dist',
        ['exact', 'says', 'agreement', 'units'].map((name) => `tests/dist/search-${name}.test.ts`),
        { ALL_NAMES: '1' },
      ),
  },
  kinds: {
    title:
      '每一类页面：全部宽度，以及键盘、放大、强制颜色、关闭脚本、每一种文字的对比度；读者和编辑在浏览器里做的每一件事；两套引擎查得一样，缺了哪个文件都说明',
    needs: [requireChromium],
    onSite: true,
    run: (report) => vitest(report, 'browser', [], { ALL_WIDTHS: '1', ALL_NAMES: '1', ALL_LOOKS: '1' }),
  },
  hosting: {
    title: '每一类页面经过 nginx；全部内容放在子路径下；Caddy 和 Apache',
    needs: [requireChromium, requireNginx, requireCaddy, requireApache],
    onSite: true,
    run: (report) => vitest(report, 'hosting', [], { ALL_KINDS: '1' }),
  },
  content: {
    title: '条目与标准 MDX 一致；编辑器里的提示和保存；增长的内容；手册里的命令，发布和退回',
    run: (report) => vitest(report, 'nightly', []),
  },
  mutations: {
    title: '真实条目各种写坏的写法，恶意文件；两种读法读每个文件都一样；每个案例同提到它的每个条目放在一起，学员材料不露结果',
    run: (report) =>
      vitest(
        report,
        'unit',
        ['content/hostile', 'content/mutations', 'content/booklets', 'unit/plain-yaml'].map((name) => `tests/${name}.test.ts`),
        {
          MUTATIONS: '100',
          ALL_PAIRS: '1',
        },
      ),
  },
  fuzz: {
    title: '随机和恶意的网址、保存内容',
    needs: [requireChromium],
    onSite: true,
    run: (report) => command(report, 'tests/fuzz/run.ts'),
  },
  browsers: { title: '浏览器约定里的每一种浏览器', onSite: true, run: (report) => command(report, 'tests/old-browsers/run.ts') },
  judges: {
    title: 'W3C 检查器、响应头、Lighthouse',
    needs: [requireChromium, requireNginx],
    onSite: true,
    run: (report) => command(report, 'tests/judges/run.ts'),
  },
  reproducible: { title: '换时区、语言、日期、文件夹，断网，逐字节比较', run: (report) => command(report, 'tests/reproducible/run.ts') },
  kills: { title: '随机时刻中止生成、发布、退回和换共同库的包', run: (report) => command(report, 'tests/kills/run.ts') },
  bundle: { title: '离线包：断网、服务账号、没有主目录，照说明走一遍', run: (report) => command(report, 'tests/bundle/run.ts') },
  citations: { title: '每一部作品的著录与公开的 GB/T 7714 样式', run: (report) => command(report, 'tests/papers/citations.ts') },
  office: { title: '每一个 Word、Excel、PPTX 文件的格式', run: (report) => command(report, 'tests/papers/office.ts') },
  build: { title: '生成要用的时间和内存', run: (report) => command(report, 'tests/bench/build/run.ts') },
};

const asked = readArguments(process.argv.slice(2));
const evidence = readEvidence(ROOT);
const commit = git('rev-parse', 'HEAD');
const isChanged = git('status', '--porcelain', '--', ':/', `:!${EVIDENCE_FILE}`) !== '';
const folder = await mkdtemp(join(tmpdir(), 'nightly-'));
// Copies of the project that tests build would fill the folder in which commands keep compiled code.
process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
const lost: string[] = [];

console.log(
  `提交 ${commit.slice(0, 7)}${isChanged ? '（有没提交的改动）' : ''}，${asked.length} 部分，本机负载 ${loadavg()[0]?.toFixed(1)}`,
);
const isBuilt = !asked.some((name) => PARTS[name].onSite) || (await buildSite());
for (const [index, name] of asked.entries()) await runPart(name, index + 1);
await rm(folder, { recursive: true, force: true });

console.log(`记录写在 ${EVIDENCE_FILE}，请提交。`);
for (const line of lost) console.log(`没有通过：${line}`);
console.log(`${asked.length - lost.length} passed, ${lost.length} failed`);
process.exitCode = lost.length > 0 ? 1 : 0;

function readArguments(args: readonly string[]): EvidenceName[] {
  if (args.includes('--no-install')) process.env[NO_INSTALL] = '1';
  const names = args.filter((arg) => arg !== '--no-install');
  const unknown = names.find((name) => !EVIDENCE_NAMES.some((known) => known === name));
  if (unknown === undefined) return EVIDENCE_NAMES.filter((name) => names.length === 0 || names.includes(name));
  const list = EVIDENCE_NAMES.map((name) => `  ${name.padEnd(13)} ${PARTS[name].title}`).join('\n');
  console.error(`没有叫“${unknown}”的部分。可以写的有（不写就全做）：\n${list}`);
  return process.exit(2);
}

async function buildSite(): Promise<boolean> {
  console.log('生成网站……');
  return (await aloud(['src/commands/build.ts'], {})) === 0;
}

async function runPart(name: EvidenceName, position: number): Promise<void> {
  const { title, needs = [], onSite = false, run } = PARTS[name];
  console.log(`\n[${position}/${asked.length}] ${name}：${title}`);
  const began = performance.now();
  try {
    if (onSite && !isBuilt) throw new Error('网站没有生成，无从测起。');
    for (const need of needs) need(say);
    const report = await run(join(folder, `${name}.json`));
    if (!report) throw new Error('没有做完，原因见上面的输出；记录没有改。');
    await keep(name, report, (performance.now() - began) / 1000);
    if (report.failed > 0) lost.push(`${name}：${report.failed} 项`);
    console.log(`      ${report.failed > 0 ? '未通过' : '通过'}：${report.passed} 项通过，${report.failed} 项失败`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    lost.push(`${name}：${reason}`);
    console.log(`      未通过：${reason}`);
  }
}

/** Written after each part: a night that is cut short has proved what it proved. */
async function keep(name: EvidenceName, report: PartReport, seconds: number): Promise<void> {
  const part = { at: new Date().toISOString(), commit, isChanged, ...report, seconds: Math.round(seconds) };
  const whole = evidenceSchema.parse({ ...evidence, [name]: part });
  Object.assign(evidence, whole);
  const sorted: Evidence = Object.fromEntries(EVIDENCE_NAMES.flatMap((known) => (whole[known] ? [[known, whole[known]]] : [])));
  await writeFile(join(ROOT, EVIDENCE_FILE), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** A command of its own: what it reports, or only whether it was content. */
async function command(report: string, script: string): Promise<PartReport | undefined> {
  const code = await aloud([script], reportingInto(report));
  const read = readReport(report);
  if (read) return { ...read, failed: read.failed === 0 && code !== 0 ? 1 : read.failed };
  return undefined;
}

async function vitest(report: string, project: string, files: readonly string[], env: Record<string, string> = {}) {
  const args = ['run', '--project', project, '--reporter', 'default', '--reporter', 'json', '--outputFile.json', report, ...files];
  const code = await aloud([commandOf('vitest'), ...args], env);
  const read = readReport(report) as unknown as TestReport | undefined;
  if (!read) return undefined;
  const { passed, failed } = countTests(read);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Runs a script of the project and shows what it says while it says it. */
function aloud(args: readonly string[], env: Record<string, string>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1', ...env }, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

function say(line: string): void {
  console.log(`      ${line}`);
}

function git(...args: string[]): string {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  console.error('这里不是 git 仓库：记录要写明测的是哪一个提交，所以没有做。');
  return process.exit(1);
}
