/** Fetches the judges from the npm registry, and Java from Debian. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installPackages } from '../support/packages.ts';
import { installLocked } from '../support/locked-packages.ts';

/** Where the judges are kept for the next time. */
export const JUDGES = join(import.meta.dirname, '../../.build/judges');

/** Installs the judges unless they are there as locked; `say` gets each thing done. Throws what npm said when it cannot. */
export function installJudges(say: (line: string) => void): void {
  installLocked(import.meta.dirname, JUDGES, '外部检查工具（vnu、Lighthouse，约 200 MB）', say);
}

/** Java, which the W3C checker runs on; installs Debian's when there is none. */
export function requireJava(say: (line: string) => void): void {
  if (spawnSync('java', ['-version']).status === 0) return;
  say('本机没有 Java，用 apt-get 安装 Debian 的 default-jre-headless……');
  installPackages('Java', { apt: ['default-jre-headless'], dnf: ['java-latest-openjdk-headless'], brew: ['openjdk'] });
}
