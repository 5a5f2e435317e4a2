/** Packages that only a test or a bench needs: installed as their own lock file has them, into a folder that the product does not know. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Installs what the lock file in `from` names into the folder `into`, unless it is there as locked; `say` is told first. Throws what npm said when it cannot. */
export function installLocked(from: string, into: string, what: string, say: (line: string) => void): void {
  const lock = readFileSync(join(from, 'package-lock.json'), 'utf8');
  const installed = join(into, 'installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  say(`从 npm 取来${what}，放在 ${into}……`);
  mkdirSync(into, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(from, name), join(into, name));
  const { status, stderr, error } = spawnSync('npm', ['ci', '--prefix', into, '--ignore-scripts', '--no-audit', '--no-fund'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci 没有装上${what}：\n${error?.message ?? stderr}`);
  writeFileSync(installed, lock);
}
