/** What an operator may set, and the constants of the site. Everything here can be overridden by an environment variable at build time. */

/** Operator configuration: edit here, or set the variable named beside each line when building. */
export const settings = {
  name: '担当作为知识库',
  tagline: '激励干部担当作为的政策、机制、实践与案例',
  description: '问题、原因、举措、机制、地区实践与容错纠错案例，逐句注明出处，未载之处如实写明。',
  /** Address of the site without a path, `http://10.0.0.8`; empty until the operator names it, and then no address in what readers get is made up. `SITE_URL` */
  url: setting('SITE_URL', ''),
  /** Sub-path below which the site is served, `/` or `/kb/`. `SITE_BASE` */
  base: withSlashes(setting('SITE_BASE', '/')),
  /** 政府网站标识码: only an operator that is a government site sets it. `SITE_ID_CODE` */
  idCode: setting('SITE_ID_CODE', ''),
  /** The line at the foot of every page. `SITE_FOOTER` */
  footer: setting('SITE_FOOTER', '非官方网站，内容以原文为准。'),
};

/**
 * What a page of the site may load and do: nothing but its own files, no inline script or style. Pages say so in a meta tag, and a server may send
 * the same words as a header. One policy for every page: scripts and styles are files of the site, so no page needs a hash of its own.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // Pagefind, the search engine, is WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // Text becomes HTML or code nowhere; one function may name a script by its address (`search/script-file.ts`).
  "require-trusted-types-for 'script'",
  'trusted-types script-data',
].join('; ');

/** Prefixes a path of the site (`/search/`) with the sub-path it is served under. */
export function href(path: string): string {
  return settings.base.slice(0, -1) + path;
}

/** The whole address of a path of the site; the path alone, with the sub-path, while nobody has said where the site stands. */
export function publicAddress(path: string): string {
  return settings.url === '' ? href(path) : new URL(href(path), settings.url).href;
}

/** The address that all addresses of the site begin with, ending in a slash; empty while nobody has said where the site stands. */
export function siteRoot(): string {
  return settings.url === '' ? '' : publicAddress('/');
}

function setting(name: string, fallback: string): string {
  return process.env[name] ?? fallback;
}

function withSlashes(path: string): string {
  return `/${path}/`.replace(/\/{2,}/gu, '/');
}
