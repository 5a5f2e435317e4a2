/** A ready nginx configuration for the built site: one file for the `http` context, or two for sites that share a server block. */
import { createHash } from 'node:crypto';
import { COLLECTIONS } from '../schema/number.ts';
import { ASKED, HEADERS, KEPT, NAMED_BY_CONTENT, READ_BY_UNITS } from './headers.ts';
import { escapeRegExp, quotePath } from './hosting.ts';
import type { Hosting } from './hosting.ts';
import { isText, MEDIA_TYPES, OTHER } from './media-types.ts';

/** The configuration as text: what `nginxParts` gives, in a server block of its own. Throws a `RangeError` when a path holds what nginx would read as syntax. */
export function nginxConfig(hosting: Hosting): string {
  const { base, host, listen } = hosting;
  return `${headOf(hosting, '放进 nginx 的 conf.d 文件夹即可')}
# 要用 https，在 server 里加上 listen 443 ssl、ssl_certificate 和 ssl_certificate_key，其余不变。

${mapsOf(hosting)}
server {
  listen ${listen};
  server_name ${host};

${indented(`${answersOf(hosting)}\n${filesOf(hosting)}`, '  ')}
${base === '/' ? placeOf(hosting) : locationsOf(hosting, { answers: '', files: '' }) + leadingOn(base)}
}
`;
}

/** The same in two parts, for several sites below paths of one server: `http` once in the `http` context, `server` in the block that they share. */
export interface NginxParts {
  http: string;
  server: string;
}

/** The two parts. Throws a `RangeError` for a site that has the whole server, and for a path as `nginxConfig` does. */
export function nginxParts(hosting: Hosting): NginxParts {
  if (hosting.base === '/')
    throw new RangeError('几个库放在同一台服务器的同一个网址下，各要有自己的路径：请在 content/site.yaml 写上 base，如 /kb/。');
  return {
    http: `${headOf(hosting, '放进 nginx 的 conf.d 文件夹')}\n\n${mapsOf(hosting)}`,
    server: `${headOf(hosting, '在几个库共用的 server 里 include 它')}\n\n${locationsOf(hosting, { answers: answersOf(hosting), files: filesOf(hosting) })}\n`,
  };
}

function headOf({ name }: Hosting, where: string): string {
  return `# ${name}：由 npm run hosting -- nginx 写出，${where}。改设置后请重新写出，不要直接改这个文件。`;
}

/** A name of nginx that no other site's configuration has, beside which this one may stand. */
function ownName({ host, listen, base }: Hosting, name: string): string {
  const mark = createHash('sha256').update(`${host} ${listen} ${base}`).digest('hex').slice(0, 6);
  return `dandang_${name}_${mark}`;
}

/** Names and values of headers that change with the request; an empty value sends no header. */
function changingHeaders(hosting: Hosting): [header: string, value: string][] {
  const allowing: [string, string][] = [
    ['Access-Control-Allow-Origin', `$${ownName(hosting, 'allowed')}`],
    ['Vary', `$${ownName(hosting, 'by_origin')}`],
  ];
  return [
    ['Cross-Origin-Opener-Policy', `$${ownName(hosting, 'opener')}`],
    ['Cache-Control', `$${ownName(hosting, 'cache')}`],
    ...(hosting.allow.length > 0 ? allowing : []),
  ];
}

/** What stands in the `http` context. */
function mapsOf(hosting: Hosting): string {
  // nginx compares addresses that are decoded, and sends them on as they are written here.
  const path = decodeURI(hosting.base);
  const asked = ownName(hosting, 'asked');
  return `# 名字里带内容指纹的文件可以一直留着；其余每次向服务器问一声有没有变。没有找到的不留。
map "$status $uri" $${ownName(hosting, 'cache')} {
  default ${ASKED};
  "~^(200|206|304) ${escapeRegExp(path)}${NAMED_BY_CONTENT}" "${KEPT}";
}

${allowMaps(hosting, path)}map $scheme $${ownName(hosting, 'opener')} {
  default "";
  https same-origin;
}

# 记录里不留读者检索的词：网址里“?”以后的不记，也不记从哪一页来。
map $request_uri $${asked} {
  "~^(?<${asked}_path>[^?]*)" $${asked}_path;
}

log_format ${ownName(hosting, 'log')} '$remote_addr [$time_local] "$request_method $${asked} $server_protocol" $status $body_bytes_sent $request_time';
`;
}

