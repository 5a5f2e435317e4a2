/** `npm run hosting -- nginx`: writes a ready configuration for a web server, for the site as it is set. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { apacheConfig } from '../hosting/apache.ts';
import { caddyConfig } from '../hosting/caddy.ts';
import type { Hosting } from '../hosting/hosting.ts';
import { iisConfig } from '../hosting/iis.ts';
import { nginxConfig, nginxParts } from '../hosting/nginx.ts';
import { settings } from '../site.ts';
import { OperatorError, printFailure } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { requireSettings } from './settings.ts';

interface Server {
  file: string;
  log: string;
  write: (hosting: Hosting) => string;
  /** What to do with the file. */
  next: string;
}

const SERVERS: Record<string, Server> = {
  nginx: {
    file: 'nginx.conf',
    log: '/var/log/nginx/dandang.log',
    write: nginxConfig,
    next: '放进 nginx 的 conf.d 文件夹，运行 nginx -t 检查，再 nginx -s reload。',
  },
  apache: {
    file: 'apache.conf',
    log: '/var/log/apache2/dandang.log',
    write: apacheConfig,
    next: '放进 Apache 的 sites-enabled（或 conf.d）文件夹，运行 apachectl configtest 检查，再 apachectl graceful。',
  },
  caddy: {
    file: 'Caddyfile',
    log: '/var/log/caddy/dandang.log',
    write: caddyConfig,
    next: '写进 Caddyfile 或者在里面 import 它，运行 caddy validate --config 这个文件 --adapter caddyfile 检查，再 caddy reload。',
  },
  iis: {
    file: 'web.config',
    log: '',
    write: ({ base, allow }) => iisConfig(base, allow),
    next: '生成的网站里已经有同样的 web.config，一般不用另放；网站文件夹由别的办法复制的，把它放在 index.html 旁边。',
  },
};

try {
  await writeConfiguration();
} catch (error) {
  printFailure(error instanceof RangeError ? new OperatorError(error.message) : error);
  process.exitCode = 1;
}

async function writeConfiguration(): Promise<void> {
  requireSettings();
  const named = settings.url === '' ? undefined : new URL(settings.url);
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      root: { type: 'string', default: 'dist' },
      listen: { type: 'string', default: named?.port || '80' },
      out: { type: 'string' },
      parts: { type: 'boolean', default: false },
      log: { type: 'string' },
    },
  });
  const [name = ''] = positionals;
  const server = SERVERS[name];
  if (!server)
    throw new OperatorError(
      `请写明是哪一种服务器：npm run hosting -- ${Object.keys(SERVERS).join('、')} 之一，如 npm run hosting -- nginx 。`,
    );
  if (values.parts && name !== 'nginx') throw new OperatorError('--parts 只用于 nginx，别的服务器没有这种写法。请去掉 --parts。');
  if (!/^(?:[\w.[\]:-]+:)?\d{1,5}$/u.test(values.listen))
    throw new OperatorError(`--listen 写的是“${values.listen}”，不是端口。请写成 80，或者 127.0.0.1:8080 。`);
  const root = resolve(values.root);
  const out = resolve(values.out ?? `.build/${server.file}`);
  const log = values.log ?? server.log;
  const { name: title, base, allow } = settings;
  const hosting: Hosting = { name: title, root, base, host: named?.hostname ?? '_', listen: values.listen, log, allow };
  await mkdir(dirname(out), { recursive: true });
  if (values.parts) {
    await writeParts(out, hosting);
    return;
  }
  await writeFile(out, server.write(hosting));
  const address = settings.url || '（没有设网址）';
  console.log(`已写出 ${out}：网站文件在 ${root}，网址是 ${address} 的 ${decodeURI(settings.base)}，监听 ${values.listen}。`);
  const note = name === 'iis' ? undefined : noteOnRoot(root);
  if (note !== undefined) console.log(note);
  if (!named && name !== 'iis')
    console.log('没有设网址，配置里没有主机名：同一台机器上还有别的网站的，请在 content/site.yaml 写上 address 再写一次。');
  console.log(server.next);
}

/** A root without a page is mostly the folder above the one that is meant. */
function noteOnRoot(root: string): string | undefined {
  if (existsSync(join(root, 'index.html'))) return undefined;
  const inside = join(root, 'site');
  return existsSync(join(inside, 'index.html'))
    ? `提示：${root} 里没有 index.html，${inside} 里有。--root 大概应当写 ${inside} ，请再写一次。`
    : `提示：${root} 里还没有 index.html。还没有发布的，发布以后就有；路径写错的，请改了再写一次。`;
}

/** The two parts of a site that shares its server block with others, named after the file that it would have alone. */
async function writeParts(out: string, hosting: Hosting): Promise<void> {
  const { http, server } = nginxParts(hosting);
  const stem = out.replace(/\.conf$/u, '');
  const [inHttp, inServer] = [`${stem}-http.conf`, `${stem}-server.conf`] as const;
  await writeFile(inHttp, http);
  await writeFile(inServer, server);
  console.log(`已写出两个文件：
${inHttp} 放进 nginx 的 conf.d 文件夹；
${inServer} 在几个库共用的 server 里写一行 include：

server {
  listen ${hosting.listen};
  server_name ${hosting.host};
  include ${inServer};
  # 别的库也各写一行 include
}

放好以后运行 nginx -t 检查，再 nginx -s reload。`);
}
