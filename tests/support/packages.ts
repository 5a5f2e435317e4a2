/** Programs that the tests need beside Node, from the packages of the system. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The packages that hold a program, by the system's own manager. */
export interface Packages {
  apt: readonly string[];
  dnf?: readonly string[];
  brew?: readonly string[];
}

/** Set by `--no-install`: nothing is installed, and what is missing is a failure that names the command. */
export const NO_INSTALL = 'TESTS_NO_INSTALL';

/** What this machine says about how to get packages. */
interface Machine {
  platform: NodeJS.Platform;
  has(command: string): boolean;
  isRoot: boolean;
}

const THIS_MACHINE: Machine = {
  platform: process.platform,
  has: (command) => existsSync(`/usr/bin/${command}`),
  isRoot: process.getuid?.() === 0,
};

/** The command that installs packages on a machine, for a person to run; `undefined` where there is none that we know. */
export function installCommand({ apt, dnf, brew }: Packages, machine = THIS_MACHINE): string | undefined {
  const sudo = machine.isRoot ? '' : 'sudo ';
  if (machine.platform === 'darwin') return brew && `brew install ${brew.join(' ')}`;
  if (machine.platform !== 'linux') return undefined;
  if (machine.has('apt-get')) return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${apt.join(' ')}`;
  return dnf && machine.has('dnf') ? `${sudo}dnf install -y ${dnf.join(' ')}` : undefined;
}

/** Whether packages may and can be installed without asking: on Debian and its kin, unless `--no-install` was given. */
export function mayInstall(machine = THIS_MACHINE): boolean {
  return process.env[NO_INSTALL] === undefined && machine.platform === 'linux' && machine.has('apt-get');
}

/** Says that a program is missing and what installs it. */
export function missing(program: string, packages: Packages): string {
  const command = installCommand(packages);
  const remedy = command ? `请运行 ${command}` : `请自行安装（Debian 里的软件包叫 ${packages.apt.join('、')}）`;
  return `本机没有 ${program}，这一项没有测。${remedy}，再测一次。`;
}

/** Installs packages as root, by itself or by `sudo` without a password. Throws the reason, with the command to run, when it may not or cannot. */
export function installPackages(program: string, packages: Packages): void {
  if (!mayInstall()) throw new Error(missing(program, packages));
  const root = THIS_MACHINE.isRoot ? [] : ['sudo', '-n'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages.apt]]) {
    const [command = '', ...rest] = [...root, 'apt-get', ...args];
    const { status, stderr, error } = spawnSync(command, rest, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`${missing(program, packages)}\n自动安装没有成：${error?.message ?? stderr}`);
  }
}
