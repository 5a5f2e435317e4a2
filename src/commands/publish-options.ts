/** What `publish` and `rollback` are told, and what keeps them from writing. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError, tellRefused } from './operator-error.ts';
import type { PublishedName, Switch } from './published.ts';

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

/**
 * Makes the folder that is published into, and that of its versions, where they are not there. Each by itself: asked for a whole path, Node tries for
 * ever where the system has no files (`/proc`).
 */
export function makePlace(to: string): void {
  for (const folder of [to, join(to, 'versions')]) {
    if (existsSync(folder)) continue;
    try {
      mkdirSync(folder);
    } catch (error) {
      if (tellRefused(error) !== undefined) throw placeProblem(to, error);
      throw new OperatorError(
        `${folder} 建不了（${error instanceof Error ? error.message : String(error)}）。请写一块磁盘上的文件夹，如 /srv/kb 。`,
      );
    }
  }
}

/** Throws when the folder edition is not made of the site that is published with it: it is kept from an earlier build, or was never made. */
export function requireSameBuild(site: string, folder: string): void {
  const [made, other] = [site, folder].map((place) => {
    const facts = join(place, 'data/build.json');
    return existsSync(facts) ? readFileSync(facts, 'utf8') : '';
  });
  if (other === '') throw new OperatorError('还没有生成文件夹版，请先运行 npm run build:folder，或者去掉 --built 。');
  if (made !== other)
    throw new OperatorError('dist-folder 不是由现在的 dist 写出的，两版内容不同。请运行 npm run build:folder，或者去掉 --built 。');
}

/** What a switch has taken away, as a sentence; `before` and `after` are the editions that stood in `to`. */
export function tellWithdrawn(to: string, before: readonly PublishedName[], after: readonly PublishedName[]): string | undefined {
  if (!before.includes('folder') || after.includes('folder')) return undefined;
  return `注意：这一版没有文件夹版，${join(to, 'folder')} 撤下了，从那里打开的人现在打不开。要留着它：在 content/site.yaml 的 editions 里写上“文件夹版”再发布，或者退到有它的一版。`;
}

/** A refusal of the system as a sentence for whoever published. */
export function placeProblem(to: string, error: unknown): unknown {
  const reason = tellRefused(error);
  return reason === undefined ? error : new OperatorError(`${to} 写不进去：${reason}`);
}
