/**
 * Put in front of a program by `node --require` (in `NODE_OPTIONS`, which its children and workers inherit): lets it reach this machine alone, and
 * writes the name of another that it asks for as a line into the file that `WATCHED_NETWORK` names. Programs that are not JavaScript are not watched.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

type Callable = (...args: unknown[]) => unknown;

const record = process.env['WATCHED_NETWORK'];
if (!record) throw new Error('WATCHED_NETWORK names no file');

/** Everything that opens a connection in Node comes by here: `http`, `https`, `tls`, `fetch`. */
guard(net.Socket.prototype, 'connect', (args) => {
  const [first, second] = args.flat();
  if (typeof first === 'object' && first !== null) {
    const { host, path, port } = first as { host?: string; path?: string; port?: number };
    return path && !port ? undefined : host;
  }
  return typeof second === 'string' ? second : undefined;
});
guard(dgram.Socket.prototype, 'send', (args) => args.find((arg) => typeof arg === 'string' && (net.isIP(arg) !== 0 || arg.includes('.'))));
guard(dgram.Socket.prototype, 'connect', (args) => args.find((arg) => typeof arg === 'string'));
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(resolver)) {
    if (/^(?:lookup|resolve|reverse)/u.test(name)) guard(resolver, name, ([host]) => host);
  }
}
guard(globalThis, 'fetch', ([asked]) => new URL(asked instanceof Request ? asked.url : String(asked)).hostname);
syncBuiltinESMExports();

/** Stands before a function: what it would reach beyond this machine is written down and refused. */
function guard(owner: object, name: string, hostIn: (args: unknown[]) => unknown): void {
  const slots = owner as Record<string, unknown>;
  const real = slots[name];
  if (typeof real !== 'function') return;
  slots[name] = function (this: unknown, ...args: unknown[]): unknown {
    const host = hostIn(args);
    if (typeof host === 'string' && !isHere(host)) {
      appendFileSync(String(record), `${host}\n`);
      throw new Error(`${host} is not this machine`);
    }
    return (real as Callable).apply(this, args);
  };
}

/** Loopback addresses and the one that stands for any of this machine's, short or written out. */
function isHere(host: string): boolean {
  return host === '' || /^(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[?[0:]*:[0:]*1?\]?)$/u.test(host);
}
