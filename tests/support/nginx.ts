/** A real nginx on a free port of this machine, with the configuration that operators get. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxConfig, nginxParts } from '../../src/hosting/nginx.ts';
import { installPackages } from './packages.ts';
import type { Packages } from './packages.ts';

/** A running nginx; `url` ends in the base. */
export interface Nginx {
  url: string;
  /** What it has warned of since it was started. */
  warnings: () => string;
  /** The requests that it has written down. */
  requests: () => string;
  close: () => Promise<void>;
}

export const NGINX_PACKAGES: Packages = { apt: ['nginx-light'], dnf: ['nginx'], brew: ['nginx'] };

const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'];

/** The path of an installed nginx; `undefined` when there is none. */
export function findNginx(): string | undefined {
  return PLACES.find((path) => existsSync(path));
}

/** An nginx that is there, installing Debian's if need be; `say` is told before. Throws with the reason when there is no way. */
export function requireNginx(say: (line: string) => void = () => undefined): string {
  const found = findNginx();
  if (found) return found;
  say('安装 Debian 的 nginx-light，约 2 MB……');
  installPackages('nginx', NGINX_PACKAGES);
  const installed = findNginx();
  if (!installed) throw new Error('apt-get 装完以后仍然找不到 nginx。');
  return installed;
}

/** Serves a built site below `base`, on the port `at` where one is named; pages of `allow` may read its data, and its own
 * pages those of `units`; with `tls` over https, with a certificate made on the spot. */
export async function startNginx(
  root: string,
  { base = '/', tls = false, allow = [] as string[], at = 0, units = [] as string[] } = {},
): Promise<Nginx> {
  const port = at || (await freePort());
  return runNginx(port, `${tls ? 'https' : 'http'}://127.0.0.1:${port}${base}`, async (folder) => {
    const listen = `127.0.0.1:${port}${tls ? ' ssl' : ''}`;
    const log = join(folder, 'access.log');
    const config = nginxConfig({ name: '担当作为知识库', root, base, host: '127.0.0.1', listen, log, allow })
      // The settings of this process are not those of the site that is served.
      .replaceAll("connect-src 'self'", ['connect-src', "'self'", ...units].join(' '));
    return tls ? config.replace('server {', `server {\n${await certificate(folder)}`) : config;
  });
}

/** A site that shares a server with others. */
export interface SharedSite {
  root: string;
  base: string;
  allow: readonly string[];
}

/** Serves several sites below paths of one server, as an operator puts the two parts of each together. */
export async function startSharedNginx(sites: readonly SharedSite[]): Promise<Nginx> {
  const port = await freePort();
  return runNginx(port, `http://127.0.0.1:${port}/`, (folder) => {
    const listen = `127.0.0.1:${port}`;
    const log = join(folder, 'access.log');
    const parts = sites.map((site) => nginxParts({ name: site.base, host: '127.0.0.1', listen, log, ...site }));
    const shared = `server {\n  listen ${listen};\n${parts.map(({ server }) => server).join('\n')}\n}`;
    return Promise.resolve([...parts.map(({ http }) => http), shared].join('\n'));
  });
}

async function runNginx(port: number, url: string, configIn: (folder: string) => Promise<string>): Promise<Nginx> {
  const command = requireNginx();
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const log = join(folder, 'access.log');
  const main = join(folder, 'nginx.conf');
  await writeFile(main, mainConfig(folder, await configIn(folder)));
  const errors = join(folder, 'error.log');
  const nginx = spawn(command, ['-p', folder, '-c', main, '-e', errors], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) =>
    nginx.once('exit', () => {
      resolve();
    }),
  );
  await untilListening(port, () => nginx.exitCode !== null).catch(async () => {
    throw new Error(`nginx did not start:\n${await readFile(errors, 'utf8').catch(() => '')}`);
  });
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return {
    url,
    warnings: () => read(errors),
    requests: () => read(log),
    close: async () => {
      nginx.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What surrounds a `server` block on an operator's machine, kept inside one folder. */
function mainConfig(folder: string, site: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path "${join(folder, name)}";`);
  return `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid "${join(folder, 'nginx.pid')}";
events {}
http {
${temporary.join('\n')}
${site}
}
`;
}

async function certificate(folder: string): Promise<string> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert];
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
  return Promise.resolve(`  ssl_certificate "${cert}";\n  ssl_certificate_key "${key}";\n`);
}

/** Waits until something answers on a port; throws when that is over before, or after five seconds. */
export async function untilListening(port: number, isOver: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !isOver(); attempt += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not listening');
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
