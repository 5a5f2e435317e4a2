/**
 * `npm run bundle`: one archive for a machine without a network, with all that building, checking, editing and serving want: the code, the content,
 * the packages that are not for tests, the Node that this runs under, checksums, and one page of instruction. `--out FILE` names the archive.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, cp, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { writeChecksums } from '../export/checksums.ts';
import { checkLibrary } from '../lint/check-content.ts';
import { formatIssues } from '../lint/report.ts';
import { settings } from '../site.ts';
import { openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { unitsFolder } from '../store/units.ts';
import { bundleInstruction, productionPackages, PROJECT_PARTS, SHELL_LAUNCHER, WINDOWS_LAUNCHER } from './bundle-parts.ts';
import type { InstalledPackages } from './bundle-parts.ts';
import { codeVersion, VERSION_FILE } from './code-version.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { startProgress } from './progress.ts';
import { readArguments } from './read-arguments.ts';
import { workFolders } from './release.ts';
import { requireNamedAddress, requireSettings } from './settings.ts';
import { today } from './today.ts';

const PLATFORM = `${process.platform.replace('win32', 'win')}-${process.arch}`;

/** Makes the archive of the project at `root`; `false` when its content has errors. */
async function bundle(root: string): Promise<boolean> {
  const { values } = readArguments({ options: { out: { type: 'string' }, local: { type: 'boolean', default: false } } });
  requireSettings();
  requireNamedAddress(values.local);
  const progress = startProgress();
  progress.step('检查内容');
  const { archive, read } = workFolders(root);
  const content = contentFolder(root);
  const { issues, errorCount } = checkLibrary(await openLibrary(content, read), today());
  if (errorCount > 0) {
    console.error(formatIssues(issues));
    return false;
  }

  progress.step('收集文件');
  const version = codeVersion(root);
  const name = ['dandang', settings.unitCode, today().replaceAll('-', ''), PLATFORM].filter(Boolean).join('-');
  const stage = join(archive, name);
  await rm(archive, { recursive: true, force: true });
  await gatherProject(root, content, stage);
  await gatherPackages(root, stage);
  await writeFile(join(stage, VERSION_FILE), `${JSON.stringify(version, null, 1)}\n`);
  const made = `打包于 ${today()}，版本 ${version.code}，提交 ${version.commit ?? '不详'}${version.isChanged ? '（有没提交的改动）' : ''}`;
  await writeFile(join(stage, '说明.txt'), bundleInstruction(settings.name, PLATFORM, made));
  progress.step('写出校验清单');
  const { files } = await writeChecksums(stage);

  progress.step('压缩');
  const out = resolve(values.out ?? `${name}.tar.gz`);
  await pack(stage, out);
  await rm(archive, { recursive: true, force: true });
  progress.done(`${files} 个文件，${((await stat(out)).size / 1e6).toFixed(0)} MB，在 ${out}；解开以后先看里面的“说明.txt”`);
  return true;
}

async function gatherProject(root: string, content: string, stage: string): Promise<void> {
  for (const part of PROJECT_PARTS) {
    if (!existsSync(join(root, part))) continue;
    await mkdir(dirname(join(stage, part)), { recursive: true });
    await cp(join(root, part), join(stage, part), { recursive: true });
  }
  await cp(content, join(stage, 'content'), { recursive: true });
  // What a portal has fetched of other units, which nobody can fetch there.
  const units = unitsFolder(root);
  if (existsSync(units)) await cp(units, join(stage, 'units'), { recursive: true });
  const runtime = join(stage, 'runtime', basename(process.execPath));
  await mkdir(dirname(runtime), { recursive: true });
  await linkOrCopy(process.execPath, runtime);
  const [launcher, text] = process.platform === 'win32' ? ['kb.cmd', WINDOWS_LAUNCHER] : ['kb', SHELL_LAUNCHER];
  await writeFile(join(stage, launcher), text);
  await chmod(join(stage, launcher), 0o755);
}

async function gatherPackages(root: string, stage: string): Promise<void> {
  const list = join(root, 'node_modules/.package-lock.json');
  const installed = await readFile(list, 'utf8').catch(() => {
    throw new OperatorError('node_modules 里没有安装记录（.package-lock.json），不知道装了哪些包。请在项目文件夹里运行 npm ci，再打包。');
  });
  for (const path of productionPackages(JSON.parse(installed) as InstalledPackages)) await linkTree(join(root, path), join(stage, path));
}

/** A package without the packages within it, which are listed by themselves. Links cost no room, and nothing here is changed. */
async function linkTree(from: string, to: string, isPackage = true): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const item of await readdir(from, { withFileTypes: true })) {
    if (isPackage && item.name === 'node_modules') continue;
    if (item.isDirectory()) await linkTree(join(from, item.name), join(to, item.name), false);
    else if (item.isFile()) await linkOrCopy(join(from, item.name), join(to, item.name));
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

/** Under another name until it is whole. */
async function pack(stage: string, out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const { status, error, stderr } = spawnSync('tar', ['-czf', `${out}.part`, '-C', dirname(stage), basename(stage)], { encoding: 'utf8' });
  if (error) throw new OperatorError('这台机器没有 tar 命令，打不成包。Linux、macOS 和 Windows 10 以后的系统都自带；请换一台打包。');
  if (status !== 0) throw new OperatorError(`打包没有成功：${stderr.trim()}`);
  await rename(`${out}.part`, out);
}

if (import.meta.main) {
  const made = await bundle(process.cwd()).catch((error: unknown) => {
    printFailure(error);
    return false;
  });
  if (!made) {
    console.error('没有打包。');
    process.exitCode = 1;
  }
}
