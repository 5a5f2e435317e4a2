/** One build at a time: two would write into the same work folder and mix. */
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { codeOf, OperatorError } from './operator-error.ts';
import { workFolders } from './release.ts';

/** Thrown when another build is at work. */
export class BuildLockedError extends OperatorError {}

/** Who builds; the lock file's age tells whether it still does. */
interface Holder {
  pid: number;
  host: string;
}

const SIGN_OF_LIFE = 5_000;
/** A build that has given no sign of life for so long is gone, whatever its process number says. */
const GONE_AFTER = 10 * 60_000;

/** Takes the lock of the project at `root` and gives the way to let go of it; a lock that a killed build left behind is taken over. */
export async function lockBuild(root: string): Promise<() => Promise<void>> {
  return lockFolder(workFolders(root).work, '生成');
}

/** The same for anything that changes one folder, called `what` (生成、发布). */
export async function lockFolder(folder: string, what: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  await mkdir(folder, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  if (!(await create(path, mine))) {
    await removeGone(path);
    if (!(await create(path, mine))) throw new BuildLockedError(explain(what, path, await readHolder(path)));
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), SIGN_OF_LIFE).unref();
  return async () => {
    clearInterval(beat);
    // A machine that slept so long that another has taken the lock over must not take that one's away.
    if ((await readFile(path, 'utf8').catch(() => '')) === mine) await rm(path, { force: true });
  };
}

/**
 * Removes a lock whose holder is gone. Of several that find it only one may: another would remove the lock that the first has made by then. So each
 * looks again once it is alone.
 */
async function removeGone(path: string): Promise<void> {
  const removing = `${path}-removing`;
  if (await isAlive(path, await readHolder(path))) return;
  // Whoever was ended while it was alone has left the mark.
  if (await isOlder(removing, SIGN_OF_LIFE)) await rm(removing, { force: true });
  if (!(await create(removing, ''))) return;
  try {
    if (!(await isAlive(path, await readHolder(path)))) await rm(path, { force: true });
  } finally {
    await rm(removing, { force: true });
  }
}

/** Makes the file, or says that it is there. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Nothing while the lock is being written, and for good when that was cut off. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Whether a file is there and has not been touched for so many milliseconds. */
async function isOlder(path: string, age: number): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  return facts !== undefined && Date.now() - facts.mtimeMs > age;
}

async function isAlive(path: string, holder: Holder | undefined): Promise<boolean> {
  if (await isOlder(path, holder ? GONE_AFTER : SIGN_OF_LIFE)) return false;
  if (!holder) return true;
  // Of another machine's processes nothing is known but the age of the lock.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function explain(what: string, path: string, holder: Holder | undefined): string {
  const who = holder ? `（进程 ${holder.pid}，在 ${holder.host}）` : '';
  return `另一次${what}正在进行${who}，请等它结束再试。如果确定没有别的${what}在运行，请删去 ${path}。`;
}
