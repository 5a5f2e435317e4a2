/** A ready nginx configuration for the built site: one `server` block and the `map` blocks that it needs, for the `http` context. */
import { COLLECTIONS } from '../schema/number.ts';
import { ASKED, HEADERS, KEPT, NAMED_BY_CONTENT, READ_BY_UNITS } from './headers.ts';
import { escapeRegExp, quotePath } from './hosting.ts';
import type { Hosting } from './hosting.ts';
import { isText, MEDIA_TYPES, OTHER } from './media-types.ts';

/** A value in `$` is a variable of the configuration; an empty one sends no header. */
const CHANGING = [
  ['Cross-Origin-Opener-Policy', '$dandang_opener'],
  ['Cache-Control', '$dandang_cache'],
] as const;

/** What answers carry where other units may read this one. */
const ALLOWING = [
  ['Access-Control-Allow-Origin', '$dandang_allowed'],
  ['Vary', '$dandang_by_origin'],
] as const;

/** The configuration as text. Throws a `RangeError` when a path holds what nginx would read as syntax. */
export function nginxConfig({ name, root, base, host, listen, log, allow }: Hosting): string {
  // nginx compares addresses that are decoded, and sends them on as they are written here.
  const path = decodeURI(base);
  const types = Object.entries(MEDIA_TYPES).map(([ending, type]) => `    ${type} ${ending};`);
  const texts = [...new Set(Object.values(MEDIA_TYPES))].filter(isText).join(' ');
  return `# ${name}：由 npm run hosting -- nginx 写出，放进 nginx 的 conf.d 文件夹即可。改设置后请重新写出，不要直接改这个文件。
# 要用 https，在 server 里加上 listen 443 ssl、ssl_certificate 和 ssl_certificate_key，其余不变。

# 名字里带内容指纹的文件可以一直留着；其余每次向服务器问一声有没有变。没有找到的不留。
map "$status $uri" $dandang_cache {
  default ${ASKED};
  "~^(200|206|304) ${escapeRegExp(path)}${NAMED_BY_CONTENT}" "${KEPT}";
}

${allowMaps(path, allow)}map $scheme $dandang_opener {
  default "";
  https same-origin;
}

# 记录里不留读者检索的词：网址里“?”以后的不记，也不记从哪一页来。
map $request_uri $dandang_asked {
  "~^(?<dandang_path>[^?]*)" $dandang_path;
}

log_format dandang '$remote_addr [$time_local] "$request_method $dandang_asked $server_protocol" $status $body_bytes_sent $request_time';

server {
  listen ${listen};
  server_name ${host};
  server_tokens off;
  access_log ${quotePath(log)} dandang;
  # 找不到的网址访问记录里有；错误记录会连同读者检索的词写下整个请求。
  log_not_found off;

  types {
${types.join('\n')}
  }
  default_type ${OTHER};
  charset utf-8;
  # text/html 总在其中，再写一次 nginx 会警告。
  charset_types ${texts.replace('text/html ', '')};

  # 检索索引已经压缩过，不在其中。
  gzip on;
  gzip_vary on;
  gzip_min_length 512;
  gzip_types ${texts.replace('text/html ', '')};

${[...HEADERS, ...CHANGING, ...(allow.length > 0 ? ALLOWING : [])].map(([header, value]) => `  add_header ${header} "${value}" always;`).join('\n')}

  # 转到带斜杠的网址时不写主机和端口，放在任何代理后面都对。
  absolute_redirect off;

  # 编号写成小写或者少了连字符，也转到那一条。
${numberRewrites(base).join('\n')}

  error_page 404 ${quotePath(`${path}404.html`)};
  error_page 403 =404 ${quotePath(`${path}404.html`)};

${locations(root.replace(/[/\\]+$/u, ''), base)}
}
`;
}

/** Which pages of other units may read what; empty when none may. */
function allowMaps(path: string, allow: readonly string[]): string {
  if (allow.length === 0) return '';
  const files = `${escapeRegExp(path)}(?:${READ_BY_UNITS.join('|')})/`;
  const origins = allow.map((origin) => `  "~^${escapeRegExp(new URL(origin).origin)} ${files}" $http_origin;`);
  return `# 这些单位的网站可以读本库的数据和索引（site.yaml 的 allow）。
map "$http_origin $uri" $dandang_allowed {
  default "";
${origins.join('\n')}
}

map $uri $dandang_by_origin {
  default "";
  "~^${files}" Origin;
}

`;
}

function locations(root: string, base: string): string {
  if (base === '/') return `  root ${quotePath(root)};\n  index index.html;`;
  const path = decodeURI(base);
  return `  location ${quotePath(path)} {
    alias ${quotePath(`${root}/`)};
    index index.html;
  }

  location = ${quotePath(path.slice(0, -1))} {
    return 301 ${base};
  }

  location = / {
    return 302 ${base};
  }`;
}

/** Numbers of entries in small letters or without their stroke; shorter ones are led on by the page that says that nothing is there. */
function numberRewrites(base: string): string[] {
  return Object.values(COLLECTIONS).map(({ prefix, digits }) => {
    const letters = prefix.replace('-', '');
    return `  rewrite "^${escapeRegExp(decodeURI(base))}id/(?!${prefix}\\d)(?i:${letters})-?(\\d{${digits},9})/?$" ${base}id/${prefix}$1/ permanent;`;
  });
}
