/** What an operator may set, in `content/site.yaml` or in a variable of the environment, which wins; and the constants of the site. */
import { encodedBase } from './domain/site/site-address.ts';
import type { LocalChannel } from './schema/site.ts';
import { readSiteFile } from './store/site-file.ts';

export { isInternalEdition, isReviewEdition } from './store/edition.ts';

const { data: written } = readSiteFile();

const name = setting('SITE_NAME', written.name);

/** What is set, each with the variable that sets it too. */
export const settings = {
  /** `SITE_NAME` */
  name,
  /** For heads and titles of windows. `SITE_SHORT_NAME` */
  shortName: setting('SITE_SHORT_NAME', written.shortName ?? name),
  tagline: written.tagline,
  description: written.description,
  /** The unit that runs the site; empty when it is not told. `SITE_OWNER` */
  owner: setting('SITE_OWNER', written.owner ?? ''),
  /** The line at the foot of every page. `SITE_FOOTER` */
  footer: setting('SITE_FOOTER', written.footer),
  /** Address of the site without a path, `http://10.0.0.8`; empty until the operator names it, and then no address in what readers get is made up. `SITE_URL` */
  url: setting('SITE_URL', written.address),
  /** Sub-path below which the site is served as it stands in addresses, `/` or `/kb/`, Chinese encoded. `SITE_BASE` */
  base: encodedBase(setting('SITE_BASE', written.base)),
  /** Letters that tell one unit's library from another's; empty when it has none. `SITE_UNIT_CODE` */
  unitCode: setting('SITE_UNIT_CODE', written.unitCode ?? ''),
  /** 政府网站标识码: only an operator that is a government site sets it. `SITE_ID_CODE` */
  idCode: setting('SITE_ID_CODE', written.idCode ?? ''),
  /** The unit's own offices and telephones, by kind of matter. */
  channels: written.channels satisfies LocalChannel[],
  editions: written.editions,
  /** Other units' libraries. */
  units: written.units,
  /** Origins whose pages may ask this library. */
  allow: written.allow,
};

/** The hosts of other units that pages may read from, each once; a unit on the same host needs no leave. */
const READ_FROM = [...new Set(written.units.flatMap(({ address }) => (address.startsWith('/') ? [] : [new URL(address).origin])))];

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
  ['connect-src', "'self'", ...READ_FROM].join(' '),
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // Text becomes HTML or code nowhere; one function may name a script by its address (`search/engine/script-file.ts`).
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

function setting(variable: string, fallback: string): string {
  return process.env[variable] ?? fallback;
}
