/** A ready nginx configuration for the built site: one `server` block and the `map` blocks that it needs, for the `http` context. */
import { CONTENT_SECURITY_POLICY } from '../site.ts';
import { COLLECTIONS } from '../schema/number.ts';
import { isText, MEDIA_TYPES, OTHER } from './media-types.ts';

export interface Hosting {
  /** Absolute path of the folder that holds the built site. */
  root: string;
  /** Path below which the site is served, with both slashes: `/` or `/kb/`. */
  base: string;
  /** Name or number of the host that readers type. */
  host: string;
  /** What nginx listens on: `80`, `127.0.0.1:8080`. */
  listen: string;
}

/** The policy of every page as a header, which can also forbid that another site frames it; a meta tag cannot. */
export const POLICY_HEADER = `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`;

/** Headers of every answer. A value in `$` is a variable of the configuration; an empty one sends no header. */
const HEADERS: [name: string, value: string][] = [
  ['Content-Security-Policy', POLICY_HEADER],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  // Browsers ignore it on plain HTTP and complain in the console of every page.
  ['Cross-Origin-Opener-Policy', '$dandang_opener'],
  ['Cache-Control', '$dandang_cache'],
];

/** The configuration as text. Throws a `RangeError` when a path holds what nginx would read as syntax. */
export function nginxConfig({ root, base, host, listen }: Hosting): string {
  const types = Object.entries(MEDIA_TYPES).map(([ending, type]) => `    ${type} ${ending};`);
  const texts = [...new Set(Object.values(MEDIA_TYPES))].filter(isText).join(' ');
  return `# 担当作为知识库：由 npm run nginx 写出，放进 nginx 的 conf.d 文件夹即可。改设置后请重新写出，不要直接改这个文件。
# 要用 https，在 server 里加上 listen 443 ssl、ssl_certificate 和 ssl_certificate_key，其余不变。

# 名字里带内容指纹的文件可以一直留着；其余每次向服务器问一声有没有变。没有找到的不留。
map "$status $uri" $dandang_cache {
  default no-cache;
  "~^(200|206|304) ${escapeRegExp(base)}(_astro|pagefind/[0-9a-f]{12})/" "public, max-age=31536000, immutable";
}

map $scheme $dandang_opener {
  default "";
  https same-origin;
}

server {
  listen ${listen};
  server_name ${host};
  server_tokens off;

  types {
${types.join('\n')}
  }
  default_type ${OTHER};
  charset utf-8;
  charset_types ${texts};

  # 检索索引已经压缩过，不在其中。
  gzip on;
  gzip_vary on;
  gzip_min_length 512;
  gzip_types ${texts.replace('text/html ', '')};

${HEADERS.map(([name, value]) => `  add_header ${name} "${value}" always;`).join('\n')}

  # 转到带斜杠的网址时不写主机和端口，放在任何代理后面都对。
  absolute_redirect off;

  # 编号写成小写或者少了连字符，也转到那一条。
${numberRewrites(base).join('\n')}

  error_page 404 ${base}404.html;
  error_page 403 =404 ${base}404.html;

${locations(root.replace(/[/\\]+$/u, ''), base)}
}
`;
}

function locations(root: string, base: string): string {
  if (base === '/') return `  root ${quote(root)};\n  index index.html;`;
  return `  location ${quote(base)} {
    alias ${quote(`${root}/`)};
    index index.html;
  }

  location = ${quote(base.slice(0, -1))} {
    return 301 ${quote(base)};
  }`;
}

/** Numbers of entries in small letters or without their stroke; shorter ones are led on by the page that says that nothing is there. */
function numberRewrites(base: string): string[] {
  return Object.values(COLLECTIONS).map(({ prefix, digits }) => {
    const letters = prefix.replace('-', '');
    return `  rewrite "^${escapeRegExp(base)}id/(?!${prefix}\\d)(?i:${letters})-?(\\d{${digits},9})/?$" ${base}id/${prefix}$1/ permanent;`;
  });
}

/** A path as one word of the configuration. */
function quote(path: string): string {
  if (/["$\\\n;{}]/u.test(path)) throw new RangeError(`nginx 的配置里不能有这个路径：${path}`);
  return `"${path}"`;
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
