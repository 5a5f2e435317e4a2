/**
 * `npm run rollback -- --to DIR`: leads the server back to the version that was there before, in a moment and without a build. `--version NAME` (or
 * its first digits) goes to another, `--list` only tells which there are.
 */
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { lockFolder } from './build-lock.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { placeProblem, readSwitch, requireTo, shellWord, tellWithdrawn } from './publish-options.ts';
import { editionsShown, finishSwitch, listVersions, rollBack } from './published.ts';
import type { Version } from './published.ts';
import { readArguments } from './read-arguments.ts';

async function rollback(): Promise<void> {
  const { values } = readArguments({
    options: {
      to: { type: 'string' },
      version: { type: 'string' },
      list: { type: 'boolean', default: false },
      switch: { type: 'string' },
    },
  });
  const to = requireTo(values.to, 'rollback');
  if (!existsSync(join(to, 'versions')))
    throw new OperatorError(`${to} 里没有发布过的版本（没有 versions 文件夹）。请看 --to 写得对不对。`);
  const wanted = readSwitch(values.switch);
  const unlock = await lockFolder(join(to, 'versions'), '发布').catch((error: unknown) => {
    throw placeProblem(to, error);
  });
  try {
    if (values.list) {
      await finishSwitch(to);
      for (const version of await listVersions(to)) console.log(lineOf(version));
      return;
    }
    const before = editionsShown(to);
    const name = await rollBack(to, values.version, wanted);
    const withdrawn = tellWithdrawn(to, before, editionsShown(to));
    if (withdrawn !== undefined) console.warn(withdrawn);
    console.log(`服务器上现在是 ${name}。再看有哪些版本：npm run rollback -- --to ${shellWord(values.to ?? '')} --list`);
  } catch (error) {
    throw placeProblem(to, error);
  } finally {
    await unlock();
  }
}

function lineOf({ name, isCurrent, facts }: Version): string {
  const { version, commit, isChanged } = (facts?.build ?? {}) as { version?: string; commit?: string | null; isChanged?: boolean };
  const changed = isChanged ? '（另有没有提交的改动）' : '';
  const told = facts
    ? `北京时间 ${localTime(facts.published)} 发布，内容 ${version ?? '不详'}，提交 ${commit?.slice(0, 10) ?? '不详'}${changed}`
    : '没有说明';
  return `${isCurrent ? '现在 → ' : '       '}${name}  ${told}`;
}

/** By the clock by which the versions are named. */
function localTime(published: string): string {
  const date = new Date(published);
  if (Number.isNaN(date.getTime())) return published;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(date);
}

await rollback().catch((error: unknown) => {
  printFailure(error);
  process.exitCode = 1;
});
