/** A ready site block for Caddy 2. */
import { ASKED, HEADERS, INDEX_ENDINGS, KEPT, NAMED_BY_CONTENT, OPENER_HEADER, READ_BY_UNITS } from './headers.ts';
import { escapeRegExp, quotePath } from './hosting.ts';
import type { Hosting } from './hosting.ts';
import { isText, MEDIA_TYPES, OTHER } from './media-types.ts';

/** The block as text, for a `Caddyfile` or a file that it imports. Throws a `RangeError` when a path holds what Caddy would read as syntax. */
export function caddyConfig({ name, root, base, host, listen, log, allow }: Hosting): string {
  const path = decodeURI(base);
  const port = listen.split(':').at(-1) ?? listen;
  const bind = listen.includes(':') ? `\n\tbind ${listen.slice(0, listen.lastIndexOf(':'))}` : '';
  const types = Object.entries(MEDIA_TYPES).map(
    ([ending, type]) =>
      `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${isText(type) ? `${type}; charset=utf-8` : type}"`,
  );
  // By itself Caddy compresses neither lines of JSON nor the feed.
  const texts = [...new Set(Object.values(MEDIA_TYPES))].filter(isText);
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

	encode gzip {
		match {
${texts.map((type) => `\t\t\theader Content-Type ${type}*`).join('\n')}
		}
	}

${HEADERS.map(([header, value]) => `\theader ${header} "${value}"`).join('\n')}
	# 同一项设两次时以不带条件的为准，所以两边都写条件。
	@asked not path_regexp "^${escapeRegExp(path)}${NAMED_BY_CONTENT}"
	header @asked Cache-Control "${ASKED}"
	@kept path_regexp "^${escapeRegExp(path)}${NAMED_BY_CONTENT}"
	header @kept Cache-Control "${KEPT}"
	@secure protocol https
	header @secure ${OPENER_HEADER[0]} ${OPENER_HEADER[1]}
${allowedHeaders(path, allow)}${types.join('\n')}
	@index path ${INDEX_ENDINGS.map((ending) => `*.${ending}`).join(' ')}
	header @index Content-Type ${OTHER}

${path === '/' ? fileServer('', '\t') : belowPath(path, base)}

	handle_errors {
		@gone expression {err.status_code} in [403, 404]
		handle @gone {
			rewrite * /404.html
			header Cache-Control "${ASKED}"
			header Content-Type "text/html; charset=utf-8"
			file_server
		}
	}
}
`;
}

/** Lets pages of other units read the data and the index; empty when none may. */
function allowedHeaders(path: string, allow: readonly string[]): string {
  if (allow.length === 0) return '';
  const files = `path_regexp "^${escapeRegExp(path)}(?:${READ_BY_UNITS.join('|')})/"`;
  const origins = allow.map((origin) => `\t\theader Origin ${new URL(origin).origin}`);
  return `	# 这些单位的网站可以读本库的数据和索引（site.yaml 的 allow）。
	@readable ${files}
	header @readable +Vary Origin
	@allowed {
${origins.join('\n')}
		${files}
	}
	header @allowed Access-Control-Allow-Origin {header.Origin}
`;
}

const ASKED_SOMETHING = 'expression {query} != ""';

/**
 * Leads on with what was asked. `redir` writes the new address as it stands, so that one without a question has a line of its own; what readers
 * type goes into it as `{query}` alone, because other ways (`vars_regexp`) would read what stands in braces there as names of Caddy's own.
 */
function ledOn(name: string, path: string, base: string, status: number): string {
  return `	@${name} ${ASKED_SOMETHING}
	handle ${quotePath(path)} {
		route {
			redir @${name} ${base}?{query} ${status}
			redir * ${base} ${status}
		}
	}
`;
}

/** The files below `base`, given without its slash; before Caddy 2.8 `file_server` leads from a folder without its slash on without what was asked. */
function fileServer(base: string, by: string): string {
  return `${by}@folder {
${by}	path_regexp folder "^/*(/[^/\\\\](?:[^\\\\]*[^/\\\\])?)$"
${by}	file {path}/index.html
${by}	${ASKED_SOMETHING}
${by}}
${by}redir @folder ${base}{re.folder.1}/?{query} 301
${by}file_server`;
}

/** The whole path is taken off by a regular expression: Caddy's own `handle_path` does not know Chinese in what it takes off. */
function belowPath(path: string, base: string): string {
  const below = path.slice(0, -1);
  return `${ledOn('host', '/', base, 302)}${ledOn('bare', below, base, 301)}	@site path_regexp site "^${escapeRegExp(below)}(/.*)$"
	handle @site {
		route {
			rewrite * {re.site.1}
${fileServer(base.slice(0, -1), '\t\t\t')}
		}
	}
	handle {
		error 404
	}`;
}