/** What holds for every answer of the site. */
function answersOf(hosting: Hosting): string {
  return `server_tokens off;
access_log ${quotePath(hosting.log)} ${ownName(hosting, 'log')};
# 找不到的网址访问记录里有；错误记录会连同读者检索的词写下整个请求。
log_not_found off;

${[...HEADERS, ...changingHeaders(hosting)].map(([header, value]) => `add_header ${header} "${value}" always;`).join('\n')}

# 转到带斜杠的网址时不写主机和端口，放在任何代理后面都对。
absolute_redirect off;
`;
}

/** What holds for its files. */
function filesOf({ base }: Hosting): string {
  const types = Object.entries(MEDIA_TYPES).map(([ending, type]) => `  ${type} ${ending};`);
  const texts = [...new Set(Object.values(MEDIA_TYPES))].filter(isText).join(' ');
  const missing = quotePath(`${decodeURI(base)}404.html`);
  return `types {
${types.join('\n')}
}
default_type ${OTHER};
charset utf-8;
# text/html 总在其中，再写一次 nginx 会警告。
charset_types ${texts.replace('text/html ', '')};

# 检索索引已经压缩过，不在其中。
gzip on;
gzip_comp_level 6;
gzip_vary on;
gzip_min_length 512;
gzip_types ${texts.replace('text/html ', '')};

# 编号写成小写或者少了连字符，也转到那一条。
${numberRewrites(base).join('\n')}

error_page 404 ${missing};
error_page 403 =404 ${missing};
`;
}

function indented(lines: string, by: string): string {
  return lines.replace(/^(?=.)/gmu, by);
}

/** Which pages of other units may read what; empty when none may. */
function allowMaps(hosting: Hosting, path: string): string {
  if (hosting.allow.length === 0) return '';
  const files = `${escapeRegExp(path)}(?:${READ_BY_UNITS.join('|')})/`;
  const origins = hosting.allow.map((origin) => `  "~^${escapeRegExp(new URL(origin).origin)} ${files}" $http_origin;`);
  return `# 这些单位的网站可以读本库的数据和索引（site.yaml 的 allow）。
map "$http_origin $uri" $${ownName(hosting, 'allowed')} {
  default "";
${origins.join('\n')}
}

map $uri $${ownName(hosting, 'by_origin')} {
  default "";
  "~^${files}" Origin;
}

`;
}

function placeOf({ root }: Hosting): string {
  return `  root ${quotePath(withoutSlash(root))};\n  index index.html;`;
}

/** Who asks for the host alone is led to its one site, with what was asked. */
function leadingOn(base: string): string {
  return `

  location = / {
    return 302 ${base}$is_args$args;
  }`;
}

/** The locations of a site below a path, with what their server block does not say. */
function locationsOf({ root, base }: Hosting, { answers, files }: { answers: string; files: string }): string {
  const path = decodeURI(base);
  return `  location ${quotePath(path)} {
    alias ${quotePath(`${withoutSlash(root)}/`)};
    index index.html;
${indented(answers + files, '    ')}  }

  location = ${quotePath(path.slice(0, -1))} {
${indented(answers, '    ')}    return 301 ${base}$is_args$args;
  }`;
}

function withoutSlash(path: string): string {
  return path.replace(/[/\\]+$/u, '');
}

/** Numbers of entries in small letters or without their stroke; shorter ones are led on by the page that says that nothing is there. */
function numberRewrites(base: string): string[] {
  return Object.values(COLLECTIONS).map(({ prefix, digits }) => {
    const letters = prefix.replace('-', '');
    return `rewrite "^${escapeRegExp(decodeURI(base))}id/(?!${prefix}\\d)(?i:${letters})-?(\\d{${digits},9})/?$" ${base}id/${prefix}$1/ permanent;`;
  });
}
