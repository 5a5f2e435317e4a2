/** A ready site block for Caddy 2. */
import { ASKED, HEADERS, KEPT, NAMED_BY_CONTENT, OPENER_HEADER } from './headers.ts';
import { escapeRegExp, quotePath } from './hosting.ts';
import type { Hosting } from './hosting.ts';
import { isText, MEDIA_TYPES } from './media-types.ts';

/** The block as text, for a `Caddyfile` or a file that it imports. Throws a `RangeError` when a path holds what Caddy would read as syntax. */
export function caddyConfig({ name, root, base, host, listen, log }: Hosting): string {
  const path = decodeURI(base);
  const below = path.slice(0, -1);
  const port = listen.split(':').at(-1) ?? listen;
  const bind = listen.includes(':') ? `\n\tbind ${listen.slice(0, listen.lastIndexOf(':'))}` : '';
  const types = Object.entries(MEDIA_TYPES).map(
    ([ending, type]) =>
      `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${isText(type) ? `${type}; charset=utf-8` : type}"`,
  );
  return `# ${name}：由 npm run hosting -- caddy 写出，写进 Caddyfile，或者在 Caddyfile 里 import 它。改设置后请重新写出。
# 要用 https，把 http:// 和端口去掉，只留主机名，其余不变。
http://${host === '_' ? '' : host}:${port} {${bind}
	root * ${quotePath(root)}

	# 记录里不留读者检索的词：去掉网址里“?”以后的，也不记从哪一页来。
	log {
		output file ${quotePath(log)}
		format filter {
			wrap json
			fields {
				request>uri regexp "\\?.*" ""
				request>headers delete
				resp_headers delete
			}
		}
	}

	encode gzip

${HEADERS.map(([header, value]) => `\theader ${header} "${value}"`).join('\n')}
	header Cache-Control "${ASKED}"
	@kept path_regexp ^${escapeRegExp(path)}${NAMED_BY_CONTENT}
	header @kept Cache-Control "${KEPT}"
	@secure protocol https
	header @secure ${OPENER_HEADER[0]} ${OPENER_HEADER[1]}
${types.join('\n')}

${
  below === ''
    ? `\tfile_server`
    : `\tredir ${quotePath(below)} ${base} 301
	handle_path ${quotePath(`${path}*`)} {
		file_server
	}
	handle {
		error 404
	}`
}

	handle_errors 403 404 {
		rewrite * /404.html
		header Cache-Control "${ASKED}"
		file_server
	}
}
`;
}
