import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../..');
const GUARD = join(PROJECT, 'src/commands/guard.cjs');
const { missingPart, fitsNode } = createRequire(import.meta.url)(GUARD) as {
  missingPart: (root: string, main: string, version: string) => string | undefined;
  fitsNode: (version: string, range: string) => boolean;
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'guard-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A project that wants one package to build and one to test, with the given versions of them installed. */
function project(name: string, installed: Record<string, string> | undefined): string {
  const folder = join(root, name);
  mkdirSync(folder);
  const wanted = { engines: { node: '^22.18.0 || >=24.2.0' }, dependencies: { yaml: '2.9.1' }, devDependencies: { vitest: '5.1.1' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(wanted));
  for (const [packageName, version] of Object.entries(installed ?? {})) {
    const place = join(folder, 'node_modules', packageName);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ version }));
  }
  return folder;
}

describe('a command is kept from running', () => {
  test.each(['U盘 #1', 'kb?'])('in a folder whose name cannot stand in the address of a module: %s', (name) => {
    const folder = project(name, { yaml: '2.9.1' });
    const sign = name.includes('#') ? '#' : '?';
    expect(missingPart(folder, 'src/commands/build.ts', '24.21.0')).toBe(
      `项目文件夹的路径里有“${sign}”：${folder}。生成时会读错路径，请把文件夹移到没有这个字符的地方，或者改名。`,
    );
  });

  test('before anything is installed', () => {
    expect(missingPart(project('bare', undefined), 'src/commands/build.ts', '24.21.0')).toMatchInlineSnapshot(
      `"还没有安装依赖包（没有 node_modules 文件夹）。请在项目文件夹里运行 npm ci。"`,
    );
  });

  test('while a package has another version than the project asks for', () => {
    expect(missingPart(project('stale', { yaml: '2.8.0' }), 'src/commands/build.ts', '24.21.0')).toMatchInlineSnapshot(
      `"依赖包与 package.json 不符：yaml 要 2.9.1，装的是 2.8.0。请在项目文件夹里运行 npm ci。"`,
    );
  });

  test('when it is a test and the packages of tests are left out', () => {
    expect(missingPart(project('pruned-test', { yaml: '2.9.1' }), '/x/tests/run.ts', '24.21.0')).toMatchInlineSnapshot(
      `"依赖包与 package.json 不符：vitest 要 5.1.1，没有安装。请在项目文件夹里运行 npm ci。"`,
    );
  });

  test('under a Node that the project cannot use', () => {
    expect(missingPart(project('old', { yaml: '2.9.1' }), 'src/commands/build.ts', '20.20.2')).toMatchInlineSnapshot(
      `"Node 太旧或版本不合：现在是 20.20.2，要 22（22.18.0 起）或 24.2.0 以上（Linux 和 64 位 Windows 由 npm ci 一并装好；别的系统请从 nodejs.org 安装 Node 24）。"`,
    );
  });
});

test('a build runs without the packages of tests', () => {
  expect(missingPart(project('pruned-build', { yaml: '2.9.1' }), '/x/src/commands/build.ts', '24.21.0')).toBeUndefined();
});

test.for([
  ['12.9.0', false],
  ['22.17.9', false],
  ['22.18.0', true],
  ['23.9.0', false],
  ['24.1.0', false],
  ['24.2.0', true],
  ['26.0.0', true],
] as const)('Node %s fits: %s', ([version, fits]) => {
  expect(fitsNode(version, '^22.18.0 || >=24.2.0')).toBe(fits);
});

test('the guard ends the command with its sentence alone', () => {
  const folder = project('command', undefined);
  mkdirSync(join(folder, 'src/commands'), { recursive: true });
  writeFileSync(join(folder, 'src/commands/guard.cjs'), readFileSync(GUARD));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', './src/commands/guard.cjs', 'src/nothing.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  expect(stderr).toContain('npm ci');
});

test('every script starts with the guard', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const unguarded = Object.entries(scripts).filter(([, script]) => !script.startsWith('node -r ./src/commands/guard.cjs '));
  expect(unguarded).toEqual([]);
});
