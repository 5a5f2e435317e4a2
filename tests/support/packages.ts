/** Installs what the tests need beside Node, on Debian and its kin. */
import { spawnSync } from 'node:child_process';

/** Installs Debian packages as root, by itself or by `sudo` without a password. Throws what `apt-get` said when it cannot. */
export function installWithApt(packages: readonly string[]): void {
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const [command = '', ...rest] = [...root, 'apt-get', ...args];
    const { status, stderr, error } = spawnSync(command, rest, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0)
      throw new Error(`装不上 ${packages.join('、')}：${[...root, 'apt-get', ...args].join(' ')}\n${error?.message ?? stderr}`);
  }
}
