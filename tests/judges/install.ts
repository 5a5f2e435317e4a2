/** Fetches the judges from the npm registry, as their own lock file has them, into a folder that the product does not know. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installWithApt } from '../support/apt.ts';

const HERE = import.meta.dirname;

/** Where the judges are kept for the next time. */
export const JUDGES = join(HERE, '../../.build/judges');

/** Installs the judges unless they are there as locked; `say` gets each thing done. Throws what npm said when it cannot. */
export function installJudges(say: (line: string) => void): void {
  const lock = readFileSync(join(HERE, 'package-lock.json'), 'utf8');
  const installed = join(JUDGES, 'installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  say(`从 npm 取来外部检查工具（vnu、Lighthouse），放在 ${JUDGES}，约 200 MB……`);
  mkdirSync(JUDGES, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(HERE, name), join(JUDGES, name));
  const { status, stderr, error } = spawnSync('npm', ['ci', '--prefix', JUDGES, '--ignore-scripts', '--no-audit', '--no-fund'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci 没有装上外部检查工具：\n${error?.message ?? stderr}`);
  writeFileSync(installed, lock);
}

/** Java, which the W3C checker runs on; installs Debian's when there is none. */
export function requireJava(say: (line: string) => void): void {
  if (spawnSync('java', ['-version']).status === 0) return;
  say('本机没有 Java，用 apt-get 安装 Debian 的 default-jre-headless……');
  installWithApt(['default-jre-headless']);
}
