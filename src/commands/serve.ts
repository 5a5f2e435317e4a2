/** `npm run serve`: serves `dist/` on this machine. A real server is better in production; this one is for looking. */
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { isText, MEDIA_TYPES, OTHER } from '../hosting/media-types.ts';
import { settings } from '../site.ts';
import { restoreInterrupted, workFolders } from './release.ts';

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
        'cache-control': 'no-cache',
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
  return { server, url: `http://${host}:${actual}${settings.base}` };
}

function send(path: string, compressed: boolean, response: ServerResponse): void {
  // A reader who leaves while the file is looked up has closed the connection; piping into it would end the server.
  if (response.destroyed) return;
  const end = () => response.end();
  if (compressed) pipeline(createReadStream(path), createGzip(), response, end);
  else pipeline(createReadStream(path), response, end);
}

type Found = { status: number; path: string } | { location: string };

async function findFile(folder: string, url: string): Promise<Found> {
  const missing = { status: 404, path: join(folder, '404.html') };
  const pathname = decode(url.split(/[?#]/u)[0] ?? '/');
  if (!pathname?.startsWith(settings.base)) return pathname === '/' ? { location: settings.base } : missing;
  const path = join(folder, normalize(`/${pathname.slice(settings.base.length)}`));
  const facts = await stat(path).catch(() => undefined);
  if (facts?.isFile()) return { status: 200, path };
  if (!facts?.isDirectory() || !existsSync(join(path, 'index.html'))) return missing;
  return pathname.endsWith('/') ? { status: 200, path: join(path, 'index.html') } : { location: `${pathname}/` };
}

function decode(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** Serves the project's `dist/` on `PORT` or 4321, or on a free port when that is taken, and prints the address. */
export async function serveProject(root = process.cwd()): Promise<void> {
  await restoreInterrupted(root);
  const { dist } = workFolders(root);
  if (!existsSync(join(dist, 'index.html'))) {
    console.error('还没有生成网站，请先运行 npm run build。');
    process.exitCode = 1;
    return;
  }
  const wanted = Number(process.env['PORT'] ?? 4321);
  const host = process.env['HOST'] ?? '127.0.0.1';
  const { url } = await serve(dist, wanted, host).catch(() => serve(dist, 0, host));
  console.log(`网站在 ${url} ，按 Ctrl+C 结束。`);
}

if (import.meta.main) await serveProject();
