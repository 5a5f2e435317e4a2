/** Which code and content a site is made of: the version of the project, the commit, and the time of the commit, never that of the clock. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeVersion } from '../export/write-data.ts';

/** Beside `package.json` of a project that came as a bundle, in place of git: what `codeVersion` said where the bundle was made. */
export const VERSION_FILE = 'bundle-version.json';

/** The version of the project at `root`. `SOURCE_DATE_EPOCH` (seconds) sets another time; what is not known is `null`. */
export function codeVersion(root: string): CodeVersion {
  const { version } = readJson(join(root, 'package.json')) as { version: string };
  const bundled = existsSync(join(root, VERSION_FILE)) ? (readJson(join(root, VERSION_FILE)) as CodeVersion) : undefined;
  const known = fromGit(root) ?? bundled ?? { commit: null, isChanged: false, time: null };
  const epoch = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN);
  const time = Number.isFinite(epoch) ? isoTime(epoch * 1000) : known.time;
  return { code: version, commit: known.commit, isChanged: known.isChanged, time };
}

function fromGit(root: string): Pick<CodeVersion, 'commit' | 'isChanged' | 'time'> | undefined {
  const top = git(root, 'rev-parse', '--show-toplevel');
  // A copy that lies somewhere below another repository is none of its commits.
  if (top === undefined || realpathSync(top) !== realpathSync(root)) return undefined;
  const [commit, seconds] = git(root, 'log', '-1', '--format=%H %ct')?.split(' ') ?? [];
  if (!commit) return undefined;
  return { commit, isChanged: git(root, 'status', '--porcelain') !== '', time: isoTime(Number(seconds) * 1000) };
}

function git(root: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout.trim() : undefined;
}

/** To the second, as commits are dated. */
function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
