/** What went wrong and can be cured by whoever started the command: the message is for them, and says all there is to say. */
export class OperatorError extends Error {}

/** Prints why a command failed; of a fault of the program, where it happened too. */
export function printFailure(error: unknown): void {
  console.error(error instanceof OperatorError ? error.message : (tellDisk(error) ?? error));
}

/** What a disk or a network refuses, in words; `undefined` for anything else. */
export function tellDisk(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  const cure = REFUSED[code];
  if (cure === undefined) return error.cause === undefined ? undefined : tellDisk(error.cause);
  return `${cure}${path === '' ? '' : `（${path}）`}`;
}

const REFUSED: Readonly<Record<string, string>> = {
  EACCES: '没有权限读写这个文件或文件夹，可能是别的账号（如 root）建的：请改用那个账号，或者请管理员把它改归现在的账号',
  EPERM: '系统不许改动这个文件或文件夹，可能正被别的程序打开，或者归别的账号',
  EROFS: '磁盘是只读的，写不进去',
  ENOSPC: '磁盘满了，写不进去：请腾出地方再运行',
  ENOENT: '没有这个文件或文件夹',
  ENOTDIR: '路径里有一段是文件，不是文件夹',
  ECONNREFUSED: '连不上：对方的网站没有开，或者端口不对',
  ECONNRESET: '对方断开了连接',
  ENOTFOUND: '连不上：找不到这个主机',
  EHOSTUNREACH: '连不上：到不了这个主机',
  ETIMEDOUT: '连不上：对方太久没有回应',
};
