/** What `publish` and `rollback` are told, and what keeps them from writing. */
import { resolve } from 'node:path';
import { OperatorError, tellRefused } from './operator-error.ts';
import type { Switch } from './published.ts';

/** The folder that `--to` names, as a whole path. */
export function requireTo(to: string | undefined, command: string): string {
  if (!to) throw new OperatorError(`请写明服务器上的文件夹：npm run ${command} -- --to /srv/kb （Windows 如 --to D:\\kb）。`);
  return resolve(to);
}

/** The way that `--switch` names; `undefined` when it is left out. */
export function readSwitch(written: string | undefined): Switch | undefined {
  if (written === undefined || written === 'link' || written === 'rename') return written;
  throw new OperatorError(`--switch 写的是“${written}”，只能是 link（链接）或者 rename（改名）。`);
}

/** A path as it is typed in a command. */
export function shellWord(path: string): string {
  return /^[\p{L}\p{N}\\/:._-]+$/u.test(path) ? path : `"${path}"`;
}

/** A refusal of the system as a sentence for whoever published. */
export function placeProblem(to: string, error: unknown): unknown {
  const reason = tellRefused(error);
  return reason === undefined ? error : new OperatorError(`${to} 写不进去：${reason}`);
}
