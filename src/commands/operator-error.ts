/** What went wrong and can be cured by whoever started the command: the message is for them, and says all there is to say. */
export class OperatorError extends Error {}

/** Prints why a command failed; of a fault of the program, where it happened too. */
export function printFailure(error: unknown): void {
  const refused = tellRefused(error);
  const place = error instanceof Error && 'path' in error ? `${String(error.path)} ` : '';
  console.error(error instanceof OperatorError ? error.message : refused === undefined ? error : `${place}读写不了：${refused}`);
}

/** Why the system lets nobody write or read there, with the remedy; `undefined` for anything else. */
export function tellRefused(error: unknown): string | undefined {
  return REFUSED[codeOf(error)];
}

/** Why another site does not answer; `undefined` for anything else. */
export function tellUnreached(error: unknown): string | undefined {
  return UNREACHED[codeOf(error instanceof Error && error.cause !== undefined ? error.cause : error)];
}

/** The system's name of an error, such as `EADDRINUSE`; empty for what is none of its errors. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const REFUSED: Readonly<Record<string, string>> = {
  EACCES: '这个账号没有权限，文件可能是别的账号（如 root）建的。请用能读写那里的账号，或者请管理员开放权限。',
  EPERM: '这个账号没有权限，或者文件正被别的程序使用。请稍后再试，或者请管理员看看。',
  EBUSY: '文件正被别的程序使用。请稍后再试。',
  EROFS: '那块磁盘是只读的。',
  ENOSPC: '磁盘满了。请腾出空间（旧的版本在 versions 里）再试。',
  EDQUOT: '超出了磁盘配额。请腾出空间再试。',
  ENOTDIR: '路径里有一段不是文件夹。',
};

const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有网站在听，可能没有开，或者端口不对',
  ECONNRESET: '对方断开了连接',
  ENOTFOUND: '找不到这个主机',
  EHOSTUNREACH: '到不了这个主机',
  ETIMEDOUT: '太久没有回应',
  UND_ERR_CONNECT_TIMEOUT: '太久没有回应',
};
