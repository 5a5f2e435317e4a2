/** `npm run serve`: serves `dist/` on this machine. A real server is better in production; this one is for looking. */
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { ASKED, KEPT, NAMED_BY_CONTENT } from '../hosting/headers.ts';
import { isText, MEDIA_TYPES, OTHER } from '../hosting/media-types.ts';
import { settings } from '../site.ts';
import { placeError, wantedPlace } from './listening-place.ts';
import { codeOf, OperatorError, printFailure } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { restoreInterrupted, workFolders } from './release.ts';
import { requireSettings } from './settings.ts';

const DEFAULT_PORT = 4321;
const NAMED = new RegExp(`^${NAMED_BY_CONTENT}`, 'u');

/** Serves a built site; resolves when it listens. With `port` 0 the system chooses one. */
export async function serve(folder: string, port: number, host = '127.0.0.1'): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    void findFile(folder, request.url ?? '/').then((found) => {
      if ('location' in found) {
        response.writeHead(301, { location: found.location }).end();
        return;
      }
      const type = MEDIA_TYPES[extname(found.path).slice(1)] ?? OTHER;
      const isCompressed = isText(type) && (request.headers['accept-encoding'] ?? '').includes('gzip');
      response.writeHead(found.status, {
        'content-type': isText(type) ? `${type}; charset=utf-8` : type,
        'cache-control': isNamedByContent(folder, found.path) ? KEPT : ASKED,
        ...(isCompressed && { 'content-encoding': 'gzip' }),
      });
      if (request.method === 'HEAD') response.end();
      else send(found.path, isCompressed, response);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}${settings.base}` };
}

function send(path: string, compressed: boolean, response: ServerResponse): void {
  // A reader who leaves while the file is looked up has closed the connection; piping into it would end the server.
  if (response.destroyed) return;
  const end = () => response.end();
  if (compressed) pipeline(createReadStream(path), createGzip(), response, end);
  else pipeline(createReadStream(path), response, end);
}

/** Its next version has another name, so that a browser need not ask for it again. */
function isNamedByContent(folder: string, path: string): boolean {
  return NAMED.test(relative(folder, path).replaceAll(sep, '/'));
}

type Found = { status: number; path: string } | { location: string };

/** The file at an address; who is led on keeps what was asked: `/search?q=rc001` is a search. */
async function findFile(folder: string, url: string): Promise<Found> {
  const missing = { status: 404, path: join(folder, '404.html') };
  const [, typed = '/', asked = ''] = /^([^?#]*)(\?[^#]*)?/u.exec(url) ?? [];
  const pathname = decode(typed);
  const base = decodeURI(settings.base);
  if (!pathname?.startsWith(base)) return pathname === '/' || `${pathname}/` === base ? { location: settings.base + asked } : missing;
  const path = join(folder, normalize(`/${pathname.slice(base.length)}`));
  const facts = await stat(path).catch(() => undefined);
  if (facts?.isFile()) return { status: 200, path };
  if (!facts?.isDirectory() || !existsSync(join(path, 'index.html'))) return missing;
  return pathname.endsWith('/')
    ? { status: 200, path: join(path, 'index.html') }
    : { location: encodeURI(`${pathname}/`).replace(/^\/+/u, '/') + asked };
}

function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** Serves the project's `dist/` on `PORT`, or on 4321 or a free port where nobody asked for one, and prints the address. */
export async function serveProject(root = process.cwd()): Promise<void> {
  requireSettings();
  await restoreInterrupted(root);
  const { dist } = workFolders(root);
  if (!existsSync(join(dist, 'index.html'))) throw new OperatorError('还没有生成网站，请先运行 npm run build。');
  const { port, host, isAsked } = wantedPlace(DEFAULT_PORT);
  const first = serve(dist, port, host);
  const { url } = await (
    isAsked
      ? first
      : first.catch((error: unknown) => {
          if (codeOf(error) !== 'EADDRINUSE') throw error;
          console.log(`端口 ${port} 已被占用，改用空着的一个；要指定就设 PORT。`);
          return serve(dist, 0, host);
        })
  ).catch((error: unknown) => {
    throw placeError(error, port, host);
  });
  const everywhere = /^(?:0\.0\.0\.0|::)$/u.test(host);
  const shown = everywhere ? url.replace(/\/\/[^/]*:/u, '//127.0.0.1:') : url;
  console.log(`网站在 ${shown} ，按 Ctrl+C 结束。${everywhere ? '别的电脑把 127.0.0.1 换成这台机器的地址。' : ''}`);
}

/** Throws an `OperatorError` when nothing can be served where it was asked for; before a build, which takes a minute. */
export async function requirePlace(): Promise<void> {
  const { port, host, isAsked } = wantedPlace(DEFAULT_PORT);
  if (!isAsked) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(port, host, resolve);
  }).catch((error: unknown) => {
    throw placeError(error, port, host);
  });
  await new Promise((resolve) => probe.close(resolve));
}

if (import.meta.main) {
  readArguments({});
  await serveProject().catch((error: unknown) => {
    printFailure(error);
    process.exitCode = 1;
  });
}
