/** Where a command listens: on the port that an operator has named or on one of its own, and what the system's refusal means. */
import { codeOf, OperatorError } from './operator-error.ts';

const LAST_PORT = 65_535;

/** What `PORT` and `HOST` say; throws an `OperatorError` for what is no port. */
export function wantedPlace(defaultPort: number): { port: number; host: string; isAsked: boolean } {
  const host = process.env['HOST'] || '127.0.0.1';
  const asked = process.env['PORT'] ?? '';
  if (asked === '') return { port: defaultPort, host, isAsked: false };
  if (!/^\d{1,5}$/u.test(asked) || Number(asked) > LAST_PORT)
    throw new OperatorError(`PORT 写的是“${asked}”，不是端口号。请写 1 到 ${LAST_PORT} 的整数，如 PORT=8080；不设就用 ${defaultPort}。`);
  return { port: Number(asked), host, isAsked: true };
}

/** The refusal to listen as a sentence for whoever asked for the place; anything else as it is. */
export function placeError(error: unknown, port: number, host: string): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new OperatorError(`端口 ${port} 已被别的程序占用，没有改用别的。请停掉那个程序，或者换一个，如 PORT=${port + 1}。`);
    case 'EACCES':
      return new OperatorError(`这个账号不能用端口 ${port}（1024 以下的要管理员）。请换一个，如 PORT=8080；正式网站请用 nginx 或 IIS。`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new OperatorError(
        `HOST 写的是“${host}”，这台机器没有这个地址。请写它自己的地址；给别的电脑看写 HOST=0.0.0.0，只给自己看就不设。`,
      );
    default:
      return error;
  }
}
