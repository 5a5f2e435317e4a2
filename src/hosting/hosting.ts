/** Where a site stands on a server, as every configuration needs it. */
export interface Hosting {
  /** The site's name, for the first line. */
  name: string;
  /** Absolute path of the folder that holds the built site. */
  root: string;
  /** Path below which the site is served as it stands in addresses, with both slashes: `/` or `/kb/`. */
  base: string;
  /** Name or number of the host that readers type; `_` when nobody has said. */
  host: string;
  /** What the server listens on: `80`, `127.0.0.1:8080`. */
  listen: string;
  /** Absolute path of the log of requests. */
  log: string;
  /** Origins whose pages may read the data and the search index of this site. */
  allow: readonly string[];
}

/** A path or name as one word of a configuration in quotation marks. Throws a `RangeError` when the server would read it as syntax. */
export function quotePath(path: string): string {
  if (/["$\\\n;{}%]/u.test(path)) throw new RangeError(`服务器的配置里不能有这个路径：${path}`);
  return `"${path}"`;
}

export function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
