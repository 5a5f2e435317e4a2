/** What an observatory of HTTP headers asks of a site: the tests of the MDN HTTP Observatory, put to the site behind its own nginx configuration. */

/** One question with its answer; `undefined` is for the operator to decide. */
export interface HeaderCheck {
  name: string;
  passes: boolean | undefined;
  found: string;
}

/** Asks for one page of the site at `url`. */
export async function checkHeaders(url: string): Promise<HeaderCheck[]> {
  const response = await fetch(url, { headers: { origin: 'https://other.example' } });
  const html = await response.text();
  const header = (name: string) => response.headers.get(name) ?? '';
  const policy = header('content-security-policy');
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]*)"/gu)].map(([, source = '']) => source);
  const asked = (name: string, passes: boolean | undefined, found: string): HeaderCheck => ({ name, passes, found: found || '没有' });
  return [
    asked(
      '内容安全策略：默认不许，没有内联代码',
      /^default-src 'none'/u.test(policy) && !/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:/u.test(policy),
      policy,
    ),
    asked('不许别的网站嵌入', policy.includes("frame-ancestors 'none'") && header('x-frame-options') === 'DENY', header('x-frame-options')),
    asked('不猜文件类型', header('x-content-type-options') === 'nosniff', header('x-content-type-options')),
    asked('离开本站时不带来处', /^(?:no-referrer|same-origin)$/u.test(header('referrer-policy')), header('referrer-policy')),
    asked('文件只给本站用', header('cross-origin-resource-policy') === 'same-origin', header('cross-origin-resource-policy')),
    asked('不对别的网站开放读取', header('access-control-allow-origin') === '', header('access-control-allow-origin')),
    asked('不用 Cookie', header('set-cookie') === '', header('set-cookie')),
    asked(
      '没有别处的脚本',
      scripts.every((source) => source.startsWith('/') && !source.startsWith('//')),
      `${scripts.length} 个脚本，都在本站`,
    ),
    asked('不说出服务器版本', !/\d/u.test(header('server')), header('server')),
    asked('只用 https（HSTS）', undefined, '由部署的人决定：内网常用普通 http，配置里不替他开'),
  ];
}
