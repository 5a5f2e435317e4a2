/** Real servers other than nginx on a free port of this machine, with the configurations that operators get. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apacheConfig } from '../../src/hosting/apache.ts';
import { caddyConfig } from '../../src/hosting/caddy.ts';
import { freePort, untilListening } from './nginx.ts';
import { installPackages } from './packages.ts';
import type { Packages } from './packages.ts';

/** A running server; `url` ends in the base. */
export interface WebServer {
  url: string;
  /** The requests that it has written down. */
  requests: () => string;
  close: () => Promise<void>;
}

const CADDY: Packages = { apt: ['caddy'], dnf: ['caddy'], brew: ['caddy'] };
const APACHE: Packages = { apt: ['apache2-bin'], dnf: ['httpd'], brew: ['httpd'] };
const MODULES = ['mpm_event', 'authz_core', 'mime', 'dir', 'alias', 'deflate', 'filter', 'headers', 'log_config', 'setenvif', 'unixd'];

/** Caddy from `CADDY_PATH` or where Debian puts it, installing it if need be. */
export function requireCaddy(): string {
  return required('caddy', [process.env['CADDY_PATH'] ?? '', '/usr/bin/caddy'], CADDY);
}

/** The same for Apache, from `APACHE_PATH`. */
export function requireApache(): string {
  return required('apache2', [process.env['APACHE_PATH'] ?? '', '/usr/sbin/apache2', '/usr/sbin/httpd'], APACHE);
}

/** Serves the site in `root` below `base` with Caddy. */
export function startCaddy(root: string, base: string): Promise<WebServer> {
  return start(root, base, async (hosting, folder) => {
    const config = join(folder, 'Caddyfile');
    await writeFile(config, `{\n\tadmin off\n}\n${caddyConfig(hosting)}`);
    return { command: requireCaddy(), args: ['run', '--config', config, '--adapter', 'caddyfile'] };
  });
}

/** The same with Apache. */
export function startApache(root: string, base: string): Promise<WebServer> {
  return start(root, base, async (hosting, folder) => {
    const config = join(folder, 'httpd.conf');
    const modules = process.env['APACHE_MODULES'] ?? '/usr/lib/apache2/modules';
    const loaded = MODULES.filter((name) => existsSync(join(modules, `mod_${name}.so`)));
    const lines = [
      `ServerRoot "${folder}"`,
      'ServerName 127.0.0.1',
      `PidFile "${join(folder, 'pid')}"`,
      `ErrorLog "${join(folder, 'error.log')}"`,
      `Listen ${hosting.listen}`,
      ...loaded.map((name) => `LoadModule ${name}_module "${join(modules, `mod_${name}.so`)}"`),
      ...(process.getuid?.() === 0 ? ['User nobody', 'Group nogroup'] : []),
      'TypesConfig /dev/null',
      apacheConfig(hosting),
    ];
    await writeFile(config, lines.join('\n'));
    return { command: requireApache(), args: ['-d', folder, '-f', config, '-DFOREGROUND'] };
  });
}

type Configured = (hosting: Parameters<typeof caddyConfig>[0], folder: string) => Promise<{ command: string; args: string[] }>;

async function start(root: string, base: string, configure: Configured): Promise<WebServer> {
  const folder = await mkdtemp(join(tmpdir(), 'server-'));
  const port = await freePort();
  const log = join(folder, 'access.log');
  const hosting = { name: '库', root, base, host: '127.0.0.1', listen: `127.0.0.1:${port}`, log, allow: [] };
  const { command, args } = await configure(hosting, folder);
  const said: string[] = [];
  const server = spawn(command, args, { env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
  server.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await untilListening(port, () => server.exitCode !== null).catch(() => {
    throw new Error(`${command} did not start:\n${said.join('')}`);
  });
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    close: async () => {
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function required(name: string, places: readonly string[], packages: Packages): string {
  const found = () => places.find((path) => path !== '' && existsSync(path));
  if (!found()) installPackages(name, packages);
  const path = found();
  if (path === undefined) throw new Error(`apt-get 装完以后仍然找不到 ${name}。`);
  return path;
}
