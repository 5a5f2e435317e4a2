/** A ready virtual host for Apache 2.4. */
import { ASKED, HEADERS, INDEX_ENDINGS, KEPT, NAMED_BY_CONTENT, OPENER_HEADER, READ_BY_UNITS } from './headers.ts';
import { escapeRegExp, quotePath } from './hosting.ts';
import type { Hosting } from './hosting.ts';
import { isText, MEDIA_TYPES, OTHER } from './media-types.ts';

/** The configuration as text. Throws a `RangeError` when a path holds what Apache would read as syntax. */
export function apacheConfig({ name, root, base, host, listen, log, allow }: Hosting): string {
  const path = decodeURI(base);
  const place = listen.includes(':') ? listen : `*:${listen}`;
  const types = Object.entries(MEDIA_TYPES).map(([ending, type]) => `    AddType "${type}" .${ending}`);
  const endings = Object.keys(MEDIA_TYPES).filter((ending) => isText(MEDIA_TYPES[ending] ?? ''));
  const texts = [...new Set(Object.values(MEDIA_TYPES))].filter(isText);
  return `# ${name}：由 npm run hosting -- apache 写出，放进 sites-enabled 或 conf.d。改设置后请重新写出，不要直接改这个文件。
# 用到的模块：headers mime dir alias deflate filter log_config authz_core（Debian：a2enmod headers deflate filter）。
<VirtualHost ${place}>
${host === '_' ? '' : `  ServerName ${host}\n`}
  # 记录里不留读者检索的词：%U 不含网址里“?”以后的，也不记从哪一页来。
  LogFormat "%h %t \\"%m %U %H\\" %>s %b %D" dandang
  CustomLog ${quotePath(log)} dandang

${path === '/' ? `  DocumentRoot ${quotePath(root)}` : belowPath(path, root)}
  <Directory ${quotePath(root)}>
    Require all granted
    AllowOverride None
    Options FollowSymLinks
    DirectoryIndex index.html
    DirectorySlash On
    AddDefaultCharset utf-8
    AddCharset utf-8 ${endings.map((ending) => `.${ending}`).join(' ')}
${types.join('\n')}
    AddType ${OTHER} ${INDEX_ENDINGS.map((ending) => `.${ending}`).join(' ')}
    FileETag MTime Size
  </Directory>

  ErrorDocument 404 ${base}404.html
  ErrorDocument 403 ${base}404.html

  AddOutputFilterByType DEFLATE ${texts.join(' ')}
  # 压缩时 Apache 给版本标记加上“-gzip”，问有没有变时却不认；去掉它，没有变的才不用再传一遍。
  RequestHeader edit* If-None-Match "-gzip\\"" "\\""

${HEADERS.map(([header, value]) => `  Header always set ${header} "${value}"`).join('\n')}
  Header always set ${OPENER_HEADER[0]} ${OPENER_HEADER[1]} "expr=%{HTTPS} == 'on'"
  Header always set Cache-Control "${ASKED}"
  # 没有找到的不留；不写 always，两个 Cache-Control 会一起发出去，等于都不留。
  <LocationMatch "^${escapeRegExp(path)}${NAMED_BY_CONTENT}">
    Header always set Cache-Control "${KEPT}" "expr=%{REQUEST_STATUS} in {'200', '206', '304'}"
  </LocationMatch>
${allowedBlock(path, allow)}</VirtualHost>
`;
}

/** Lets pages of other units read the data and the index; empty when none may. */
function allowedBlock(path: string, allow: readonly string[]): string {
  if (allow.length === 0) return '';
  const origins = allow.map((origin) => escapeRegExp(new URL(origin).origin)).join('|');
  return `  # 这些单位的网站可以读本库的数据和索引（site.yaml 的 allow）。要用到模块 setenvif。
  SetEnvIf Origin "^(?:${origins})$" dandang_origin=$0
  <LocationMatch "^${escapeRegExp(path)}(?:${READ_BY_UNITS.join('|')})/">
    Header always merge Vary Origin
    Header always set Access-Control-Allow-Origin "%{dandang_origin}e" env=dandang_origin
  </LocationMatch>
`;
}

/** Apache encodes where it leads on, so that paths are written as they are typed. */
function belowPath(path: string, root: string): string {
  return `  RedirectMatch 302 "^/$" ${quotePath(path)}
  RedirectMatch 301 "^${escapeRegExp(path.slice(0, -1))}$" ${quotePath(path)}
  Alias ${quotePath(path)} ${quotePath(`${root}/`)}`;
}
