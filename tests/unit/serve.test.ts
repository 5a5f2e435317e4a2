import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDesk } from '../../src/commands/edit.ts';
import { requirePlace, serve } from '../../src/commands/serve.ts';

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(folder, 'site/practices'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site/index.html'), 'home'.repeat(50_000));
  await writeFile(join(folder, 'site/404.html'), 'nothing here');
  await writeFile(join(folder, 'site/practices/index.html'), 'practices');
  await mkdir(join(folder, 'site/_astro'));
  await writeFile(join(folder, 'site/_astro/page.C0ffee.css'), 'main {}');
  ({ server, url } = await serve(join(folder, 'site'), 0));
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the server', () => {
  test('sends the index of a folder, compressed for those who take it', async () => {
    const response = await fetch(new URL('practices/', url));
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe('practices');
  });

  test('lets browsers keep what is named by its content, as the other servers do, and nothing else', async () => {
    const kept = async (path: string) => (await fetch(new URL(path, url))).headers.get('cache-control');
    expect(await kept('_astro/page.C0ffee.css')).toBe('public, max-age=31536000, immutable');
    expect(await kept('practices/')).toBe('no-cache');
    expect(await kept('_astro/no-such-file.css')).toBe('no-cache');
  });

  test('leads from a folder without a slash to the one with it', async () => {
    const response = await fetch(new URL('practices', url), { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/practices/');
  });

  test('keeps what was asked on the way', async () => {
    const response = await fetch(new URL('practices?q=%E5%AE%B9%E9%94%99&p=a/b', url), { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/practices/?q=%E5%AE%B9%E9%94%99&p=a/b');
  });

  test.runIf(
    Object.values(networkInterfaces())
      .flat()
      .some((one) => one?.address === '::1'),
  )('says an address with colons as one that can be opened', async () => {
    const other = await serve(join(folder, 'site'), 0, '::1');
    expect((await fetch(other.url)).status).toBe(200);
    other.server.closeAllConnections();
    other.server.close();
  });

  test('leads to no other host', async () => {
    expect(await rawRequest('//practices')).toMatch(/\blocation: \/practices\/\r/iu);
  });

  test('sends the page for missing pages with its status', async () => {
    const response = await fetch(new URL('no-such-page/', url));
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('nothing here');
  });

  test.for(['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', '%00', '%E0%A4%A'])(
    'sends nothing from outside the site for %s',
    async (path) => {
      const response = await rawRequest(`/${path}`);
      expect(response).toMatch(/^HTTP\/1\.1 404/u);
      expect(response).not.toContain('secret');
    },
  );

  test('goes on when a reader leaves in the middle of an answer', async () => {
    for (let visitor = 0; visitor < 20; visitor += 1) await leaveEarly();
    expect((await fetch(new URL('practices/', url))).status).toBe(200);
  });
});

describe('the place that is asked for', () => {
  afterEach(() => vi.unstubAllEnvs());

  const asked = (port: string, host = '127.0.0.1') => {
    vi.stubEnv('PORT', port);
    vi.stubEnv('HOST', host);
    return requirePlace();
  };

  test('is refused when another program has it, and no other is taken', async () => {
    const { port } = new URL(url);
    await expect(asked(port)).rejects.toThrow(
      `端口 ${port} 已被别的程序占用，没有改用别的。请停掉那个程序，或者换一个，如 PORT=${Number(port) + 1}。`,
    );
  });

  test.each(['abc', '70000', '-1', '80a'])('is refused when PORT is %s', async (port) => {
    await expect(asked(port)).rejects.toThrow(`PORT 写的是“${port}”，不是端口号。请写 1 到 65535 的整数`);
  });

  test('is refused by the desk too when another program has it', async () => {
    vi.stubEnv('CONTENT_DIR', join(import.meta.dirname, '../fixtures/sound-content/content'));
    const port = Number(new URL(url).port);
    await expect(openDesk(folder, { port, isAsked: true })).rejects.toThrow(`端口 ${port} 已被别的程序占用，没有改用别的。`);
  });

  test('is refused when HOST is no address of this machine', async () => {
    await expect(asked('0', '192.0.2.1')).rejects.toThrow('HOST 写的是“192.0.2.1”，这台机器没有这个地址。');
  });

  test('may be any free one', async () => {
    await expect(asked('0')).resolves.toBeUndefined();
    await expect(asked('')).resolves.toBeUndefined();
  });
});

function rawRequest(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const answer: Buffer[] = [];
    socket.on('data', (part) => answer.push(part)).on('error', reject);
    socket.on('end', () => {
      resolve(Buffer.concat(answer).toString('utf8'));
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

function leaveEarly(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', () => {
        socket.destroy();
      });
    });
    socket.on('close', () => {
      resolve();
    });
    socket.on('error', () => undefined);
  });
}
